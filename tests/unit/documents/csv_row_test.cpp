#include "documents/csv_row.hpp"
#include "print.hpp"

#include <doctest/doctest.h>

using namespace peergroup::documents;

namespace {

std::vector<std::string> fields_of(std::string_view text, char separator = ',') {
    CsvRow row;
    REQUIRE(split_csv_row(text, true, separator, row));
    REQUIRE(row.fault == CsvFault::none);
    std::vector<std::string> values;
    for (const CsvField& field : row.fields)
        values.push_back(csv_field_value(text, field));
    return values;
}

CsvFault fault_of(std::string_view text) {
    CsvRow row;
    REQUIRE(split_csv_row(text, true, ',', row));
    return row.fault;
}

using Values = std::vector<std::string>;

} // namespace

TEST_CASE("fields end at separators and the row at its line end") {
    CHECK(fields_of("a,b,c\nnext") == Values{"a", "b", "c"});
    CHECK(fields_of("a;b,c\r\n", ';') == Values{"a", "b,c"});
    CHECK(fields_of("a\tb", '\t') == Values{"a", "b"});
    CHECK(fields_of(",,") == Values{"", "", ""});
    CHECK(fields_of("a,") == Values{"a", ""});
}

TEST_CASE("quotes hold separators, line ends and doubled quotes") {
    CHECK(fields_of("\"a,b\",c") == Values{"a,b", "c"});
    CHECK(fields_of("\"a\r\nb\",c\r\n") == Values{"a\r\nb", "c"});
    CHECK(fields_of(R"("say ""hi""",x)") == Values{"say \"hi\"", "x"});
    CHECK(fields_of(R"("""",x)") == Values{"\"", "x"});
    CHECK(fields_of(R"("",x)") == Values{"", "x"});
}

TEST_CASE("blanks around quotes are passed over and outer blanks go") {
    CHECK(fields_of("a, \"b,c\" ,d") == Values{"a", "b,c", "d"});
    CHECK(fields_of("  a b \t, c\xC2\xA0") == Values{"a b", "c"});
    CHECK(fields_of("\t\"b\"\tc", '\t') == Values{"", "b", "c"});
}

TEST_CASE("a quote inside an unquoted field is text") {
    CHECK(fields_of("Anna \"Ani\" K,x") == Values{"Anna \"Ani\" K", "x"});
    CHECK(fields_of("5\",x") == Values{"5\"", "x"});
}

TEST_CASE("every kind of line end is passed whole") {
    CsvRow row;
    REQUIRE(split_csv_row("ab\r\nc", true, ',', row));
    CHECK(row.text_length == 2);
    CHECK(row.length == 4);
    REQUIRE(split_csv_row("ab\rc", true, ',', row));
    CHECK(row.length == 3);
    REQUIRE(split_csv_row("ab\nc", true, ',', row));
    CHECK(row.length == 3);
    REQUIRE(split_csv_row("ab", true, ',', row));
    CHECK(row.length == 2);
}

TEST_CASE("lines inside quotes are counted, CRLF once") {
    CsvRow row;
    REQUIRE(split_csv_row("\"a\r\nb\rc\nd\"\nnext", true, ',', row));
    CHECK(row.lines == 4);
}

TEST_CASE("a row that may go on asks for more text") {
    CsvRow row;
    for (const std::string_view text : {"a,b", "a,", "\"a", "\"a\"", "\"a\" ", "a\r", "\"a\"\"", ""})
        CHECK_FALSE(split_csv_row(text, false, ',', row));
    CHECK(split_csv_row("a\n", false, ',', row));
    CHECK(split_csv_row("a\r\n", false, ',', row));
}

TEST_CASE("a quote that never closes costs only its first line") {
    const std::string_view text = "x,\"a\nb,c\n";
    CsvRow row;
    REQUIRE(split_csv_row(text, true, ',', row));
    CHECK(row.fault == CsvFault::missing_closing_quote);
    CHECK(row.fault_at == 2);
    CHECK(text.substr(row.length) == "b,c\n");
    CHECK(row.lines == 1);
}

TEST_CASE("text behind a closing quote is a fault") {
    CHECK(fault_of("\"a\"b,c") == CsvFault::text_after_quote);
    CHECK(fault_of("\"a\" b\n") == CsvFault::text_after_quote);
    CHECK(fault_of("\"Ani\" Korhonen,x") == CsvFault::text_after_quote);
}

TEST_CASE("a fault below the first line is put on the field that left it") {
    CsvRow row;
    REQUIRE(split_csv_row("x,\"a\nb\",\"c\"d\n", true, ',', row));
    CHECK(row.fault == CsvFault::text_after_quote);
    CHECK(row.text_length == 4);
    CHECK(row.fault_at == 2);
}

TEST_CASE("fields over 1 MiB are a fault") {
    const std::string longest(longest_field, 'x');
    CHECK(fault_of(longest + ",y") == CsvFault::none);
    CHECK(fault_of(longest + "x,y") == CsvFault::field_too_long);
    CHECK(fault_of("\"" + longest + "\",y") == CsvFault::none);
    CHECK(fault_of("\"" + longest + "x\",y") == CsvFault::field_too_long);
    CHECK(fault_of("\"\n" + longest + "x\",y") == CsvFault::missing_closing_quote);
}

TEST_CASE("a line as one field ends at LF only") {
    CsvRow row;
    const std::string_view text = "{\"a\": \"x\r\"}\nnext";
    REQUIRE(split_line(text, true, row));
    CHECK(text.substr(row.length) == "next");
    CHECK(row.fields.size() == 1);
    CHECK_FALSE(split_line("{", false, row));
}
