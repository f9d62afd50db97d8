#include "cli/flag_values.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <charconv>

namespace peergroup::cli {

namespace {

/// What a text should have been.
struct Wanted {
    std::string_view code; ///< of the error
    std::string_view what;
    std::string_view example;
};

Problem no_value(std::string_view place, std::string_view text, const Wanted& wanted) {
    return {ProblemKind::usage, std::string(wanted.code), fmt::format("\"{}\" is no {}", text, wanted.what), std::string(place),
            fmt::format("use {}", wanted.example)};
}

} // namespace

void read_value(std::string_view /*place*/, std::string_view text, std::string& into) {
    into = text;
}

void read_value(std::string_view /*place*/, std::string_view text, std::optional<std::string>& into) {
    into = text;
}

void read_value(std::string_view place, std::string_view text, std::optional<calendar::Date>& into) {
    into = calendar::Date::parse_either(text);
    if (!into) throw no_value(place, text, {"no-date", "date", "2026-04-30 or 30.4.2026"});
}

void read_value(std::string_view place, std::string_view text, std::optional<calendar::Instant>& into) {
    into = calendar::Instant::parse(text);
    if (!into) throw no_value(place, text, {"no-instant", "instant", "2026-03-25T15:00:00Z"});
}

void read_value(std::string_view place, std::string_view text, std::optional<calendar::IsoWeek>& into) {
    into = calendar::IsoWeek::parse(text);
    if (!into) throw no_value(place, text, {"no-week", "week", "2026-W08; not every year has a week 53"});
}

void read_value(std::string_view place, std::string_view text, std::optional<calendar::LocalTime>& into) {
    into = calendar::LocalTime::parse(text);
    if (!into) throw no_value(place, text, {"no-time", "time of day", "17:00"});
}

void read_value(std::string_view place, std::string_view text, std::optional<groups::GroupCode>& into) {
    into = groups::GroupCode::parse(text);
    if (!into) throw no_value(place, text, {"no-group-code", "code of a group", "a code such as VOI-KAI-2026-01"});
}

void read_value(std::string_view place, std::string_view text, std::optional<people::PersonCode>& into) {
    into = people::PersonCode::parse(text);
    if (!into) throw no_value(place, text, {"no-person-code", "code of a person", "a code such as P-0007"});
}

void read_value(std::string_view place, std::string_view text, std::optional<facilitators::FacilitatorCode>& into) {
    into = facilitators::FacilitatorCode::parse(text);
    if (!into) throw no_value(place, text, {"no-facilitator-code", "code of a facilitator", "a code such as F-0003"});
}

int read_whole(std::string_view place, std::string_view text, int least, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most) return number;
    const std::string example = fmt::format("a number from {} to {}", least, most);
    throw no_value(place, text, {"no-number", "whole number that fits", example});
}

} // namespace peergroup::cli
