#include "documents/rejects.hpp"
#include "print.hpp"
#include "unit/documents/scratch_folder.hpp"
#include "unit/documents/sheet_rows.hpp"

#include <doctest/doctest.h>

using namespace peergroup::documents;

namespace {

/// What is written when every row of the sheet is rejected.
std::string rejects_of(std::string_view bytes) {
    const ScratchFolder folder;
    Sheet sheet = open_sheet(bytes);
    RejectFile rejects(sheet, folder.path("rejects"));
    SheetRow row;
    while (sheet.next(row))
        rejects.add(row, {row.column_number(0), "no-date", "\"x\", no date"});
    rejects.commit();
    return folder.read("rejects");
}

} // namespace

TEST_CASE("rejected rows stand as they came, with why") {
    CHECK(rejects_of("Ryhmä,phone\nA,\"1\n2\"\nB\n") == "Ryhmä,phone,_row,_column,_code,_message\r\n"
                                                        "A,\"1\n2\",2,1,no-date,\"\"\"x\"\", no date\"\r\n"
                                                        "B,,4,1,no-date,\"\"\"x\"\", no date\"\r\n");
}

TEST_CASE("fed back and rejected again, the remarks are replaced") {
    const std::string once = rejects_of("group,phone\nA,1\nB\n");
    CHECK(rows_of(once) == Rows{{"A", "1"}, {"B", ""}});
    CHECK(rejects_of(once) == once);
}

TEST_CASE("rejects of an Excel file are UTF-8 behind a mark, with its separator") {
    CHECK(rejects_of("ryhm\xE4;phone\r\n\xC4;1\r\n") == "\xEF\xBB\xBFryhmä;phone;_row;_column;_code;_message\r\n"
                                                        "Ä;1;2;1;no-date;\"\"\"x\"\", no date\"\r\n");
}

TEST_CASE("a separator that nobody would guess is stated") {
    const std::string once = rejects_of("sep=|\ngroup|phone\nA|1\n");
    CHECK(once.starts_with("sep=|\r\ngroup|phone|_row|"));
    CHECK(rows_of(once) == Rows{{"A", "1"}});
}

TEST_CASE("JSON Lines get their remarks as members, once") {
    const std::string once = rejects_of("{\"group\": \"A\"}\n{}\n");
    CHECK(once == "{\"group\": \"A\",\"_row\":1,\"_column\":11,\"_code\":\"no-date\",\"_message\":\"\\\"x\\\", no date\"}\n"
                  "{\"_row\":2,\"_column\":3,\"_code\":\"no-date\",\"_message\":\"\\\"x\\\", no date\"}\n");
    CHECK(rows_of(once) == Rows{{"A", "", "", ""}, {"", "", "", ""}});
    CHECK(rejects_of(rejects_of("{\"group\": \"A\"}\n")) == rejects_of("{\"group\": \"A\"}\n"));
}

TEST_CASE("a rejected line that is no JSON stays as it came") {
    CHECK(rejects_of("{\"group\": \"A\"}\n{\"group\": \n").ends_with("\n{\"group\": \n"));
}

TEST_CASE("without a commit nothing is left behind") {
    const ScratchFolder folder;
    const Sheet sheet = open_sheet("group\nA\n");
    { const RejectFile rejects(sheet, folder.path("rejects")); }
    CHECK(folder.count_files() == 0);
}
