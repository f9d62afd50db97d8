#include "groups/session_notes.hpp"
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

TEST_CASE_FIXTURE(MeetsTwiceOnOneDay, "themes are kept in their order, and nobody can read them in the store") {
    {
        store::Transaction transaction = database().write();
        groups::SessionNotes notes(transaction, *ring());
        notes.write(1, "kainuu", {"Arki", {"trust", "äänekäs arki", "x'; DROP TABLE session"}});
        notes.write(2, "kainuu", {"", {"sleep"}});
        CHECK(notes.of(1) == groups::Themes{"Arki", {"trust", "äänekäs arki", "x'; DROP TABLE session"}});
        notes.write(1, "kainuu", {"", {"anger"}});
        CHECK(notes.of(1) == groups::Themes{"", {"anger"}});
        CHECK(notes.of(2) == groups::Themes{"", {"sleep"}});
        CHECK(notes.of(3) == groups::Themes{});
        transaction.commit();
    }
    CHECK(number("SELECT count(*) FROM session_note WHERE instr(sealed, 'anger') > 0") == 0);
    change("UPDATE session_note SET session = 3 WHERE session = 2");
    store::Transaction transaction = database().read();
    groups::SessionNotes notes(transaction, *ring());
    CHECK(problem_of([&] { notes.of(3); }).code == "sealed-value-damaged");
}
