#pragma once

#include "documents/sorter.hpp"
#include "groups/group_code.hpp"
#include "people/person_details.hpp"
#include "sessions/log_sessions.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::sessions {

/// A row as a small record: what it says of one member, or, without one, that it says something of the meeting.
struct LoggedRow {
    std::int64_t group;   ///< 0 as long as it is a word; of a pair the first side
    std::int64_t person;  ///< 0: the row is about the meeting
    std::int32_t session; ///< its ordinal, or its day when `by_day`
    std::int32_t minutes; ///< -1: none
    std::int32_t adults;  ///< -1: not counted
    std::int32_t children;
    std::uint32_t line;
    std::uint32_t words; ///< place of its themes in LoggedWords, from 1; 0: none
    char mark;           ///< 0: none
    bool by_day;
    bool by_side; ///< a group is named, not a pair

    bool same_group(const LoggedRow& other) const { return group == other.group && by_side == other.by_side; }
    bool same_session(const LoggedRow& other) const {
        return same_group(other) && session == other.session && by_day == other.by_day;
    }
};

/// Meeting by meeting, in the order in which groups were made: the store holds their rows in the same one.
struct BySession {
    bool operator()(const LoggedRow& left, const LoggedRow& right) const {
        if (left.group != right.group) return left.group < right.group;
        if (left.by_side != right.by_side) return right.by_side;
        if (left.by_day != right.by_day) return right.by_day;
        if (left.session != right.session) return left.session < right.session;
        return left.person != right.person ? left.person < right.person : left.line < right.line;
    }
};
using LoggedRows = documents::Sorter<LoggedRow, BySession>;

/// A row whose group is still a word.
struct NamedRow {
    groups::PackedCode code;
    LoggedRow row;
};
struct ByCode {
    bool operator()(const NamedRow& left, const NamedRow& right) const {
        const auto order = left.code <=> right.code;
        return order != 0 ? order < 0 : left.row.line < right.row.line;
    }
};
using NamedRows = documents::Sorter<NamedRow, ByCode>;

/// The themes that rows name: a few distinct ones, said again and again.
struct Words {
    std::string theme;
    std::vector<std::string> raised;
    auto operator<=>(const Words&) const = default;
};
class LoggedWords {
public:
    std::uint32_t keep(Words words);
    const Words& at(std::uint32_t place) const { return words_.at(place - 1); }

private:
    std::vector<Words> words_;
    std::map<Words, std::uint32_t> places_;
};

/// Reads the rows of a sheet; rows that cannot be understood are rejected.
class LogReader {
public:
    LogReader(const LogRequest& request, const batches::LeftOut& left_out, batches::RowOutcomes& outcomes);
    void read(NamedRows& rows, LoggedWords& words);

private:
    enum Column : std::size_t { group, session, person, mark, minutes, theme, raised, adults, children, columns };

    std::string_view value(const documents::SheetRow& row, Column column) const;
    std::optional<people::FieldFault> understand(const documents::SheetRow& row, NamedRow& named, LoggedWords& words) const;
    std::optional<people::FieldFault> understand_session(const documents::SheetRow& row, LoggedRow& logged) const;
    std::optional<people::FieldFault> understand_mark(const documents::SheetRow& row, LoggedRow& logged) const;

    const LogRequest& request_;
    const batches::LeftOut& left_out_;
    batches::RowOutcomes& outcomes_;
    std::array<std::optional<std::size_t>, columns> places_; ///< where the sheet has each column
};

} // namespace peergroup::sessions
