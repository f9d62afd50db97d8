#include "groups/meeting_changes.hpp"

#include "catalogue/catalogue_store.hpp"
#include "groups/group_changes.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::groups {

namespace {

/// One change of meetings: the groups that it concerns, in the transaction that writes it.
class MeetingChange {
public:
    MeetingChange(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                  const MeetingChoice& choice)
        : catalogue_(catalogue), journal_(journal), choice_(choice), transaction_(database.write()), register_(transaction_),
          schedule_(transaction_) {
        groups_ = register_.require(choice.code, journal.actor());
        if (groups_.size() == 1 && groups_.front().other_side != 0 && !choice.this_side_only)
            groups_.push_back(register_.find(groups_.front().other_side).value());
        for (const Group& group : groups_) {
            journal.actor().require_group(place_of(group));
            require_running(group);
        }
        batch_ = journal.begin_batch(transaction_, catalogue::keep_catalogue(transaction_, catalogue));
    }

    const std::vector<Group>& groups() const { return groups_; }
    Schedule& schedule() { return schedule_; }
    Change change(const std::string& kind, calendar::Date effective_on, const std::string& reason = "") const {
        return {batch_, kind, effective_on, reason};
    }
    Session planned(const Group& group) {
        Session session = schedule_.require(group, choice_.session);
        if (session.state != SessionState::planned)
            throw Problem(ProblemKind::refused, "session-not-planned",
                          fmt::format("session {} of {} is {}", session.ordinal, group.code.text(), code_of(session.state)));
        return session;
    }
    std::vector<Notice> notices_of(const MeetingTime& time) const {
        const Group& group = groups_.front();
        const catalogue::Region& region = catalogue_.region(group.region);
        if (!time.venue.empty()) region.require_venue(time.venue);
        return notices_of_day(catalogue_, region, group.municipality, time.day);
    }
    ChangedMeetings finish(ChangedMeetings changed) {
        for (Group& group : groups_)
            note_first_meeting(group);
        journal_.record_change(
            transaction_, {groups_.front().region},
            {choice_.code.text(), fmt::format("sessions={}", changed.sessions.size() + changed.extra_sessions.size()), batch_});
        transaction_.commit();
        return changed;
    }

private:
    // Ages are judged on the day of the first meeting, so a group knows it.
    void note_first_meeting(Group& group) {
        std::optional<calendar::Date> first;
        for (const Session& session : schedule_.of_group(group.id))
            if (session.state != SessionState::cancelled && (!first || session.starts_on < *first)) first = session.starts_on;
        if (!first || first == group.first_on) return;
        group.first_on = first;
        register_.update(group, change("rescheduled", choice_.today));
    }

    const catalogue::Catalogue& catalogue_;
    const vault::Journal& journal_;
    const MeetingChoice& choice_;
    store::Transaction transaction_;
    GroupRegister register_;
    Schedule schedule_;
    std::vector<Group> groups_;
    std::int64_t batch_ = 0;
};

void take_time(Session& session, const MeetingTime& time) {
    session.starts_on = time.day;
    if (time.time) session.starts_at = time.time;
    if (time.duration_minutes) session.duration_minutes = time.duration_minutes;
    if (!time.venue.empty()) session.venue = time.venue;
}

// The group's own interval is the shortest between its meetings: longer ones come from weeks that were left out. Of a single
// meeting it is what the type states.
std::optional<int> interval_of(const catalogue::Catalogue& catalogue, const Group& group, const std::vector<Session>& sessions) {
    std::optional<int> shortest;
    for (std::size_t index = 1; index < sessions.size(); ++index) {
        const int days = sessions[index].starts_on.days() - sessions[index - 1].starts_on.days();
        if (days > 0 && (!shortest || days < *shortest)) shortest = days;
    }
    return shortest ? shortest : catalogue.type(group.type).interval_days;
}

// Behind the last meeting, in the rhythm of those that stand where they were planned.
std::optional<calendar::Date> extra_day(const catalogue::Catalogue& catalogue, const Group& group,
                                        const std::vector<Session>& sessions) {
    std::vector<Session> regular = sessions;
    std::erase_if(regular, [](const Session& session) { return session.moved; });
    if (regular.empty()) regular = sessions;
    const auto interval = interval_of(catalogue, group, regular);
    if (!interval) return std::nullopt;
    const calendar::Date last = std::ranges::max(sessions, {}, &Session::starts_on).starts_on;
    MeetingWish wish;
    wish.start = std::ranges::max(regular, {}, &Session::starts_on).starts_on.plus_days(*interval);
    while (*wish.start <= last)
        wish.start = wish.start->plus_days(*interval);
    wish.interval_days = interval;
    wish.count = 1;
    return plan_meetings(catalogue, catalogue.region(group.region), group.municipality, wish).dates.front();
}

} // namespace

