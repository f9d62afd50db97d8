#include "admission/eligibility.hpp"
#include "print.hpp"
#include "unit/calendar/days.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace peergroup::admission;
using Reasons = std::vector<std::string>;

namespace {

/// Ages as of the first of February 2026.
Terms for_ages(std::optional<int> least, std::optional<int> greatest) {
    return {.running = true, .intake_open = true, .age_min = least, .age_max = greatest, .age_day = day("2026-02-01")};
}

Facts born(std::string_view iso) {
    return {day(iso)};
}

} // namespace

TEST_CASE("a group without terms takes everybody, also those of whom nothing is known") {
    CHECK(reasons_against({}, {}).empty());
    CHECK(reasons_against(for_ages({}, {}), {}).empty());
}

TEST_CASE("ages count in full years on the day, both limits included") {
    CHECK(reasons_against(for_ages(18, {}), born("2008-02-01")).empty());
    CHECK(reasons_against(for_ages(18, {}), born("2008-02-02")) == Reasons{"not-eligible.age"});
    CHECK(reasons_against(for_ages({}, 17), born("2008-02-02")).empty());
    CHECK(reasons_against(for_ages({}, 17), born("2008-02-01")) == Reasons{"not-eligible.age"});
    CHECK(reasons_against(for_ages(7, 12), born("2013-02-02")).empty()); // turns 13 the day after
    CHECK(reasons_against(for_ages(7, 12), born("2013-02-01")) == Reasons{"not-eligible.age"});
}

TEST_CASE("an unknown birth date is asked for where ages count, never guessed") {
    CHECK(reasons_against(for_ages(18, {}), {}) == Reasons{"birth-date-unknown"});
    CHECK(reasons_against(for_ages({}, 17), {}) == Reasons{"birth-date-unknown"});
}

TEST_CASE("any of the facts that are asked for suffices, and an unknown one is asked for, never guessed") {
    const Reasons asked = {"child-taken-into-care", "child-placed"};
    const Reasons placed = {"child-placed", "child-welfare-client"};
    const Reasons client = {"child-welfare-client"};
    CHECK(reasons_against({.eligibility = asked}, {.attested = placed}).empty());
    CHECK(reasons_against({.eligibility = asked}, {.attested = client}) == Reasons{"fact-unknown"});
    CHECK(reasons_against({.eligibility = asked}, {}) == Reasons{"fact-unknown"});
    CHECK(reasons_against({}, {.attested = placed}).empty());
}

TEST_CASE("where people are counted, nobody is named") {
    CHECK(reasons_against({.anonymous = true}, {}) == Reasons{"group-anonymous"});
}

TEST_CASE("every reason is told, the group's state first") {
    Terms terms = for_ages(18, {});
    terms.intake_open = false;
    CHECK(reasons_against(terms, born("2020-01-01")) == Reasons{"intake-closed", "not-eligible.age"});
    terms.running = false;
    CHECK(reasons_against(terms, {}) == Reasons{"group-ended", "birth-date-unknown"});
    const Reasons asked = {"child-placed"};
    terms.eligibility = asked;
    terms.anonymous = true;
    CHECK(reasons_against(terms, {.restricted = true}) ==
          Reasons{"group-ended", "group-anonymous", "person-restricted", "fact-unknown", "birth-date-unknown"});
    Terms ended = for_ages({}, {});
    ended.running = false;
    CHECK(reasons_against(ended, {}) == Reasons{"group-ended"});
}

TEST_CASE("ties are told by their names to whoever has clearance, and to nobody else") {
    const Ties all{.guides = true, .related_to_guide = true, .apart = true, .family_there = true};
    const Reasons named = {"facilitator-of-group", "facilitator-related", "keep-apart", "family-in-group"};
    CHECK(reasons_against({}, {.ties = all}) == named);
    CHECK(told(named, true) == named);
    CHECK(told(named, false) == Reasons{"not-placeable.restricted"});
    CHECK(told({"intake-closed", "keep-apart"}, false) == Reasons{"intake-closed", "not-placeable.restricted"});
    CHECK(told({"intake-closed"}, false) == Reasons{"intake-closed"});
    Reasons left = named;
    CHECK(set_aside(left, "keep-apart") == 1);
    CHECK(left.size() == 3);
    CHECK(set_aside(left, "not-placeable.restricted") == 3);
    CHECK(left.empty());
    CHECK(set_aside(left, "") == 0);
}

TEST_CASE("what has to be completed before is asked for where the group says so") {
    CHECK(reasons_against({.asks_completed = true}, {}) == Reasons{"not-completed"});
    CHECK(reasons_against({.asks_completed = true}, {.completed = true}).empty());
    CHECK(reasons_against({}, {}).empty());
}
