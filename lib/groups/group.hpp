#pragma once

#include "calendar/date.hpp"
#include "calendar/local_time.hpp"
#include "groups/group_code.hpp"
#include "vault/actor.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace peergroup::groups {

enum class GroupState { running, cancelled, finished };
enum class Intake { open, closed };
std::string_view code_of(GroupState state);
std::string_view code_of(Intake intake);

/// A group, or one side of a pair that meets at the same time. Empty texts and unset values are not stated.
struct Group {
    std::int64_t id = 0;
    GroupCode code;
    std::string type = {};
    std::string variant = {};
    std::string region = {};
    std::string municipality = {};
    std::string venue = {};
    std::string language = {};
    std::string side = {};      ///< `parents` or `children` of a pair
    std::string pair_code = {}; ///< the code that both sides share
    std::int64_t other_side = 0;
    GroupState state = GroupState::running;
    Intake intake = Intake::open;
    std::string openness = {}; ///< open or closed
    std::optional<int> capacity = {};
    bool waiting_list = true;        ///< false: whoever finds it full is refused
    std::optional<int> age_min = {}; ///< full years on the day of the first session
    std::optional<int> age_max = {};
    std::optional<calendar::Date> first_on = {};
    std::optional<calendar::Date> ended_on = {};
    std::int64_t change_seq = 0;

    bool is_children_side() const { return side == "children"; }
};

/// What an actor is asked about before meeting the group; valid as long as the group.
vault::GroupPlace place_of(const Group& group);

enum class SessionState { planned, held, cancelled };
std::string_view code_of(SessionState state);

/// A meeting of a group: a local day and time of its region.
struct Session {
    std::int64_t id = 0;
    std::int64_t group = 0;
    int ordinal = 0; ///< kept when the meeting is moved
    calendar::Date starts_on = {};
    std::optional<calendar::LocalTime> starts_at = {};
    std::optional<int> duration_minutes = {};
    std::string venue = {};
    SessionState state = SessionState::planned;
    bool moved = false;
    std::string reason = {};        ///< why it was cancelled
    std::optional<int> adults = {}; ///< visitors without enrolment
    std::optional<int> children = {};
    std::int64_t attended = 0; ///< counters of its marks
    std::int64_t absent_notified = 0;
    std::int64_t absent_not_notified = 0;
    std::int64_t excused = 0;
    std::int64_t change_seq = 0;
};

} // namespace peergroup::groups
