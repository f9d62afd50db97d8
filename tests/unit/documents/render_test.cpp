#include "documents/render.hpp"
#include "print.hpp"
#include "unit/documents/sample_document.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

std::string rendered(const Document& document, Format format) {
    return render(document, {format});
}

} // namespace

TEST_CASE("table: title, facts, columns and notes, without trailing blanks") {
    CHECK(rendered(sample_document(), Format::table) == "Week 5\n"
                                                        "\n"
                                                        "Week   2026-W05\n"
                                                        "Final  yes\n"
                                                        "\n"
                                                        "Group  Status  Enrolled  Rate  Tags\n"
                                                        "A-1    Open          12   86%  x, y\n"
                                                        "Ä-2    Closed         3\n"
                                                        "Total                15   86%\n"
                                                        "\n"
                                                        "Internal.\n");
}

TEST_CASE("table: several tables have their titles, a blank line between them") {
    CHECK(rendered(two_table_document(), Format::table) == "Groups\nCode  Size\nA     4\n\nVenues\nCode  Town\nV     Kajaani\n");
}

TEST_CASE("table: wide characters line up and nothing steers the terminal") {
    const Document document{"s/1",
                            "",
                            {},
                            {{"rows",
                              "",
                              {{"a", "A"}, {"b", "B"}},
                              {{{Cell::text("日本"), Cell::text("x")}}, {{Cell::text("ab\x1b[2J"), Cell::text("y")}}}}},
                            {}};
    const std::string text = rendered(document, Format::table);
    CHECK(text.find('\x1b') == std::string::npos);
    const std::size_t width = std::string_view("ab\\u{1b}[2J").size();
    CHECK(text.find("日本" + std::string(width - 4 + 2, ' ') + "x\n") != std::string::npos);
}

TEST_CASE("table: headings are bold only when asked") {
    const Rendering bold{Format::table, Language::en, false, true};
    const std::string text = render(sample_document(), bold);
    CHECK(text.starts_with("\x1b[1mWeek 5\x1b[0m\n"));
    CHECK(text.find("\x1b[1mGroup  Status  Enrolled  Rate  Tags\x1b[0m\n") != std::string::npos);
    CHECK(rendered(sample_document(), Format::table).find('\x1b') == std::string::npos);
}

TEST_CASE("table: an empty table shows its headings, an empty document nothing") {
    const Document document{"s/1", "", {}, {{"rows", "", {{"a", "Code"}, {"b", "Name"}}, {}}}, {}};
    CHECK(rendered(document, Format::table) == "Code  Name\n");
    CHECK(rendered({}, Format::table).empty());
}

TEST_CASE("markdown: headings, facts, tables with numbers on the right, notes") {
    CHECK(rendered(sample_document(), Format::markdown) == "# Week 5\n"
                                                           "\n"
                                                           "- **Week**: 2026-W05\n"
                                                           "- **Final**: yes\n"
                                                           "\n"
                                                           "| Group | Status | Enrolled | Rate | Tags |\n"
                                                           "| --- | --- | ---: | ---: | --- |\n"
                                                           "| A-1 | Open | 12 | 86% | x, y |\n"
                                                           "| Ä-2 | Closed | 3 |  |  |\n"
                                                           "| Total |  | 15 | 86% |  |\n"
                                                           "\n"
                                                           "Internal.\n");
}

TEST_CASE("markdown: marks in the data are only text") {
    const Document document{"s/1", "", {}, {{"rows", "", {{"a", "A"}}, {{{Cell::text("x|y <b> [l](u) *s* `c` a_b \\")}}}}}, {}};
    CHECK(rendered(document, Format::markdown) == "| A |\n| --- |\n| x\\|y \\<b\\> \\[l\\](u) \\*s\\* \\`c\\` a_b \\\\ |\n");
}

TEST_CASE("ids and count leave totals out") {
    CHECK(rendered(sample_document(), Format::ids) == "A-1\nÄ-2\n");
    CHECK(rendered(sample_document(), Format::count) == "2\n");
    CHECK(rendered({}, Format::ids).empty());
    CHECK(rendered({}, Format::count) == "0\n");
}

TEST_CASE("formats are read from words") {
    for (const Format format :
         {Format::table, Format::csv, Format::json, Format::jsonl, Format::ids, Format::count, Format::markdown})
        CHECK((parse_format(name_of(format)) == format));
    CHECK((parse_format("md") == Format::markdown));
    CHECK_FALSE(parse_format("markdown").has_value());
    CHECK_FALSE(parse_format("CSV").has_value());
    CHECK_FALSE(parse_format("").has_value());
}

TEST_CASE("formats are read from extensions") {
    CHECK((format_of_extension("out/week.csv") == Format::csv));
    CHECK((format_of_extension("week.JSON") == Format::json));
    CHECK((format_of_extension("week.jsonl") == Format::jsonl));
    CHECK((format_of_extension("a.b.md") == Format::markdown));
    CHECK((format_of_extension("week.txt") == Format::table));
    CHECK_FALSE(format_of_extension("week").has_value());
    CHECK_FALSE(format_of_extension("folder.csv/week").has_value());
    CHECK_FALSE(format_of_extension(".csv").has_value());
    CHECK_FALSE(format_of_extension("week.ids").has_value());
}

TEST_CASE("a long document is handed over in pieces that make up the same text") {
    Document document = sample_document();
    for (int number = 0; number < 8000; ++number)
        document.tables.front().rows.push_back({{Cell::text("B-" + std::to_string(number)), Cell::coded("open", "avoin")}});
    for (const Format format : {Format::table, Format::csv, Format::json, Format::jsonl}) {
        CAPTURE(name_of(format));
        std::string text;
        std::size_t longest = 0;
        render(document, {format}, [&](std::string_view piece) {
            text += piece;
            longest = std::max(longest, piece.size());
        });
        CHECK((text == render(document, {format})));
        CHECK(text.find("B-7999") != std::string::npos);
        CHECK(text.size() > 3 * longest);
    }
}

TEST_CASE("whoever takes the pieces may refuse one") {
    const auto refuse = [](std::string_view /*piece*/) { throw std::runtime_error("full"); };
    for (const Format format : {Format::table, Format::csv, Format::json, Format::jsonl, Format::markdown})
        CHECK_THROWS_AS(render(sample_document(), {format}, refuse), std::runtime_error);
}
