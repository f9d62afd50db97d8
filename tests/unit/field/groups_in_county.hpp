#pragma once

#include "catalogue/catalogue_store.hpp"
#include "groups/create_group.hpp"
#include "groups/group_changes.hpp"
#include "groups/group_register.hpp"
#include "groups/meeting_changes.hpp"
#include "groups/schedule.hpp"
#include "unit/field/county.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace field {

namespace calendar = peergroup::calendar;
namespace groups = peergroup::groups;

inline groups::GroupCode group_code(std::string_view text) {
    return groups::GroupCode::parse(text).value();
}

/// A wish of the middle of January 2026 for a group of that type; what it leaves open comes from its type or stays unset.
inline groups::GroupWish wish_of(std::string type, std::string region = "") {
    groups::GroupWish wish;
    wish.type = std::move(type);
    wish.region = std::move(region);
    wish.today = day("2026-01-15");
    return wish;
}

/// A group of parents that has no rule of its own: weekly from Wednesday 2026-01-28, eight times, in Kainuu.
inline groups::GroupWish weekly_wish(std::string code = "") {
    groups::GroupWish wish = wish_of("mll-peer", "kainuu");
    wish.code = std::move(code);
    wish.meetings = {.start = day("2026-01-28"), .interval_days = 7, .count = 8};
    wish.time = calendar::LocalTime::parse("17:00");
    return wish;
}

/// A pair that meets ten times from Wednesday 2026-01-28 in Kajaani.
inline groups::GroupWish pair_wish(std::string code = "") {
    groups::GroupWish wish = wish_of("kainuu-perhekoulu");
    wish.venue = "kajaani-perhekeskus";
    wish.code = std::move(code);
    wish.meetings.start = day("2026-01-28");
    wish.time = calendar::LocalTime::parse("17:00");
    return wish;
}

inline groups::CreatedGroup create(County& county, const groups::GroupWish& wish) {
    return groups::create_group(county.database(), county.rules(), county.journal("group create"), wish);
}

inline groups::Group group(County& county, std::string_view code) {
    store::Transaction transaction = county.database().read();
    return groups::GroupRegister(transaction).find(group_code(code)).value();
}

inline std::vector<groups::Session> sessions(County& county, std::string_view code) {
    const groups::Group found = group(county, code);
    store::Transaction transaction = county.database().read();
    return groups::Schedule(transaction).of_group(found.id);
}

/// The days on which a group meets, by ordinal.
inline std::vector<calendar::Date> meeting_days(County& county, std::string_view code) {
    std::vector<calendar::Date> found;
    for (const groups::Session& session : sessions(county, code))
        found.push_back(session.starts_on);
    return found;
}

inline std::vector<groups::Group> decide(County& county, std::string_view code, groups::GroupVerb verb, std::string_view on) {
    return groups::decide_group(county.database(), county.rules(), county.journal("group"), {group_code(code), verb, day(on)});
}

/// Cancels a group on its own row alone: what else belongs to an end is done by the room of sessions.
inline void end_group(County& county, std::string_view code, std::string_view on) {
    groups::Group ended = group(county, code);
    const vault::Journal journal = county.journal("group cancel");
    store::Transaction transaction = county.database().write();
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, county.rules()));
    ended.state = groups::GroupState::cancelled;
    ended.intake = groups::Intake::closed;
    ended.ended_on = day(on);
    groups::GroupRegister(transaction).update(ended, {batch, "cancelled", day(on), "too_few_participants"});
    transaction.commit();
}

inline groups::ChangedMeetings add_meeting(County& county, const groups::MeetingChoice& choice, const groups::MeetingTime& time) {
    return groups::add_meeting(county.database(), county.rules(), county.journal("session add"), choice, time);
}

inline groups::ChangedMeetings move_meeting(County& county, const groups::MeetingChoice& choice,
                                            const groups::MeetingTime& time) {
    return groups::move_meeting(county.database(), county.rules(), county.journal("session move"), choice, time);
}

inline groups::ChangedMeetings cancel_meeting(County& county, const groups::MeetingChoice& choice,
                                              const groups::Cancellation& cancellation) {
    return groups::cancel_meeting(county.database(), county.rules(), county.journal("session cancel"), choice, cancellation);
}

} // namespace field
