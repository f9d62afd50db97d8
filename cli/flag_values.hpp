#pragma once

#include "calendar/date.hpp"
#include "calendar/instant.hpp"
#include "calendar/iso_week.hpp"
#include "calendar/local_time.hpp"
#include "facilitators/facilitator_code.hpp"
#include "groups/group_code.hpp"
#include "people/person_code.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How the texts of flags and operands become values. Each throws Problem(usage) for a text that is none, at `place`, the flag or
// the operand.
namespace peergroup::cli {

/// A whole number from `least` to `most`, when it is given.
template <int least, int most> struct Whole {
    std::optional<int> value = {};
};

void read_value(std::string_view place, std::string_view text, std::string& into);
void read_value(std::string_view place, std::string_view text, std::optional<std::string>& into);
void read_value(std::string_view place, std::string_view text, std::optional<calendar::Date>& into);
void read_value(std::string_view place, std::string_view text, std::optional<calendar::Instant>& into);
void read_value(std::string_view place, std::string_view text, std::optional<calendar::IsoWeek>& into);
void read_value(std::string_view place, std::string_view text, std::optional<calendar::LocalTime>& into);
void read_value(std::string_view place, std::string_view text, std::optional<groups::GroupCode>& into);
void read_value(std::string_view place, std::string_view text, std::optional<people::PersonCode>& into);
void read_value(std::string_view place, std::string_view text, std::optional<facilitators::FacilitatorCode>& into);

/// The digits of a number, without sign or blanks; "010" is ten.
int read_whole(std::string_view place, std::string_view text, int least, int most);

template <int least, int most> void read_value(std::string_view place, std::string_view text, Whole<least, most>& into) {
    into.value = read_whole(place, text, least, most);
}

template <class Value> void read_value(std::string_view place, std::string_view text, std::vector<Value>& into) {
    std::optional<Value> value;
    read_value(place, text, value);
    into.push_back(std::move(*value));
}

template <class Value> struct is_vector : std::false_type {};
template <class Value> struct is_vector<std::vector<Value>> : std::true_type {};

} // namespace peergroup::cli
