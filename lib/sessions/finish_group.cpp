#include "sessions/finish_group.hpp"

#include "admission/leaving.hpp"
#include "admission/offers.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_changes.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/problem.hpp"
#include "people/person_code.hpp"
#include "sessions/mark_register.hpp"

#include <fmt/format.h>

#include <utility>

namespace peergroup::sessions {

namespace {

/// The meetings of a group with the marks of those that were held.
struct HeldMeetings {
    std::vector<std::pair<groups::Session, SessionMarks>> meetings;

    FinishedMember sum_up(const groups::Group& group, const admission::Membership& membership) const {
        FinishedMember member{group.code, membership};
        for (const auto& [session, marks] : meetings) {
            if (!membership.holds_on(session.starts_on)) continue;
            const AttendanceMark* const mark = marks.find(membership.person);
            if (mark != nullptr && mark->mark == Mark::excused) continue;
            ++member.held;
            if (mark != nullptr && counts_as_attended(mark->mark)) ++member.attended;
        }
        return member;
    }
};

class Finishing {
public:
    Finishing(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const Finish& finish, std::int64_t batch)
        : catalogue_(catalogue), finish_(finish), batch_(batch), groups_(transaction), schedule_(transaction),
          memberships_(transaction), marks_(transaction) {}

    FinishedGroup run(const vault::Actor& actor) {
        finished_.groups = groups_.require(finish_.group, actor);
        for (groups::Group& group : finished_.groups) {
            groups::require_running(group);
            end_members(group, end_meetings(group));
            group.state = finish_.group_cancelled ? groups::GroupState::cancelled : groups::GroupState::finished;
            group.intake = groups::Intake::closed;
            group.ended_on = finish_.last_day;
            groups_.update(group, {batch_, std::string(groups::code_of(group.state)), finish_.last_day, finish_.reason});
        }
        return std::move(finished_);
    }

private:
    HeldMeetings end_meetings(const groups::Group& group) {
        HeldMeetings held;
        for (groups::Session& session : schedule_.of_group(group.id)) {
            if (session.state == groups::SessionState::held) {
                if (session.starts_on > finish_.last_day)
                    throw Problem(ProblemKind::refused, "held-after-end",
                                  fmt::format("session {} of {} was held on {}, after the last day", session.ordinal,
                                              group.code.text(), session.starts_on.iso()),
                                  "--on");
                held.meetings.emplace_back(session, marks_.of_session(session.id));
            }
            if (session.state != groups::SessionState::planned || session.starts_on <= finish_.last_day) continue;
            if (!finish_.cancel_remaining)
                throw Problem(
                    ProblemKind::needs_confirmation, "sessions-remain",
                    fmt::format("{} still has session {} on {}", group.code.text(), session.ordinal, session.starts_on.iso()), "",
                    "add --yes to cancel what remains");
            session.state = groups::SessionState::cancelled;
            session.reason = ending_;
            schedule_.update(session, {batch_, "cancelled", session.starts_on, session.reason});
        }
        return held;
    }

    void end_members(const groups::Group& group, const HeldMeetings& held) {
        const catalogue::GroupType& type = catalogue_.type(group.type);
        const catalogue::Policy& policy = catalogue_.organisation().policy;
        for (admission::Membership& membership : memberships_.of_group(group.id)) {
            if (!membership.is_active()) continue;
            if (membership.first_day() > finish_.last_day)
                throw Problem(ProblemKind::refused, "members-after-end",
                              fmt::format("{} comes to {} on {}, after the last day",
                                          people::PersonCode(membership.person).text(), group.code.text(),
                                          membership.first_day().iso()),
                              "--on");
            const bool waiting = membership.state == admission::MembershipState::waitlisted;
            FinishedMember member = held.sum_up(group, membership);
            const std::optional<bool> completed =
                waiting || finish_.group_cancelled ? std::nullopt : completes(type, policy, member);
            admission::end_membership(memberships_, membership,
                                      {batch_, completed.value_or(false) ? "completed" : "left", finish_.last_day, ending_});
            member.membership = membership;
            if (waiting)
                ++finished_.waiting;
            else if (completed.value_or(false))
                finished_.completed.push_back(std::move(member));
            else
                finished_.exceptions.push_back(std::move(member));
        }
    }

    const catalogue::Catalogue& catalogue_;
    const Finish& finish_;
    std::int64_t batch_;
    std::string ending_ = finish_.group_cancelled ? "group_cancelled" : "group_finished";
    groups::GroupRegister groups_;
    groups::Schedule schedule_;
    admission::MembershipRegister memberships_;
    MarkRegister marks_;
    FinishedGroup finished_;
};

} // namespace

std::optional<bool> completes(const catalogue::GroupType& type, const catalogue::Policy& policy, const FinishedMember& member) {
    if (type.completion != "attendance" || !policy.completion_min || !policy.completion_of) return std::nullopt;
    return member.held > 0 && member.attended * *policy.completion_of >= member.held * *policy.completion_min;
}

FinishedGroup finish_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                           const Finish& finish) {
    if (finish.last_day > finish.today)
        throw Problem(ProblemKind::refused, "ends-in-future", fmt::format("{} is still to come", finish.last_day.iso()), "--on");
    store::Transaction transaction = database.write();
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    FinishedGroup finished = Finishing(transaction, catalogue, finish, batch).run(journal.actor());
    admission::OfferDesk(transaction, journal, catalogue, batch, finish.today).settle(finished.groups); // ends what is open
    journal.record_change(transaction, {finished.groups.front().region},
                          {finish.group.text(),
                           fmt::format("completed={} exceptions={} waiting={}", finished.completed.size(),
                                       finished.exceptions.size(), finished.waiting),
                           batch});
    transaction.commit();
    return finished;
}

} // namespace peergroup::sessions
