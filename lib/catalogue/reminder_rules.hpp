#pragma once

#include "calendar/local_time.hpp"
#include "documents/template_text.hpp"
#include "language/language.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::catalogue {

/// What a reminder is about.
enum class ReminderAbout { session, interview, offer, enrolment };

/// `session`, `interview`, `offer`, `enrolment`.
std::string_view code_of(ReminderAbout about);

/// Who is reminded.
enum class ReminderAudience { participant, guardian, facilitator, coordinator };

/// One `[[rule]]` of `reminders.toml`: a message is due so many days from its event at a time of day, or so many minutes from the
/// beginning of a session.
struct ReminderRule {
    std::string id;
    ReminderAbout about = ReminderAbout::session;
    std::vector<ReminderAudience> to = {};
    bool unlogged_only = false; ///< of a session: as long as it is neither logged nor cancelled
    bool from_made = false;     ///< of an offer or an enrolment: counted from the day on which it came about
    std::optional<int> days = {};
    std::optional<calendar::LocalTime> at = {};
    std::optional<int> minutes = {};
    int max_age_minutes = 0;               ///< after the due instant; nothing older leaves
    std::string message = {};              ///< a file in `templates/`
    std::vector<std::string> types = {};   ///< empty: every type
    std::vector<std::string> regions = {}; ///< empty: every region

    bool is_for(std::string_view type, std::string_view region) const;
};

/// `reminders.toml`.
struct ReminderRules {
    std::optional<calendar::LocalTime> quiet_from = {}; ///< from here on …
    std::optional<calendar::LocalTime> quiet_to = {};   ///< … until here nothing is sent, by the clock of the region
    std::vector<int> retry_minutes = {};         ///< after each failure that may pass; after the last one a message is given up
    std::vector<std::string> telling_words = {}; ///< small letters
    std::vector<ReminderRule> rules = {};
};

/// What a message says in one language.
struct MessageWording {
    documents::TemplateText subject{""};
    documents::TemplateText mail{""};
    documents::TemplateText sms{""};
};

/// One file of `templates/`.
struct MessageTemplate {
    std::string id;
    std::array<MessageWording, 3> wordings; ///< fi, sv, en

    const MessageWording& in(Language language) const { return wordings.at(static_cast<std::size_t>(language)); }
};

/// The fields that a message may have; none of them tells of a group, a type or another person (trust: a reminder carries time, a
/// neutral alias of the place and a telephone number).
const std::vector<std::string>& message_fields();

} // namespace peergroup::catalogue
