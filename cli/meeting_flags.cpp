#include "cli/meeting_flags.hpp"

#include "cli/group_document.hpp"
#include "cli/output.hpp"
#include "groups/group_register.hpp"

namespace peergroup::cli {

void declare_meeting_time(Verb& verb, MeetingFlags& flags) {
    verb.flag("--time TIME", "of the meeting, such as 17:00", flags.time)
        .flag("--duration MINUTES", "of the meeting", flags.duration)
        .flag("--venue VENUE", "where it is", flags.venue);
}

void declare_meeting_side(Verb& verb, MeetingFlags& flags) {
    verb.flag("--this-side-only", "only this side of a pair, not both", flags.this_side_only);
}

const catalogue::Region& region_of(const MeetingFlags& flags, const Call& call, store::Database& database,
                                   const catalogue::Catalogue& catalogue) {
    return catalogue.region(look_up_group(call, database, *flags.group).region);
}

groups::MeetingChoice choice_of(const MeetingFlags& flags, calendar::Date today) {
    return {.code = *flags.group, .session = flags.session, .this_side_only = flags.this_side_only, .today = today};
}

groups::MeetingTime time_of(const MeetingFlags& flags) {
    return {.day = *flags.day, .time = flags.time, .duration_minutes = flags.duration.value, .venue = flags.venue};
}

void show_changed(const Call& call, store::Database& database, const catalogue::Catalogue& catalogue,
                  const groups::ChangedMeetings& changed) {
    store::Transaction transaction = database.read();
    groups::GroupRegister groups(transaction);
    std::vector<GroupMeeting> meetings;
    std::string region;
    for (const auto* const sessions : {&changed.sessions, &changed.extra_sessions})
        for (const groups::Session& session : *sessions) {
            const groups::Group group = groups.find(session.group).value();
            region = group.region;
            meetings.push_back({group.code, session});
        }
    documents::Document document{"peergroup.session-changed/1", "", {}, {session_table(call.language, meetings)}, {}};
    tell_beside(call, document, sentences_of(call.language, changed.notices, catalogue, region));
    show(call, document);
}

} // namespace peergroup::cli
