#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

struct MeetsTwiceOnOneDay : County {
    MeetsTwiceOnOneDay() {
        groups::GroupWish wish = weekly_wish("GROUP");
        wish.meetings = {};
        wish.meetings.dates = days({"2026-02-04", "2026-02-11", "2026-02-11"});
        create(*this, wish);
    }
    groups::Session require(const std::string& word) {
        const groups::Group found = group(*this, "GROUP");
        store::Transaction transaction = database().read();
        return groups::Schedule(transaction).require(found, word);
    }
    std::string refusal(const std::string& word) {
        return problem_of([&] { require(word); }).code;
    }
};

} // namespace

TEST_CASE_FIXTURE(MeetsTwiceOnOneDay, "a meeting is named by its number or its day") {
    CHECK(require("1").ordinal == 1);
    CHECK(require("3").starts_on == day("2026-02-11"));
    CHECK(require("2026-02-04").ordinal == 1);
    CHECK(require("4.2.2026").ordinal == 1);
}

TEST_CASE_FIXTURE(MeetsTwiceOnOneDay, "a day with two meetings, or none, does not name one") {
    CHECK(refusal("2026-02-11") == "session-ambiguous");
    CHECK(refusal("2026-02-12") == "session-not-found");
    CHECK(refusal("4") == "session-not-found");
    CHECK(refusal("0") == "session-not-found");
    for (const char* const word : {"", "third", "3.", "2026-02", "99999999999999999999"})
        CHECK(refusal(word) == "no-session");
}

TEST_CASE_FIXTURE(MeetsTwiceOnOneDay, "raised themes are kept in their order") {
    store::Transaction transaction = database().write();
    groups::Schedule schedule(transaction);
    schedule.set_raised_themes(1, {"trust", "äänekäs arki", "x'; DROP TABLE session"});
    schedule.set_raised_themes(2, {"sleep"});
    CHECK(schedule.raised_themes(1) == Lines{"trust", "äänekäs arki", "x'; DROP TABLE session"});
    schedule.set_raised_themes(1, {"anger"});
    CHECK(schedule.raised_themes(1) == Lines{"anger"});
    CHECK(schedule.raised_themes(2) == Lines{"sleep"});
}
