#include "reminders/reminder.hpp"

#include "facilitators/facilitator_code.hpp"
#include "people/person_code.hpp"

#include <array>
#include <stdexcept>

namespace peergroup::reminders {

namespace {

constexpr std::array<std::string_view, 9> words = {"claimed",   "sent",   "held",    "failed", "given_up",
                                                   "cancelled", "missed", "skipped", "unknown"};

} // namespace

std::string_view code_of(ReminderState state) {
    return words.at(static_cast<std::size_t>(state));
}

ReminderState reminder_state(std::string_view code) {
    for (std::size_t place = 0; place < words.size(); ++place)
        if (words.at(place) == code) return static_cast<ReminderState>(place);
    throw std::invalid_argument("no state of a reminder: " + std::string(code));
}

std::string Recipient::code() const {
    if (person != 0) return people::PersonCode(person).text();
    if (facilitator != 0) return facilitators::FacilitatorCode(facilitator).text();
    return staff;
}

} // namespace peergroup::reminders
