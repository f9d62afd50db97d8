#include "admission/offers.hpp"
#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

// Weeks of 2026: W05 is 26 January to 1 February, W06 2 to 8 February, W07 9 to 15 February, W08 16 to 22 February.

namespace {

/// One seat that P-0001 leaves on Thursday of W05; P-0002 waits and is offered it on that day, for a week.
struct Offered : County {
    Offered() {
        add_adults(*this, 3);
        groups::GroupWish wish = wish_of("mll-peer", "kainuu");
        wish.code = "GROUP";
        wish.capacity = 1;
        create(*this, wish);
        now = "2026-01-26T09:00:00Z";
        enrol(*this, "group,person,on\nGROUP,P-0001,2026-01-26\nGROUP,P-0002,2026-01-26\n");
        now = "2026-01-29T09:00:00Z";
        sessions_room::Withdrawal withdrawal{
            {group_code("GROUP")}, {person(1)}, day("2026-01-29"), "moved_away", day("2026-01-29")};
        (void)sessions_room::withdraw(database(), rules(), journal("withdraw"), withdrawal);
    }
    void accept(std::string_view on) {
        admission::answer_offers(database(), rules(), journal("offer accept"),
                                 {.verb = admission::OfferVerb::accept,
                                  .group = group_code("GROUP"),
                                  .people = {person(2)},
                                  .on = day(on),
                                  .today = day(on)});
    }
};

} // namespace

TEST_CASE_FIXTURE(Offered, "an unanswered offer is told of beside the place on the list, until it has lapsed") {
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: waitlisted 1, offered 1, new 1, left 1, seats 1, moved_away 1"});
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: waitlisted 1, seats 1"}); // it could be answered until Thursday
}

TEST_CASE_FIXTURE(Offered, "who takes the offer is promoted, and not new") {
    now = "2026-02-03T09:00:00Z";
    accept("2026-02-03");
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: waitlisted 1, offered 1, new 1, left 1, seats 1, moved_away 1"});
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: enrolled 1, promoted 1, seats 1, filled 1"});
    CHECK(week(*this, about("2026-W06", "2026-02-02T09:00:00Z")) == Lines{"GROUP: waitlisted 1, seats 1"});
}

TEST_CASE_FIXTURE(Offered, "an answer that was not known then leaves the offer open") {
    now = "2026-02-10T09:00:00Z";
    accept("2026-01-30"); // recorded late
    CHECK(week(*this, about("2026-W05", "2026-02-02T09:00:00Z")) ==
          Lines{"GROUP: waitlisted 1, offered 1, new 1, left 1, seats 1, moved_away 1"});
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: enrolled 1, new 1, promoted 1, left 1, seats 1, filled 1, moved_away 1"});
}
