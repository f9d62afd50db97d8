#include "documents/render.hpp"
#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

#include <optional>

using namespace field;
using documents::Cell;
using peergroup::Language;

namespace {

const Lines keys = {"enrolled",  "waitlisted",      "offered",
                    "new",       "promoted",        "left",
                    "completed", "transferred",     "held",
                    "cancelled", "moved",           "expected",
                    "attended",  "absent_notified", "absent_not_notified",
                    "unmarked",  "attendance_rate", "fill_rate",
                    "people",    "visitor_adults",  "visitor_children"};

/// FULL: two members of two seats, both present. EMPTY: one of four, absent. QUIET: nobody, no capacity. P-0001 attends FULL and
/// OTHER.
struct Busy : County {
    Busy() {
        add_adults(*this, 3);
        create_with_seats(*this, "FULL", 2);
        create_with_seats(*this, "EMPTY", 4);
        create(*this, weekly_wish("QUIET"));
        create(*this, pair_wish("PAIR"));
        enrol(*this, "group,person\nFULL,P-1\nFULL,P-2\nEMPTY,P-3\nPAIR,P-1\n");
        log(*this, "group,session,person,mark\nFULL,1,P-1,P\nFULL,1,P-2,P\nEMPTY,1,P-3,N\nPAIR,1,P-1,L\n");
    }
    documents::Document report(const reports::WeeklyQuestion& question = about("2026-W05"), Language language = Language::en) {
        return reports::weekly_document(figures_of(*this, question), question, rules(), language);
    }
};

const documents::Table& table(const documents::Document& document, const std::string& key) {
    for (const documents::Table& found : document.tables)
        if (found.key == key) return found;
    throw std::logic_error("no such table");
}

Cell cell(const documents::Table& table, const documents::Row& row, const std::string& key) {
    for (std::size_t index = 0; index < table.columns.size(); ++index)
        if (table.columns[index].key == key) return row.cells.at(index);
    throw std::logic_error("no such column");
}

Lines column_keys(const documents::Table& table) {
    Lines found;
    for (const documents::Column& column : table.columns)
        found.push_back(column.key);
    return found;
}

} // namespace

TEST_CASE_FIXTURE(Busy, "the document says what it is, of which week, and that it is internal") {
    const documents::Document document = report();
    CHECK(document.schema == "peergroup.weekly-report/1");
    REQUIRE(document.facts.size() >= 3);
    CHECK(document.facts[0].key == "week");
    CHECK(std::get<documents::Coded>(document.facts[0].value.value()).code() == "2026-W05");
    CHECK(std::get<documents::Coded>(document.facts[1].value.value()).code() == "2026-01-26");
    CHECK(std::get<documents::Coded>(document.facts[2].value.value()).code() == "2026-02-01");
    REQUIRE(document.notes.size() >= 1);
    CHECK(document.notes[0].find("Internal") != std::string::npos);
}

TEST_CASE_FIXTURE(Busy, "each table has a label and the same numbers in the same order") {
    const documents::Document document = report();
    for (const auto& [key, labels] : std::vector<std::pair<std::string, Lines>>{
             {"groups", {"group", "type", "region"}}, {"types", {"type"}}, {"regions", {"region"}}}) {
        Lines expected = labels;
        expected.insert(expected.end(), keys.begin(), keys.end());
        CHECK(column_keys(table(document, key)) == expected);
    }
    CHECK(column_keys(table(document, "groups")).size() == 3 + keys.size());
}

TEST_CASE_FIXTURE(Busy, "a rate is blank where nothing was expected or no capacity is set") {
    const documents::Document document = report();
    const documents::Table& groups = table(document, "groups");
    const auto row_of = [&](const std::string& code) {
        std::optional<documents::Row> found;
        groups.each_row([&](const documents::Row& row) {
            if (row.cells[0] == Cell::text(code)) found = row;
        });
        return found.value();
    };
    CHECK(cell(groups, row_of("FULL"), "attendance_rate") == Cell::ratio(2, 2));
    CHECK(cell(groups, row_of("FULL"), "fill_rate") == Cell::ratio(2, 2));
    CHECK(cell(groups, row_of("EMPTY"), "attendance_rate") == Cell::ratio(0, 1));
    CHECK(cell(groups, row_of("QUIET"), "attendance_rate").is_empty());
    CHECK(cell(groups, row_of("QUIET"), "fill_rate").is_empty());
}

