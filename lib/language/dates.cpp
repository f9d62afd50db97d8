#include "language/dates.hpp"

#include <fmt/format.h>

#include <array>

namespace peergroup::language {
namespace {

constexpr std::array<std::array<std::string_view, 7>, 3> weekdays{{
    {"maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"},
    {"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
}};

constexpr std::array<std::array<std::string_view, 12>, 3> months{{
    {"tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu", "syyskuu", "lokakuu",
     "marraskuu", "joulukuu"},
    {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}};

} // namespace

std::string short_date(Language language, int year, unsigned month, unsigned day) {
    const std::string_view name = month_name(language, month);
    if (language == Language::en) return fmt::format("{} {} {}", day, name.substr(0, 3), year);
    return fmt::format("{}.{}.{}", day, month, year);
}

std::string short_time(Language language, int hour, int minute) {
    return fmt::format("{}{}{:02}", hour, language == Language::en ? ':' : '.', minute);
}

std::string_view weekday_name(Language language, int iso_weekday) {
    return weekdays.at(static_cast<std::size_t>(language)).at(static_cast<std::size_t>(iso_weekday - 1));
}

std::string_view month_name(Language language, unsigned month) {
    return months.at(static_cast<std::size_t>(language)).at(std::size_t{month} - 1);
}

} // namespace peergroup::language
