#include "calendar/zone.hpp"

#include "calendar/day_seconds.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace peergroup::calendar {
namespace {

/// Only what IANA names are made of, so that no name leads out of the folder.
bool is_zone_name(std::string_view name) {
    const auto allowed = [](char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
               (character >= '0' && character <= '9') || std::string_view("/_+-").find(character) != std::string_view::npos;
    };
    return !name.empty() && !name.starts_with('/') && std::ranges::all_of(name, allowed);
}

std::optional<std::string> read_whole(const std::filesystem::path& path) {
    constexpr std::uintmax_t largest = 1 << 20; // the largest real one has a few kilobytes
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure) || std::filesystem::file_size(path, failure) > largest)
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Seconds since 1970-01-01 as the wall clock shows it, as if it stood in Greenwich.
std::int64_t wall_seconds(Date date, LocalTime time) {
    return date.days() * seconds_in_day + time.minutes() * 60;
}

} // namespace

std::optional<Zone> Zone::load(const std::string& iana_name, const std::string& folder) {
    if (!is_zone_name(iana_name)) return std::nullopt;
    const auto bytes = read_whole(std::filesystem::path(folder) / iana_name);
    if (!bytes) return std::nullopt;
    auto file = ZoneFile::parse(*bytes);
    if (!file) return std::nullopt;
    return Zone(iana_name, std::move(*file));
}

// No zone is a whole day or more from Greenwich or has changed its clock twice within two days, so the offsets a day
// before and a day after are the only ones that can hold.
std::vector<Instant> Zone::instants(Date date, LocalTime time) const {
    const std::int64_t wall = wall_seconds(date, time);
    const int before = file_.offset_at(wall - seconds_in_day);
    const int after = file_.offset_at(wall + seconds_in_day);
    std::vector<Instant> found;
    if (file_.offset_at(wall - before) == before) found.push_back(Instant::from_seconds(wall - before));
    if (after != before && file_.offset_at(wall - after) == after) found.push_back(Instant::from_seconds(wall - after));
    return found;
}

Instant Zone::instant(Date date, LocalTime time) const {
    const auto found = instants(date, time);
    if (!found.empty()) return found.front();
    const std::int64_t wall = wall_seconds(date, time);
    return Instant::from_seconds(wall - file_.offset_at(wall - seconds_in_day));
}

Date Zone::local_date(Instant instant) const {
    return Date::from_days(floor_to_days(instant.seconds() + offset_seconds(instant)));
}

LocalTime Zone::local_time(Instant instant) const {
    const std::int64_t wall = instant.seconds() + offset_seconds(instant);
    const int minutes = static_cast<int>((wall - floor_to_days(wall) * seconds_in_day) / 60);
    return *LocalTime::of(minutes / 60, minutes % 60);
}

} // namespace peergroup::calendar
