#include "cli/wording.hpp"

#include "language/dates.hpp"
#include "language/messages.hpp"

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
    return Cell::coded(std::string(code), say(language, std::string(kind) + "." + std::string(code)));
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

Cell time_of_day(Language language, std::optional<calendar::LocalTime> time) {
    return time ? Cell::coded(time->text(), language::short_time(language, time->hour(), time->minute())) : Cell::empty();
}

Cell number(std::optional<int> number) {
    return number ? Cell::of(std::int64_t{*number}) : Cell::empty();
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
