#include "stewardship/retention.hpp"
#include "unit/calendar/days.hpp"
#include "unit/calendar/show.hpp"
#include "unit/catalogue/shipped.hpp"

#include <doctest/doctest.h>

using peergroup::stewardship::bases_of;
using peergroup::stewardship::Basis;
using peergroup::stewardship::decisive;
using peergroup::stewardship::Keeping;
using peergroup::stewardship::RetentionFacts;
using peergroup::stewardship::RetentionQuestion;

namespace {

RetentionFacts was_in(std::string type) {
    RetentionFacts facts;
    facts.memberships.push_back(
        {.group = "GROUP", .type = std::move(type), .left_on = day("2026-05-31"), .group_ended_on = day("2026-05-31")});
    return facts;
}

Basis decided(const RetentionFacts& facts, std::string_view today, bool requested = false) {
    static const auto catalogue = shipped_catalogue();
    return decisive(bases_of(facts, catalogue, {.today = day(today), .requested = requested}));
}

} // namespace

TEST_CASE("W15: services for families with children are kept for 30 years from the closing of the case") {
    RetentionFacts facts = was_in("kainuu-closed");
    CHECK(decided(facts, "2099-01-01").keeping == Keeping::hold);
    CHECK(decided(facts, "2099-01-01").why == "event-unknown");
    CHECK(decided(facts, "2099-01-01").event == "case_closed");
    facts.events["case_closed"] = day("2026-08-31");
    const Basis running = decided(facts, "2056-08-31");
    CHECK(running.keeping == Keeping::retain);
    CHECK(running.until == day("2056-08-31"));
    CHECK(running.rule == "families_with_children");
    CHECK(decided(facts, "2056-09-01").keeping == Keeping::erase);
}

TEST_CASE("W15: child welfare is kept for two years after the client's death") {
    RetentionFacts facts = was_in("voikukkia");
    facts.events["case_closed"] = day("2026-08-31"); // is not what it waits for
    CHECK(decided(facts, "2099-01-01").keeping == Keeping::hold);
    facts.events["death"] = day("2060-02-29");
    CHECK(decided(facts, "2062-02-28").until == day("2062-02-28")); // the month lacks the day
    CHECK(decided(facts, "2062-03-01").keeping == Keeping::erase);
}

TEST_CASE("GDPR 17: an act's order to keep stands against the person's request, an association's interest does not") {
    RetentionFacts client = was_in("kainuu-closed");
    client.events["case_closed"] = day("2026-08-31");
    CHECK(decided(client, "2027-01-01", true).keeping == Keeping::retain);
    const RetentionFacts ngo = was_in("mll-peer");
    CHECK(decided(ngo, "2026-06-01").keeping == Keeping::retain);
    CHECK(decided(ngo, "2026-06-01").until == day("2027-05-31"));
    CHECK(decided(ngo, "2026-06-01", true).keeping == Keeping::erase);
    CHECK(decided(ngo, "2027-06-01").keeping == Keeping::erase);
}

TEST_CASE("whoever is still in a group, or waits for one, is kept whoever asks") {
    RetentionFacts facts = was_in("mll-peer");
    facts.memberships.push_back({.group = "NOW", .type = "mll-peer", .open = true});
    const Basis basis = decided(facts, "2040-01-01", true);
    CHECK(basis.keeping == Keeping::retain);
    CHECK(basis.why == "membership-open");
    CHECK(basis.group == "NOW");
}

TEST_CASE("a working copy ends after it was handed over, unless something came later") {
    RetentionFacts facts = was_in("kainuu-closed");
    facts.events["handed_over"] = day("2026-06-10");
    CHECK(decided(facts, "2026-06-30").keeping == Keeping::retain);
    CHECK(decided(facts, "2026-06-30").until == day("2026-09-08")); // 90 days
    CHECK(decided(facts, "2026-09-09").keeping == Keeping::erase);
    facts.memberships.front().left_on = day("2026-06-11");
    CHECK(decided(facts, "2026-09-09").keeping == Keeping::hold);
}

TEST_CASE("what nobody has said how long to keep is kept") {
    CHECK(decided(was_in("no-such-type"), "2099-01-01", true).keeping == Keeping::hold);
    CHECK(decided(was_in("no-such-type"), "2099-01-01", true).why == "rule-unknown");
    CHECK(decided({}, "2099-01-01").keeping == Keeping::hold);
    CHECK(decided({}, "2099-01-01", true).keeping == Keeping::erase); // nothing was recorded of a service
    RetentionFacts restricted;
    restricted.restricted = true;
    CHECK(decided(restricted, "2099-01-01", true).why == "restricted");
}

TEST_CASE("the longest keeping decides, and what is not known before it") {
    RetentionFacts facts = was_in("kainuu-closed");
    facts.events["case_closed"] = day("2026-08-31");
    facts.memberships.push_back(
        {.group = "OTHER", .type = "mll-peer", .left_on = day("2026-05-31"), .group_ended_on = day("2026-05-31")});
    CHECK(decided(facts, "2026-12-01").rule == "families_with_children");
    facts.memberships.push_back({.group = "VOI", .type = "voikukkia", .left_on = day("2026-05-31")});
    CHECK(decided(facts, "2026-12-01").keeping == Keeping::hold);
}
