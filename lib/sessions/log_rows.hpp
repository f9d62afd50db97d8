#pragma once

#include "documents/sorter.hpp"
#include "people/person_details.hpp"
#include "sessions/log_sessions.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::sessions {

/// A row as a small record: what it says of one member, or, without one, that it says something of the meeting.
struct LoggedRow {
    std::array<char, 32> group_code; ///< filled up with zeros
    std::int64_t person;             ///< 0: the row is about the meeting
    std::int32_t session;            ///< its ordinal, or its day when `by_day`
    std::int32_t minutes;            ///< -1: none
    std::int32_t adults;             ///< -1: not counted
    std::int32_t children;
    std::uint32_t line;
    std::uint32_t words; ///< place of its themes in LoggedWords, from 1; 0: none
    char mark;           ///< 0: none
    bool by_day;

    std::string_view group() const { return {group_code.data(), strnlen(group_code.data(), group_code.size())}; }
    bool same_session(const LoggedRow& other) const {
        return group() == other.group() && session == other.session && by_day == other.by_day;
    }
};

struct BySession {
    bool operator()(const LoggedRow& left, const LoggedRow& right) const {
        const int order = std::memcmp(left.group_code.data(), right.group_code.data(), left.group_code.size());
        if (order != 0) return order < 0;
        if (left.by_day != right.by_day) return right.by_day;
        if (left.session != right.session) return left.session < right.session;
        return left.person != right.person ? left.person < right.person : left.line < right.line;
    }
};

using LoggedRows = documents::Sorter<LoggedRow, BySession>;

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
    void read(LoggedRows& rows, LoggedWords& words);

private:
    std::string_view value(const documents::SheetRow& row, std::string_view column) const;
    std::optional<people::FieldFault> understand(const documents::SheetRow& row, LoggedRow& logged, LoggedWords& words) const;
    std::optional<people::FieldFault> understand_session(const documents::SheetRow& row, LoggedRow& logged) const;
    std::optional<people::FieldFault> understand_mark(const documents::SheetRow& row, LoggedRow& logged) const;

    const LogRequest& request_;
    const batches::LeftOut& left_out_;
    batches::RowOutcomes& outcomes_;
    std::vector<std::pair<std::string_view, std::optional<std::size_t>>> places_;
};

} // namespace peergroup::sessions
