#pragma once

#include "calendar/date.hpp"
#include "groups/group_code.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

// The small records that a batch sorts, instead of holding its rows: numbers and codes, never a name.
namespace peergroup::admission {

/// A day, or none, in four bytes.
struct MaybeDay {
    std::int32_t days = std::numeric_limits<std::int32_t>::min();

    static MaybeDay of(const std::optional<calendar::Date>& date) { return date ? MaybeDay{date->days()} : MaybeDay{}; }
    std::optional<calendar::Date> date() const {
        return days == std::numeric_limits<std::int32_t>::min() ? std::nullopt : std::optional(calendar::Date::from_days(days));
    }
};

/// What a row says its person is in the family, in one byte and back.
std::uint8_t mark_of_relation(std::string_view relation);
std::string relation_of(std::uint8_t mark);

/// A row whose group and person are still words.
struct Arrival {
    groups::PackedCode group;
    std::int64_t person;  ///< 0: to be found by what the row says of the person
    std::uint64_t family; ///< 0: no family named
    std::uint32_t line;
    MaybeDay on;
    std::uint8_t relation; ///< place in people::relations(), from 1; 0: not told
};

struct ByGroupCode {
    bool operator()(const Arrival& left, const Arrival& right) const {
        const auto order = left.group <=> right.group;
        return order != 0 ? order < 0 : left.line < right.line;
    }
};

/// A row whose group is known, and then its person.
struct Applicant {
    std::int64_t group;
    std::int64_t children_side; ///< of a pair, whose code does not say which side is meant; else 0
    std::int64_t person;
    std::uint64_t family;
    std::uint32_t line;
    std::uint32_t region; ///< place in the list of the batch's regions
    MaybeDay on;
    MaybeDay born;
    MaybeDay age_day;       ///< the group's first session
    std::uint16_t asked;    ///< place in the batch's lists of facts that types ask for, from 1; 0: none is asked
    std::uint16_t attested; ///< which of the list is attested, from 1; 0: none
    std::uint16_t required; ///< place in the batch's list of types that have to be completed before, from 1; 0: none
    std::uint8_t relation;  ///< as in Arrival
    bool needs_birth;
    bool completed; ///< that type
    bool restricted;
};

struct ByPerson {
    bool operator()(const Applicant& left, const Applicant& right) const {
        return left.person != right.person ? left.person < right.person : left.line < right.line;
    }
};

struct ByLine {
    bool operator()(const Applicant& left, const Applicant& right) const { return left.line < right.line; }
};

struct ByGroup {
    bool operator()(const Applicant& left, const Applicant& right) const {
        return left.group != right.group ? left.group < right.group : left.line < right.line;
    }
};

/// A new membership on its way into the table that is ordered by person.
struct NewMember {
    std::int64_t person;
    std::int64_t group;
    std::int32_t episode;
    auto operator<=>(const NewMember&) const = default;
};

/// One of a family, on the way to being linked with the rest of it.
struct Relative {
    std::uint64_t family;
    std::int64_t person;
    std::uint32_t line;
    std::uint8_t relation; ///< as in Arrival
    std::uint8_t status;   ///< batches::RowStatus with which the row was taken
    auto operator<=>(const Relative&) const = default;
};

} // namespace peergroup::admission
