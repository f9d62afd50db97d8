#include "cli/wording.hpp"

#include "language/dates.hpp"
#include "language/messages.hpp"
#include "language/text.hpp"
#include "people/person_code.hpp"

#include <algorithm>

namespace peergroup::cli {

using documents::Cell;
using language::say;

documents::Column column(Language language, std::string_view key) {
    return {std::string(key), say(language, "column." + std::string(key)), false, documents::Alignment::left};
}

documents::Column number_column(Language language, std::string_view key) {
    documents::Column numbers = column(language, key);
    numbers.alignment = documents::Alignment::right;
    return numbers;
}

documents::Column id_column(Language language, std::string_view key) {
    documents::Column ids = column(language, key);
    ids.is_id = true;
    return ids;
}

documents::Fact fact(Language language, std::string_view key, Cell value) {
    return {std::string(key), say(language, "column." + std::string(key)), std::move(value)};
}

Cell coded(Language language, std::string_view kind, std::string_view code) {
    if (code.empty()) return Cell::empty();
    const std::string key = std::string(kind) + "." + std::string(code);
    return Cell::coded(std::string(code), language::has_message(language, key) ? say(language, key) : std::string(code));
}

Cell yes_or_no(Language language, bool set) {
    return Cell::flag(set, say(language, set ? "answer.yes" : "answer.no"));
}

Cell yes_or_no(Language language, std::optional<bool> set) {
    return set ? yes_or_no(language, *set) : Cell::empty();
}

Cell day(Language language, std::optional<calendar::Date> date) {
    return date ? Cell::coded(date->iso(), shown_day(language, *date)) : Cell::empty();
}

Cell weekday_of(Language language, calendar::Date date) {
    const int number = static_cast<int>(date.weekday());
    return Cell::coded(language::lower(language::weekday_name(Language::en, number)),
                       std::string(language::weekday_name(language, number)));
}

Cell time_of_day(Language language, std::optional<calendar::LocalTime> time) {
    return time ? Cell::coded(time->text(), language::short_time(language, time->hour(), time->minute())) : Cell::empty();
}

Cell number(std::optional<int> number) {
    return number ? Cell::of(std::int64_t{*number}) : Cell::empty();
}

Cell codes(std::vector<std::string> list) {
    return Cell::list(std::move(list));
}

void say_not_stated(documents::Document& document, Language language) {
    for (documents::Fact& fact : document.facts)
        if (fact.value.is_empty()) fact.value = Cell::text(say(language, "not-stated"));
}

void drop_blank_columns(documents::Table& table) {
    for (std::size_t index = table.columns.size(); index-- > 0;) {
        const auto at = static_cast<std::ptrdiff_t>(index);
        if (std::ranges::any_of(table.rows, [&](const documents::Row& row) { return !row.cells[index].is_empty(); })) continue;
        table.columns.erase(table.columns.begin() + at);
        for (documents::Row& row : table.rows)
            row.cells.erase(row.cells.begin() + at);
    }
}

std::vector<documents::Fact> facts_of(const documents::Table& table) {
    std::vector<documents::Fact> facts;
    for (std::size_t index = 0; index < table.columns.size(); ++index)
        facts.push_back({table.columns[index].key, table.columns[index].heading, table.rows.front().cells[index]});
    return facts;
}

std::string code_of_person(std::int64_t number) {
    return number == 0 ? "" : people::PersonCode(number).text();
}

std::string shown_day(Language language, calendar::Date date) {
    return language::short_date(language, date.year(), date.month(), date.day());
}

std::string sentence_of(Language language, const groups::Notice& notice, const catalogue::Catalogue& catalogue,
                        const catalogue::Region& region) {
    const bool names_holiday = notice.code == "skipped-holiday" || notice.code == "on-holiday";
    const std::string detail =
        names_holiday ? catalogue.holiday_name(region.calendar, notice.detail).in(language) : notice.detail;
    return say(language, "notice." + notice.code,
               {{"day", notice.day ? shown_day(language, *notice.day) : std::string()}, {"detail", detail}});
}

} // namespace peergroup::cli
