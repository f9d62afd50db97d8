#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// A group whose members have a child who is taken into care or placed, and one that asks for nothing.
class Placed : public FactAskingCounty {
public:
    Placed() {
        groups::GroupWish wish = weekly_wish("VOI");
        wish.type = "voikukkia";
        create(*this, wish);
        create(*this, weekly_wish("MLL"));
        add_adults(*this, 3);
    }

    void attest(std::int64_t number, const std::string& code) {
        people::attest_facts(database(), rules(), journal("person attest"),
                             {person(number), {code}, "social-worker", day("2026-01-10")});
    }
};

} // namespace

TEST_CASE_FIXTURE(Placed, "whoever has none of the facts that a group asks for is refused, and told which would do") {
    attest(1, "child-placed");
    attest(2, "child-welfare-client"); // is asked for elsewhere
    CHECK(enrol(*this, "group,person\nVOI,P-0001\nVOI,P-0002\nVOI,P-0003\nMLL,P-0003\n").rows ==
          Lines{"2 enrolled 1", "3 fact-unknown P-0002 (child-taken-into-care, child-placed)",
                "4 fact-unknown P-0003 (child-taken-into-care, child-placed)", "5 enrolled 3"});
    attest(2, "child-taken-into-care");
    CHECK(enrol(*this, "group,person\nVOI,P-0001\nVOI,P-0002\n").rows == Lines{"2 enrolled 1", "3 enrolled 2"});
}

TEST_CASE_FIXTURE(Placed, "a row may bring the fact with it, for somebody new and for somebody known") {
    CHECK(enrol(*this,
                "group,person,given_name,attest,attested_by\nVOI,P-0001,,child-placed,social-worker\n"
                "VOI,,Uusi,child-placed,social-worker\nVOI,,Toinen,,\n",
                {.mode = batches::Mode::rows})
              .rows == Lines{"2 enrolled 1", "3 enrolled 4", "4 fact-unknown line 4 (child-taken-into-care, child-placed)"});
    CHECK(number("SELECT count(*) FROM keys.person_key WHERE length(wrapped) > 100") == 2);
}

TEST_CASE_FIXTURE(Placed, "where a variant asks for facts of its own, the type's do not count") {
    groups::GroupWish wish = weekly_wish("VOK");
    wish.type = "voikukkia-training";
    wish.variant = "professional";
    create(*this, wish);
    wish.code = "VOK-PEER";
    wish.variant = "peer";
    create(*this, wish);
    CHECK(enrol(*this, "group,person\nVOK,P-0001\nVOK-PEER,P-0001\n").rows ==
          Lines{"2 fact-unknown P-0001 (social-or-health-professional-with-families)", "3 not-completed P-0001"});
    attest(1, "social-or-health-professional-with-families");
    CHECK(enrol(*this, "group,person\nVOK,P-0001\n").rows == Lines{"2 enrolled 1"});
}

TEST_CASE_FIXTURE(Placed, "each side of a pair asks everybody") {
    create(*this, pair_wish("PAIR"));
    const std::string header = "group,given_name,birth_date,family,relation,attest,attested_by\n";
    const std::string parent = "PAIR,Aino,1985-06-15,A,parent,family-needs-interaction-support,social-worker\n";
    CHECK(enrol(*this, header + parent + "PAIR,Onni,2018-06-15,A,child,,\n").rows ==
          Lines{"2 family-refused", "3 fact-unknown line 3 (family-needs-interaction-support)"});
    CHECK(enrol(*this, header + parent + "PAIR,Onni,2018-06-15,A,child,family-needs-interaction-support,social-worker\n").rows ==
          Lines{"2 enrolled 4", "3 enrolled 5"});
}

TEST_CASE_FIXTURE(Placed, "a reason that somebody answers for does not count, others do, and the journal says how often") {
    change("UPDATE peer_group SET age_min = 50 WHERE code = 'VOI'");
    const std::string rows = "group,person\nVOI,P-0001\nMLL,P-0002\n";
    CHECK(enrol(*this, rows, {.override_code = "fact-unknown"}).rows == Lines{"2 not-eligible.age P-0001", "3 enrolled 2"});
    attest(1, "child-placed");
    CHECK(enrol(*this, rows, {.override_code = "not-eligible.age"}).rows == Lines{"2 enrolled 1", "3 enrolled 2"});
    CHECK(lines("SELECT counts FROM journal WHERE verb = 'enrol' AND batch IS NOT NULL") ==
          Lines{"enrolled=2 waitlisted=0 unchanged=0 created=0 updated=0 overridden=1"});
}