TEST_CASE_FIXTURE(Busy, "totals come from summed parts, and count everybody once") {
    const documents::Document document = report();
    for (const char* const key : {"groups", "types", "regions"}) {
        const documents::Table& sums = table(document, key);
        const documents::Row& total = sums.rows.back();
        CHECK(total.total);
        CHECK(cell(sums, total, "enrolled") == Cell::of(4));
        CHECK(cell(sums, total, "attendance_rate") == Cell::ratio(3, 4)); // a mean of rates would say 2/3
        CHECK(cell(sums, total, "fill_rate") == Cell::ratio(3, 6));
        CHECK(cell(sums, total, "attended") == Cell::of(3));
        CHECK(cell(sums, total, "people") == Cell::of(2)); // P-0001 in two groups
    }
    const documents::Table& regions = table(document, "regions");
    REQUIRE(regions.rows.size() == 2);
    CHECK(cell(regions, regions.rows[0], "people") == Cell::of(2));
    const documents::Table& types = table(document, "types");
    REQUIRE(types.rows.size() == 3);
    CHECK(std::get<documents::Coded>(types.rows[0].cells[0].value()).code() == "kainuu-perhekoulu");
    CHECK(cell(types, types.rows[1], "people") == Cell::of(2));
}

TEST_CASE_FIXTURE(Busy, "the reasons for leaving are told when somebody left") {
    for (const documents::Table& found : report().tables)
        CHECK(found.key != "left_by_reason");
    withdraw(*this, "FULL", {1}, "2026-01-28");
    withdraw(*this, "FULL", {2}, "2026-01-28", "");
    const documents::Document document = report();
    const documents::Table& reasons = table(document, "left_by_reason");
    CHECK(column_keys(reasons) == Lines{"reason", "left"});
    REQUIRE(reasons.rows.size() == 2);
    CHECK(std::get<documents::Coded>(reasons.rows[0].cells[0].value()).code() == "not_stated");
    CHECK(std::get<documents::Coded>(reasons.rows[1].cells[0].value()).code() == "moved_away");
    CHECK(reasons.rows[1].cells[1] == Cell::of(1));
}

TEST_CASE_FIXTURE(Busy, "every language tells the same to machines, in words of its own to people") {
    const auto json = [&](Language language) {
        return documents::render(report(about("2026-W05"), language), {.format = documents::Format::json, .language = language});
    };
    const auto without_words = [](const std::string& text) { return text.substr(text.find("\"groups\"")); };
    CHECK(without_words(json(Language::fi)).substr(0, 2000) == without_words(json(Language::sv)).substr(0, 2000));
    CHECK(report(about("2026-W05"), Language::fi).title != report(about("2026-W05"), Language::sv).title);
    for (const Language language : {Language::fi, Language::sv, Language::en})
        for (const documents::Table& found : report(about("2026-W05"), language).tables)
            for (const documents::Column& column : found.columns) {
                CAPTURE(column.key);
                CHECK_FALSE(column.heading.empty());
                CHECK(column.heading.find("report.weekly") == std::string::npos);
            }
}

TEST_CASE_FIXTURE(Busy, "the same question gives the same bytes, and no person's code in them") {
    for (const documents::Format format :
         {documents::Format::json, documents::Format::csv, documents::Format::table, documents::Format::markdown}) {
        const std::string once = documents::render(report(), {.format = format});
        CHECK(once == documents::render(report(), {.format = format}));
        CHECK(once.find("P-000") == std::string::npos);
        CHECK(once.find("Adult") == std::string::npos);
    }
}

TEST_CASE_FIXTURE(County, "a week without groups is a report all the same") {
    const reports::WeeklyQuestion question = about("2026-W05");
    const documents::Document document = reports::weekly_document(figures_of(*this, question), question, rules(), Language::en);
    const documents::Table& groups = table(document, "groups");
    REQUIRE(groups.rows.size() == 1);
    CHECK(groups.rows[0].total);
    CHECK(cell(groups, groups.rows[0], "attendance_rate").is_empty());
    CHECK(cell(groups, groups.rows[0], "enrolled") == Cell::of(0));
}
