#include "print.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/sheet_rows.hpp"

#include <doctest/doctest.h>

using namespace peergroup;
using namespace peergroup::documents;
using namespace std::string_literals;

namespace {

std::vector<std::string> columns_of(std::string_view bytes) {
    return open_sheet(bytes).columns();
}

Problem refusal_of(std::string_view bytes) {
    return problem_of([&] { open_sheet(bytes); });
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("columns go by canonical names, aliases, any case, blanks and hyphens") {
    CHECK(columns_of("group,given_name,birth_date\n") == Names{"group", "given_name", "birth_date"});
    CHECK(columns_of("Ryhmä;ETUNIMI;Syntymäaika\n") == Names{"group", "given_name", "birth_date"});
    CHECK(columns_of("FÖRNAMN\tFödelsedatum\tgrupp") == Names{"given_name", "birth_date", "group"});
    CHECK(columns_of(" Given Name , \"birth-date\",First Name-\n"s.substr(0, 27)) == Names{"given_name", "birth_date"});
    CHECK(columns_of("RYHMA\xCC\x88,phone\n") == Names{"group", "phone"}); // a decomposed ä, as macOS writes it
}

TEST_CASE("the separator is the one under which names are known") {
    CHECK(open_sheet("group,phone\n").separator() == ',');
    CHECK(open_sheet("group;phone\n").separator() == ';');
    CHECK(open_sheet("group\tphone\n").separator() == '\t');
    CHECK(open_sheet("\"group\";\"phone\"\n").separator() == ';');
    CHECK(open_sheet("group\n").separator() == ',');
}

TEST_CASE("a sep= line is honoured") {
    const Sheet sheet = open_sheet("sep=;\r\ngroup;phone\r\n");
    CHECK(sheet.columns() == Names{"group", "phone"});
    CHECK(open_sheet("\"SEP=|\"\ngroup|phone\n").columns() == Names{"group", "phone"});
    CHECK(open_sheet("sep=\t\ngroup\tphone\n").separator() == '\t');
    CHECK(open_sheet("sep=,\rgroup,phone\r").columns() == Names{"group", "phone"});
}

TEST_CASE("the assumption is said aloud") {
    CHECK(open_sheet("ryhm\xE4;puhelin\n").assumption() == "read as Windows-1252, separated by \";\"");
    CHECK(open_sheet("\xEF\xBB\xBFgroup,phone\n").assumption() == "read as UTF-8, separated by \",\"");
    CHECK(open_sheet("group\tphone\n").assumption() == "read as UTF-8, separated by tabs");
    CHECK(open_sheet("\xFF\xFEg\0r\0o\0u\0p\0"s).assumption() == "read as UTF-16, separated by \",\"");
    CHECK(open_sheet("{\"group\": \"A\"}\n").assumption() == "read as UTF-8, JSON Lines");
}

TEST_CASE("an unknown column is refused with its place and what was meant") {
    const Problem problem = refusal_of("grop,phone\n");
    CHECK(problem.kind == ProblemKind::file);
    CHECK(problem.code == "unknown-column");
    CHECK(problem.where == "people.csv:1:1");
    CHECK(problem.message == "there is no column \"grop\" (did you mean \"group\"?)");
    CHECK(problem.hint == "known columns: group, given_name, birth_date, phone");
}

TEST_CASE("every fault of a header stands in one message, the first gives the place") {
    const Problem problem = refusal_of("sep=;\nryhmä;shoe_size;Group;phnoe\n");
    CHECK(problem.code == "unknown-column");
    CHECK(problem.where == "people.csv:2:7");
    CHECK(problem.message == "there is no column \"shoe_size\"; \"Group\" repeats group of column 1; "
                             "there is no column \"phnoe\" (did you mean \"phone\"?)");
    CHECK(refusal_of("group,ryhmä\n").code == "repeated-column");
}

TEST_CASE("a header of a hundred thousand faults is counted in linear time") {
    std::string header = "group";
    for (int count = 0; count < 100000; ++count)
        header += ";x";
    const Problem problem = refusal_of(header + "\n");
    CHECK(problem.message.ends_with("there is no column \"x\"; and 99990 more"));
    CHECK(problem.message.size() < 500);
}

TEST_CASE("control characters and long names are tamed in messages") {
    const Problem problem = refusal_of("group,\x1b[31m" + std::string(100, 'x') + "\n");
    CHECK(problem.message.find('\x1b') == std::string::npos);
    CHECK(problem.message.size() < 100);
}

TEST_CASE("a file without a header is refused without showing what stands there") {
    const Problem problem = refusal_of("Virtanen,Matti,2019-01-01\n");
    CHECK(problem.code == "header-missing");
    CHECK(problem.where == "people.csv:1");
    CHECK(problem.message.find("Virtanen") == std::string::npos);
    CHECK(refusal_of("\"group,phone\n").code == "header-missing");
}

TEST_CASE("an empty file is refused") {
    CHECK(refusal_of("").code == "file-empty");
    CHECK(refusal_of(" \r\n\t\n").code == "file-empty");
    CHECK(refusal_of("\xEF\xBB\xBF").code == "file-empty");
}

TEST_CASE("a spreadsheet is refused with how to save it") {
    const Problem problem = refusal_of("PK\x03\x04...");
    CHECK(problem.code == "spreadsheet-not-csv");
    CHECK(problem.where == "people.csv");
    CHECK(problem.hint.find("CSV UTF-8") != std::string::npos);
    CHECK(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...").code == "spreadsheet-not-csv");
}

TEST_CASE("a JSON array is refused with how to split it") {
    const Problem problem = refusal_of("[{\"group\": \"A\"}]");
    CHECK(problem.code == "json-not-lines");
    CHECK(problem.hint.find("jq -c") != std::string::npos);
}

TEST_CASE("blank lines before the header count") {
    CHECK(refusal_of("\n\ngroup,shoe\n").where == "people.csv:3:7");
}

TEST_CASE("JSON Lines may hold every known column") {
    const Sheet sheet = open_sheet("\n {\"group\": \"A\"}\n");
    CHECK(sheet.is_json_lines());
    CHECK(sheet.has("phone"));
    CHECK_FALSE(sheet.has("shoe"));
}
