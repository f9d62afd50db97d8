#include "reminders/event.hpp"

namespace peergroup::reminders {

std::string Event::told() const {
    std::string told = day.iso();
    if (time) told += "T" + time->text();
    if (about == catalogue::ReminderAbout::session && !venue.empty()) told += " " + venue;
    return told;
}

} // namespace peergroup::reminders
