#include "print.hpp"
#include "unit/documents/scratch_folder.hpp"
#include "unit/documents/sheet_rows.hpp"

#include <doctest/doctest.h>

using namespace peergroup::documents;
using namespace std::string_literals;

TEST_CASE("every line end reads the same, with or without the last") {
    const Rows expected = {{"A", "1"}, {"B", "2"}};
    CHECK(rows_of("group,phone\nA,1\nB,2\n") == expected);
    CHECK(rows_of("group,phone\r\nA,1\r\nB,2\r\n") == expected);
    CHECK(rows_of("group,phone\rA,1\rB,2\r") == expected);
    CHECK(rows_of("group,phone\nA,1\nB,2") == expected);
}

TEST_CASE("blank lines and rows of bare separators are skipped") {
    CHECK(rows_of("group,phone\n\nA,1\n \t\n,\n\" \",\nB,2\n\n\n") == Rows{{"A", "1"}, {"B", "2"}});
    CHECK(rows_of("group,phone\n").empty());
}

TEST_CASE("missing fields are blank") {
    CHECK(rows_of("group,given_name,phone\nA\nB,Anna\n") == Rows{{"A", "", ""}, {"B", "Anna", ""}});
}

TEST_CASE("columns that Excel leaves without a name may stay blank") {
    CHECK(rows_of("group;phone;;\nA;1;;\nB;2\n") == Rows{{"A", "1"}, {"B", "2"}});
    CHECK(rows_of("group;;phone\nA;;1;;;\n") == Rows{{"A", "1"}});
}

TEST_CASE("files as Finnish Excel saves them") {
    const Rows expected = {{"VOI-KAI-2026-01", "Päivi", "1.2.2019"}, {"VOI-KAI-2026-01", "Äijö; Öö", "3.4.2020"}};
    CHECK(rows_of("ryhm\xE4;etunimi;syntym\xE4"
                  "aika\r\nVOI-KAI-2026-01;P\xE4ivi;1.2.2019\r\nVOI-KAI-2026-01;\"\xC4ij\xF6; \xD6\xF6\";3.4.2020\r\n") ==
          expected);
    CHECK(rows_of("\xEF\xBB\xBFryhmä;etunimi;syntymäaika\r\nVOI-KAI-2026-01;Päivi;1.2.2019\r\n"
                  "VOI-KAI-2026-01;\"Äijö; Öö\";3.4.2020\r\n") == expected);
}

TEST_CASE("Unicode text of Excel is UTF-16 separated by tabs") {
    std::string bytes = "\xFF\xFE";
    for (const char character : "group\tgiven_name\r\nA\tP\xE4ivi\r\n"s)
        bytes += {character, '\0'};
    CHECK(rows_of(bytes) == Rows{{"A", "Päivi"}});
}

TEST_CASE("a row knows its place, its text and where its values start") {
    Sheet sheet = open_sheet("group,given_name,phone\nA,\"Än\nna\",1\nB,x\n");
    SheetRow row;
    REQUIRE(sheet.next(row));
    CHECK(row.place == RowPlace{23, 2});
    CHECK(row.raw() == "A,\"Än\nna\",1");
    CHECK(row.at(1) == "Än\nna");
    CHECK(sheet.where(row.place) == "people.csv:2");
    CHECK(sheet.where(row, 0) == "people.csv:2:1");
    CHECK(sheet.where(row, 1) == "people.csv:2:3");
    CHECK(sheet.where(row, 2) == "people.csv:3:5");
    REQUIRE(sheet.next(row));
    CHECK(row.place.line == 4);
    CHECK(sheet.where(row, 2) == "people.csv:4:4"); // missing: where it would have to be added
}

TEST_CASE("columns count characters and not bytes") {
    Sheet sheet = open_sheet("given_name,phone\nÄÖÅ,1\n");
    SheetRow row;
    REQUIRE(sheet.next(row));
    CHECK(row.column_number(1) == 5);
}

