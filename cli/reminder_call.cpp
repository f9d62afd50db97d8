#include "cli/reminder_call.hpp"

#include "cli/permission.hpp"
#include "cli/wording.hpp"
#include "language/dates.hpp"
#include "language/messages.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

constexpr const char* ground = "reminder";

} // namespace

std::vector<reminders::Coordinator> coordinators_of(const Call& call) {
    std::vector<reminders::Coordinator> coordinators;
    const Staff staff = staff_of(call);
    for (const StaffMember& member : staff.members())
        if (member.actor.role == vault::Role::coordinator)
            coordinators.push_back({member.actor.id, member.email, member.actor.regions});
    return coordinators;
}

ReminderCall::ReminderCall(const Call& call)
    : call_(call), catalogue_(open_catalogue(call)), journal_(journal_of_job(call, ground)),
      coordinators_(coordinators_of(call)) {}

reminders::Sender ReminderCall::sender(std::optional<calendar::Instant> as_of) const {
    return {catalogue_, journal_, coordinators_, call_.workspace.language().value_or(Language::fi),
            as_of.value_or(instant_of(call_))};
}

calendar::Instant instant_of(const Call& call) {
    return call.flags.now.value_or(call.surroundings.clock());
}

reminders::TransportFolders transport_folders(const Call& call) {
    return {call.workspace.folder(), call.surroundings.modules};
}

documents::Cell moment(const Call& call, calendar::Instant instant, const calendar::Zone& zone) {
    const calendar::LocalTime time = zone.local_time(instant);
    return documents::Cell::coded(instant.text(), fmt::format("{} {}", shown_day(call.language, zone.local_date(instant)),
                                                              language::short_time(call.language, time.hour(), time.minute())));
}

documents::Cell reminder_reason(Language language, const std::string& code) {
    return coded(language, "reminder-reason", code);
}

std::vector<std::string> notices_of_held(const Call& call, const catalogue::Delivery& delivery) {
    std::vector<std::string> notices;
    if (delivery.mail.transport == catalogue::MailTransport::folder)
        notices.push_back(language::say(call.language, "remind.mail-is-held"));
    if (delivery.sms.transport == catalogue::SmsTransport::folder)
        notices.push_back(language::say(call.language, "remind.sms-is-held"));
    return notices;
}

} // namespace peergroup::cli
