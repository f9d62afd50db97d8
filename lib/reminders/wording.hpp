#pragma once

#include "catalogue/catalogue.hpp"
#include "reminders/reminder.hpp"

#include <string>

namespace peergroup::reminders {

/// What a message says.
struct Wording {
    std::string subject;
    std::string text;
};

/// The template of the candidate's rule, filled for the event: day, time, the public alias of the place where one is stated and
/// the telephone number of the office, and nothing else. What is not stated is not there.
Wording wording_of(const catalogue::Catalogue& catalogue, const Candidate& candidate, Language language, people::Channel channel);

} // namespace peergroup::reminders
