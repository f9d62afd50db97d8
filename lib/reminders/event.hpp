#pragma once

#include "calendar/date.hpp"
#include "calendar/local_time.hpp"
#include "catalogue/reminder_rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// What a reminder is about: a session, an interview, an open offer, or a membership of whose beginning people are to be told.
struct Event {
    catalogue::ReminderAbout about = catalogue::ReminderAbout::session;
    std::int64_t id = 0;     ///< its number; the two sides of a pair that meet at the same time are one event, the parents'
    std::int64_t person = 0; ///< whom it is about; 0 for a session, which is about all members of its day
    std::int64_t group = 0;  ///< 0: towards a type, before there is any group
    std::string group_code = {};
    std::string type = {};
    std::string region = {};
    std::string municipality = {};
    std::string venue = {};
    std::string language = {}; ///< of the group, or empty
    bool for_children = false; ///< the children's side of a pair, or a group in which nobody is of age
    bool logged = false;       ///< a session that was held
    calendar::Date day =
        {}; ///< by the clock of the region: of the session or the interview, the last to answer, the first meeting
    std::optional<calendar::LocalTime> time = {};
    calendar::Date made_on = {}; ///< of an offer or a membership: the day on which it came about

    /// When and where it was said to be: whoever was told otherwise is told again.
    std::string told() const;
};

} // namespace peergroup::reminders
