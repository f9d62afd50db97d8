#pragma once

#include "calendar/date.hpp"
#include "groups/group.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::groups {

/// What logging asks of a group, read without the rest of it: a large batch asks it of every group.
struct LoggedGroup {
    std::int64_t id = 0;
    std::string code = {};
    std::string type = {};
    std::string region = {};
    std::string pair_code = {};
    std::int64_t other_side = 0;
    bool running = true;
    bool open = false; ///< its own openness; the type's is not asked for

    /// The code that refuses a change of what happened in the group: `not-permitted.region`, `not-permitted.group`,
    /// `group-ended`; empty when it may be made.
    std::string refusal_to_change(const vault::Actor& actor) const;
};

/// A group as a code names it.
struct NamedGroup {
    std::int64_t id = 0;
    bool pair = false; ///< the code is a pair's, and `id` its first side
};

/// A meeting as far as a log of it reads and changes it: never its day, time or venue.
struct LoggedMeeting {
    std::int64_t id = 0;
    std::int64_t group = 0;
    std::string starts_on = {}; ///< in ISO form
    std::optional<std::string> starts_at = {};
    std::optional<std::string> venue = {};
    SessionState state = SessionState::planned;
    bool moved = false;
    std::optional<int> adults = {}; ///< visitors without enrolment
    std::optional<int> children = {};
    std::int64_t attended = 0; ///< counters of its marks
    std::int64_t absent_notified = 0;
    std::int64_t absent_not_notified = 0;
    std::int64_t excused = 0;
    std::int64_t change_seq = 0;
};

/// Meetings that have been held, written in one transaction.
class MeetingLog {
public:
    explicit MeetingLog(store::Transaction& transaction);

    /// The group of the code, or the pair of it.
    std::optional<NamedGroup> named(const GroupCode& code);
    LoggedGroup group(std::int64_t id);
    /// Those of the group with this ordinal: one or none. Their counters are not read.
    std::vector<LoggedMeeting> numbered(std::int64_t group, int ordinal);
    std::vector<LoggedMeeting> on_day(std::int64_t group, calendar::Date day);

    /// Writes state, heads and counters, and adds the change: `held`, or `logged` for a meeting that was held before.
    void write(LoggedMeeting& meeting, std::int64_t batch);
    /// Writes the changes that `write` has added; to be called before the end.
    void write_added();

private:
    store::Transaction& transaction_;
    store::Statement id_of_code_;
    store::Statement id_of_pair_;
    store::Statement group_;
    store::Statement numbered_;
    store::Statement on_day_;
    store::Statement update_;
    store::Appender changes_;
};

} // namespace peergroup::groups