TEST_CASE("rows are read again from their places in any order") {
    for (const std::string_view bytes : {"group;given_name\nA;\"x\ny\"\n\nB;\"q \"\"r\"\"\"\nC;ä\n"s,
                                         "group;given_name\nA;\"\xE4\n\xF6\"\n\nB;\xE4\xE4\nC;\xC5\n"s}) {
        Sheet sheet = open_sheet(bytes);
        const Rows all = rows_of(sheet);
        REQUIRE(all.size() == 3);
        sheet.rewind();
        CHECK(rows_of(sheet) == all);
        sheet.rewind();
        std::vector<RowPlace> places;
        SheetRow row;
        while (sheet.next(row))
            places.push_back(row.place);
        for (const std::size_t index : {2U, 0U, 1U}) {
            sheet.seek(places[index]);
            REQUIRE(sheet.next(row));
            CHECK(row.at(0) == all[index][0]);
            CHECK(row.at(1) == all[index][1]);
            CHECK(row.place == places[index]);
        }
    }
}

TEST_CASE("a large file reads whole and in order, from disk, whatever falls on the edge of a buffer") {
    const ScratchFolder folder;
    std::string bytes = "group,given_name\r\n";
    for (int number = 0; number < 20000; ++number)
        bytes += std::to_string(number) + ",\"n\xE4\r\nme, " + std::to_string(number) + "\"\r\n";
    Sheet sheet = Sheet::open(TextSource::file(folder.write("large.csv", bytes)), test_columns());
    CHECK(sheet.encoding() == Encoding::windows_1252);
    SheetRow row;
    int number = 0;
    bool same = true;
    while (sheet.next(row)) {
        same = same && row.at(0) == std::to_string(number) && row.at(1) == "nä\r\nme, " + std::to_string(number) &&
               row.place.line == static_cast<std::uint32_t>(2 + 2 * number);
        ++number;
    }
    CHECK(same);
    CHECK(number == 20000);
}

TEST_CASE("a guard against formulas is taken off, a phone number stays") {
    CHECK(rows_of("group,phone\n'=1+1,+358 40 1\n\"'@a\"\"b\",'x\n") == Rows{{"=1+1", "+358 40 1"}, {"@a\"b", "'x"}});
}

TEST_CASE("remark columns of an earlier run are read over and no part of the row's own text") {
    Sheet sheet = open_sheet("group,phone,_row,_code\nA,1,7,\"no, really\"\nB\n");
    SheetRow row;
    REQUIRE(sheet.next(row));
    CHECK(row.at(1) == "1");
    CHECK(row.raw() == "A,1");
    REQUIRE(sheet.next(row));
    CHECK(row.raw() == "B");
    CHECK(row.missing_fields() == 1);
    CHECK(sheet.raw_header() == "group,phone");
    CHECK(rows_of("_row,group\n1,A\n") == Rows{{"A"}});
}

TEST_CASE("JSON Lines: text, numbers and booleans become text, null is blank") {
    CHECK(rows_of("{\"group\": \" A \", \"phone\": 358, \"given_name\": true}\r\n\n{\"ryhm\\u00e4\": null, \"phone\": -1.50}") ==
          Rows{{"A", "true", "", "358"}, {"", "", "", "-1.50"}});
}

TEST_CASE("JSON Lines: values know where they start, remarks are read over") {
    Sheet sheet = open_sheet("{\"group\" : \"A\", \"phone\":1, \"_row\": 5}\n{\"group\": \"'=x\"}\n");
    SheetRow row;
    REQUIRE(sheet.next(row));
    CHECK(row.column_number(0) == 12);
    CHECK(row.column_number(3) == 25);
    CHECK_FALSE(row.fault);
    const RowPlace first = row.place;
    REQUIRE(sheet.next(row));
    CHECK(row.at(0) == "'=x"); // only CSV is guarded
    sheet.seek(first);
    REQUIRE(sheet.next(row));
    CHECK(row.at(0) == "A");
}
