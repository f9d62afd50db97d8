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
    std::uint32_t told;        ///< place of what the row tells of the way in, from 1; 0: nothing
    std::uint16_t destination; ///< place of the type and region that stand in place of a group, from 1; 0: a group is named
    std::uint8_t relation;     ///< place in people::relations(), from 1; 0: not told
};

struct ByGroupCode {
    bool operator()(const Arrival& left, const Arrival& right) const {
        const auto order = left.group <=> right.group;
        return order != 0 ? order < 0 : left.line < right.line;
    }
};

/// A row whose group is known, and then its person.
struct Applicant {
    std::int64_t group; ///< 0: a type in a region
    std::int64_t other_side;
    std::int64_t person;
    std::uint64_t family;
    std::int64_t referral; ///< the way to be used up; 0: none, or one that the row begins
    std::uint32_t line;
    MaybeDay on;
    MaybeDay born;
    MaybeDay age_day;          ///< the group's first session
    std::uint32_t told;        ///< as in Arrival
    std::uint16_t destination; ///< as in Arrival
    std::uint16_t region;      ///< place in the list of the batch's regions
    std::uint16_t asked;       ///< place in the batch's lists of facts that types ask for, from 1; 0: none is asked
    std::uint16_t attested;    ///< which of the list is attested, from 1; 0: none
    std::uint16_t type;        ///< place in the batch's list of types, from 1
    std::uint16_t required;    ///< place in the batch's list of types that have to be completed before, from 1; 0: none
    std::uint8_t reached;      ///< how far the person has come
    std::int8_t priority;      ///< that the way gives
    std::uint8_t relation;     ///< as in Arrival
    bool whole_pair;           ///< the code of a pair does not say which side is meant
    bool way_is_taken;         ///< another row of the same person takes a way that would lead here
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
    std::int64_t referral; ///< the way that it came of, or 0
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

/// Families in the order of the lowest number in each, so that what is stored of their people is met in its order.
struct PlacedRelative {
    std::int64_t lowest; ///< person of the family
    Relative relative;
    auto operator<=>(const PlacedRelative&) const = default;
};

} // namespace peergroup::admission