const std::vector<std::string>& cancel_reasons() {
    static const std::vector<std::string> reasons = {
        "facilitator_absent", "too_few_participants", "public_holiday", "venue", "weather", "epidemic", "other"};
    return reasons;
}

ChangedMeetings add_meeting(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                            const MeetingChoice& choice, const MeetingTime& time) {
    MeetingChange meeting(database, catalogue, journal, choice);
    ChangedMeetings changed;
    changed.notices = meeting.notices_of(time);
    for (const Group& group : meeting.groups()) {
        const std::vector<Session> sessions = meeting.schedule().of_group(group.id);
        Session session{.group = group.id, .ordinal = sessions.empty() ? 1 : sessions.back().ordinal + 1, .starts_on = time.day};
        session.duration_minutes = catalogue.type(group.type).duration_minutes;
        session.venue = group.venue;
        if (!sessions.empty()) session.starts_at = sessions.back().starts_at;
        take_time(session, time);
        meeting.schedule().add(session, meeting.change("planned", time.day));
        changed.sessions.push_back(session);
    }
    return meeting.finish(std::move(changed));
}

ChangedMeetings move_meeting(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                             const MeetingChoice& choice, const MeetingTime& time) {
    MeetingChange meeting(database, catalogue, journal, choice);
    ChangedMeetings changed;
    changed.notices = meeting.notices_of(time);
    for (const Group& group : meeting.groups()) {
        Session session = meeting.planned(group);
        take_time(session, time);
        session.moved = true;
        meeting.schedule().update(session, meeting.change("moved", time.day));
        changed.sessions.push_back(session);
    }
    return meeting.finish(std::move(changed));
}

ChangedMeetings cancel_meeting(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                               const MeetingChoice& choice, const Cancellation& cancellation) {
    if (std::ranges::find(cancel_reasons(), cancellation.reason) == cancel_reasons().end())
        throw Problem(ProblemKind::usage, "unknown-cancel-reason",
                      fmt::format("\"{}\" is no reason for cancelling", cancellation.reason), "--reason",
                      language::did_you_mean(cancellation.reason, cancel_reasons()));
    MeetingChange meeting(database, catalogue, journal, choice);
    const auto after = cancellation.after ? cancellation.after : catalogue.organisation().policy.after_cancelled;
    ChangedMeetings changed;
    for (const Group& group : meeting.groups()) {
        Session session = meeting.planned(group);
        session.state = SessionState::cancelled;
        session.reason = cancellation.reason;
        meeting.schedule().update(session, meeting.change("cancelled", session.starts_on, cancellation.reason));
        changed.sessions.push_back(session);
        if (after != catalogue::AfterCancelled::append) continue;
        const std::vector<Session> sessions = meeting.schedule().of_group(group.id);
        const auto day = extra_day(catalogue, group, sessions);
        if (!day) {
            changed.notices.push_back({"interval-not-stated", "", {}});
            continue;
        }
        Session extra{.group = group.id, .ordinal = sessions.back().ordinal + 1, .starts_on = *day};
        extra.starts_at = session.starts_at;
        extra.duration_minutes = session.duration_minutes;
        extra.venue = session.venue;
        meeting.schedule().add(extra, meeting.change("planned", *day));
        changed.extra_sessions.push_back(extra);
    }
    return meeting.finish(std::move(changed));
}

} // namespace peergroup::groups
