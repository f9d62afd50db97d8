#pragma once

#include "language/language.hpp"

#include <string>
#include <string_view>

// Days and times for people to read; what machines read is ISO 8601 and comes from elsewhere.
namespace peergroup::language {

/// `4.3.2026` in Finnish and Swedish, `4 Mar 2026` in English, whose all-number form would be ambiguous.
/// Throws std::out_of_range for a month outside 1 to 12.
std::string short_date(Language language, int year, unsigned month, unsigned day);

/// `17.05` in Finnish and Swedish of Finland, `17:05` in English.
std::string short_time(Language language, int hour, int minute);

/// The weekday by its ISO 8601 number, 1 being Monday: `maanantai`, `måndag`, `Monday`. Throws std::out_of_range for others.
std::string_view weekday_name(Language language, int iso_weekday);

/// The month as it stands alone: `maaliskuu`, `mars`, `March`. Throws std::out_of_range outside 1 to 12.
std::string_view month_name(Language language, unsigned month);

} // namespace peergroup::language
