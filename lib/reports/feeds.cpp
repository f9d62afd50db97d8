#include "reports/feeds.hpp"

#include "calendar/zone.hpp"
#include "facilitators/facilitator_register.hpp"
#include "language/messages.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"
#include "reports/feed_events.hpp"
#include "vault/secret_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::reports {

namespace {

std::string mark_of(const vault::SecretKey& key, const std::string& file_name) {
    return vault::secret_name(key, "mark " + file_name);
}

Problem only_own(const vault::Actor& actor) {
    return {ProblemKind::not_permitted, "not-permitted.calendar",
            fmt::format("{} gets the calendar of the own meetings", actor.id), "", "a coordinator can give out others"};
}

// The alias alone: a venue's own name may tell what it is for.
std::string place_of(const catalogue::Region& region, const std::string& venue, Language language) {
    const catalogue::Venue* const found = region.venue(venue);
    return found != nullptr && found->public_alias ? found->public_alias->in(language) : std::string();
}

void add_zone(documents::CalendarFile& file, const catalogue::Region& region) {
    if (std::ranges::find(file.zones, region.zone, &documents::CalendarZone::name) != file.zones.end()) return;
    const auto zone = calendar::Zone::load(region.zone);
    if (!zone || !zone->closing_rule() || !documents::can_be_written(*zone->closing_rule()))
        throw Problem(ProblemKind::configuration, "unknown-zone",
                      fmt::format("no calendar can be written by the clock of {}", region.zone),
                      fmt::format("region {}", region.id), "install tzdata, or put the zone right");
    file.zones.push_back({region.zone, *zone->closing_rule()});
}

} // namespace

std::string_view code_of(FeedKind kind) {
    switch (kind) {
    case FeedKind::facilitator:
        return "facilitator";
    case FeedKind::venue:
        return "venue";
    case FeedKind::region:
        return "region";
    case FeedKind::participant:
        break;
    }
    return "participant";
}

void Feeds::require_wide_role() const {
    if (journal_.actor().role == vault::Role::facilitator) throw only_own(journal_.actor());
}

FeedSubject Feeds::facilitator(facilitators::FacilitatorCode code) {
    const vault::Actor& actor = journal_.actor();
    const bool own = actor.facilitator == code.number();
    if (!own) require_wide_role();
    const auto found = facilitators::FacilitatorRegister(transaction_, journal_.keys()).require(code, actor);
    return {.kind = FeedKind::facilitator, .code = code.text(), .region = found.region, .number = code.number(), .own = own};
}

FeedSubject Feeds::venue(const std::string& id) {
    require_wide_role();
    std::string closed;
    std::vector<std::string> known;
    for (const std::string& region : catalogue_.region_ids()) {
        for (const catalogue::Venue& venue : catalogue_.region(region).venues)
            known.push_back(venue.id);
        if (catalogue_.region(region).venue(id) == nullptr) continue;
        if (journal_.actor().may_see_region(region)) return {.kind = FeedKind::venue, .code = id, .region = region};
        closed = region;
    }
    journal_.actor().require_region(closed);
    throw Problem(ProblemKind::not_found, "venue-not-found", fmt::format("there is no venue {}", id), "--venue",
                  language::did_you_mean(id, known));
}

FeedSubject Feeds::region(const std::string& id) {
    require_wide_role();
    catalogue_.region(id);
    journal_.actor().require_region(id);
    return {.kind = FeedKind::region, .code = id, .region = id};
}

FeedSubject Feeds::participant(people::PersonCode code) {
    require_wide_role();
    if (journal_.actor().role == vault::Role::reminder_job)
        throw Problem(ProblemKind::not_permitted, "not-permitted.calendar",
                      fmt::format("{} gives out no participant's calendar", journal_.actor().id), "--participant",
                      "a coordinator hands it over");
    people::PersonRegister people(transaction_, journal_.keys());
    people::require_unrestricted(people, code, journal_.actor());
    const people::Person person = people.find(code.number()).value();
    if (person.non_disclosure && !journal_.actor().cleared)
        throw Problem(ProblemKind::not_permitted, "clearance-missing",
                      fmt::format("when {} is where is given out by somebody with clearance", code.text()), "--participant",
                      "an admin can give clearance in staff.toml");
    return {.kind = FeedKind::participant,
            .code = code.text(),
            .region = person.region,
            .number = code.number(),
            .hides_place = person.non_disclosure};
}

std::vector<FeedSubject> Feeds::all(const std::string& only) {
    require_wide_role();
    const vault::Actor& actor = journal_.actor();
    std::vector<FeedSubject> subjects;
    for (const auto& found : facilitators::FacilitatorRegister(transaction_, journal_.keys()).list(only, actor))
        subjects.push_back(facilitator(found.code));
    for (const std::string& id : catalogue_.region_ids()) {
        if (!actor.may_see_region(id) || (!only.empty() && id != only) || !journal_.keys().holds(id)) continue;
        for (const catalogue::Venue& venue : catalogue_.region(id).venues)
            subjects.push_back({.kind = FeedKind::venue, .code = venue.id, .region = id});
        subjects.push_back({.kind = FeedKind::region, .code = id, .region = id});
    }
    return subjects;
}

documents::CalendarFile Feeds::calendar(const FeedQuestion& question, Language language) {
    const FeedSubject& subject = question.subject;
    const vault::SecretKey key = journal_.keys().calendars_key({subject.region, journal_.keys().newest(subject.region).version});
    EventWording wording{.zone = {},
                         .meeting = language::say(language, "calendar.meeting"),
                         .cancelled = language::say(language, "calendar.cancelled"),
                         .place = {},
                         .uid = [&](std::string_view kind, std::int64_t number) {
                             return vault::secret_name(
                                 key, fmt::format("uid {} {} {} {}", code_of(subject.kind), subject.code, kind, number));
                         }};
    documents::CalendarFile file{.name = language::say(language, "calendar.name"), .mark = mark_of(key, file_name(subject))};
    add_zone(file, catalogue_.region(subject.region)); // a calendar has to hold something
    for (const FeedGroup& group : feed_groups(transaction_, question, journal_.actor())) {
        const catalogue::Region& region = catalogue_.region(group.region);
        wording.zone = region.zone;
        add_zone(file, region);
        wording.place = [&](const std::string& venue) {
            return subject.hides_place ? std::string() : place_of(region, venue, language);
        };
        std::ranges::move(events_of(group, wording), std::back_inserter(file.events));
    }
    return file;
}

std::string Feeds::file_name(const FeedSubject& subject) const {
    const int version = journal_.keys().newest(subject.region).version;
    return vault::secret_name(journal_.keys().calendars_key({subject.region, version}),
                              fmt::format("file {} {}", code_of(subject.kind), subject.code)) +
           ".ics";
}

void Feeds::record(const std::vector<FeedSubject>& subjects, std::size_t events) {
    const std::string object = subjects.size() == 1 ? subjects.front().code : "calendars";
    journal_.record_read(transaction_, {object, fmt::format("calendars={} events={}", subjects.size(), events)});
}

bool is_calendar_of(const vault::KeyRing& keys, const MarkedFile& file, std::string_view region) {
    return std::ranges::any_of(keys.held(), [&](const vault::HeldKey& held) {
        return held.region == region && mark_of(keys.calendars_key(held), file.name) == file.mark;
    });
}

} // namespace peergroup::reports
