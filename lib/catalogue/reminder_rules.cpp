#include "catalogue/reminder_rules.hpp"

#include <algorithm>

namespace peergroup::catalogue {

std::string_view code_of(ReminderAbout about) {
    switch (about) {
    case ReminderAbout::session:
        return "session";
    case ReminderAbout::interview:
        return "interview";
    case ReminderAbout::offer:
        return "offer";
    case ReminderAbout::enrolment:
        break;
    }
    return "enrolment";
}

bool ReminderRule::is_for(std::string_view type, std::string_view region) const {
    const auto names = [](const std::vector<std::string>& list, std::string_view wanted) {
        return list.empty() || std::ranges::find(list, wanted) != list.end();
    };
    return names(types, type) && names(regions, region);
}

const std::vector<std::string>& message_fields() {
    static const std::vector<std::string> fields = {"date", "phone", "place", "time", "weekday"};
    return fields;
}

} // namespace peergroup::catalogue
