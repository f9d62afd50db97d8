#include "print.hpp"
#include "unit/documents/sheet_rows.hpp"

#include <doctest/doctest.h>

using namespace peergroup::documents;
using namespace std::string_literals;

namespace {

/// The fault of the first row as `code line:column`.
std::string fault_of(std::string_view bytes) {
    Sheet sheet = open_sheet(bytes);
    SheetRow row;
    REQUIRE(sheet.next(row));
    if (!row.fault) return "none";
    return row.fault->code + sheet.where(*row.fault).substr(std::string_view("people.csv").size());
}

} // namespace

TEST_CASE("a faulty row is named and the rows after it are read") {
    CHECK(rows_of("group,phone\nA,1\nB,\"2\nC,3\nD,4,5\nE,5\n") ==
          Rows{{"A", "1"}, {"!missing-closing-quote"}, {"C", "3"}, {"!too-many-fields"}, {"E", "5"}});
    CHECK(rows_of("group,phone\n\"A\"x,1\nB,2\n") == Rows{{"!text-after-quote"}, {"B", "2"}});
}

TEST_CASE("faults name the line and column of the value") {
    CHECK(fault_of("group,phone\n\nÄ,\"2\n") == "missing-closing-quote:3:3");
    CHECK(fault_of("group,phone\nÄ,1, ,x\n") == "too-many-fields:2:7");
    CHECK(fault_of("group,phone\n\"A\nB\",1,x\n") == "too-many-fields:3:6");
    CHECK(fault_of("group,phone\nA,1\0\n"s) == "nul-byte:2:4");
    CHECK(fault_of("group,,phone\nA,x,1\n") == "too-many-fields:2:3");
}

TEST_CASE("a row behind a byte order mark that is not UTF-8 is a fault") {
    CHECK(rows_of("\xEF\xBB\xBFgroup,phone\nA,\xE4\nB,ä\n") == Rows{{"!not-utf8"}, {"B", "ä"}});
}

TEST_CASE("fields over 1 MiB and rows over 8 MiB are faults, and the next row is read") {
    const std::string mebibyte(longest_field, 'x');
    CHECK(rows_of("group,phone\n" + mebibyte + "x,1\nB,2\n") == Rows{{"!field-too-long"}, {"B", "2"}});
    std::string long_row;
    for (int count = 0; count < 9; ++count)
        long_row += mebibyte + ",";
    const std::string nine = long_row.substr(0, 9 * longest_field);
    CHECK(rows_of("group,phone\n" + nine + "\nB,2\n") == Rows{{"!row-too-long"}, {"B", "2"}});
    for (const std::string end : {"\n", "\r\n", "\r"})
        CHECK(rows_of("group,phone" + end + long_row + end + "B,2" + end) == Rows{{"!row-too-long"}, {"B", "2"}});
}

TEST_CASE("the line count survives rows that are too long") {
    const std::string mebibyte(longest_field, 'x');
    std::string long_row;
    for (int count = 0; count < 9; ++count)
        long_row += mebibyte + ",";
    Sheet sheet = open_sheet("group,phone\n" + long_row + "\nB,2\n");
    SheetRow row;
    REQUIRE(sheet.next(row));
    CHECK(row.raw().size() < mebibyte.size());
    REQUIRE(sheet.next(row));
    CHECK(row.place.line == 3);
}

TEST_CASE("a quote left open in every line is read in linear time") {
    std::string bytes = "group,phone\n";
    for (int count = 0; count < 100000; ++count)
        bytes += "a,\"b\n";
    Sheet sheet = open_sheet(bytes);
    SheetRow row;
    int faults = 0;
    while (sheet.next(row))
        faults += row.fault ? 1 : 0;
    CHECK(faults == 100000);
}

TEST_CASE("4096 columns are read") {
    std::string header = "group";
    std::string line = "A";
    for (int count = 1; count < 4096; ++count) {
        header += ",_" + std::to_string(count);
        line += ",x";
    }
    CHECK(rows_of(header + "\n" + line + "\n") == Rows{{"A"}});
}

TEST_CASE("JSON Lines: each line that cannot be read is a fault of its own") {
    CHECK(rows_of("{\"group\": \"A\"}\n{\"group\": \n{\"group\": \"B\"}\n").at(1) == std::vector<std::string>{"!invalid-json"});
    CHECK(rows_of("{\"group\": \"A\"}\n{\"group\": \n{\"group\": \"B\"}\n").size() == 3);
    CHECK(fault_of("{\"group\": [1]}") == "nested-json:1:11");
    CHECK(fault_of("{\"group\": {\"x\": 1}}") == "nested-json:1:11");
    CHECK(fault_of("{\"group\": \"A\", \"group\": \"B\"}") == "repeated-key:1:25");
    CHECK(fault_of("{\"group\": \"A\", \"ryhmä\": \"B\"}") == "repeated-key:1:25");
    CHECK(fault_of("{\"grop\": \"A\"}") == "unknown-column:1:10");
    CHECK(fault_of("{\"group\": \"A\\u0000\"}") == "nul-byte:1:11");
    CHECK(fault_of("{\"group\": \"A\"} x") == "invalid-json:1:16");
    CHECK(fault_of("{\"group\": \"" + std::string(longest_field + 1, 'x') + "\"}") == "field-too-long:1:11");
    CHECK(rows_of("{\"group\": \"A\"}\n5\n[1]\n\"x\"\n") ==
          Rows{{"A", "", "", ""}, {"!invalid-json"}, {"!invalid-json"}, {"!invalid-json"}});
}

TEST_CASE("JSON Lines: depth costs nothing") {
    CHECK(fault_of("{\"group\": " + std::string(100000, '[')) == "nested-json:1:11");
}

TEST_CASE("JSON Lines: messages suggest and never quote the row") {
    Sheet sheet = open_sheet("{\"phnoe\": \"Virtanen\"}\n{\"group\": \"Virtanen}\n");
    SheetRow row;
    REQUIRE(sheet.next(row));
    CHECK(row.fault->message == "there is no column of this name; did you mean \"phone\"?");
    REQUIRE(sheet.next(row));
    CHECK(row.fault->message.find("Virtanen") == std::string::npos);
}
