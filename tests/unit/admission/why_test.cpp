#include "admission/why.hpp"
#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// A group of one seat, for parents from 18 to 50 whose child is placed.
class Asked : public FactAskingCounty {
public:
    Asked() {
        groups::GroupWish wish = weekly_wish("VOI");
        wish.type = "voikukkia";
        wish.capacity = 1;
        wish.age_min = 18;
        wish.age_max = 50;
        create(*this, wish);
        import(*this, "given_name,birth_date,attest,attested_by\nAino,1985-06-15,child-placed,social-worker\n"
                      "Eero,1950-06-15,child-welfare-client,social-worker\nOona,1990-06-15,child-placed,social-worker\n");
    }
    admission::EnrolAnswer why(std::int64_t number, const char* code = "VOI") {
        store::Transaction transaction = database().read();
        return admission::why_enrol(transaction, rules(), journal(),
                                    {group_code(code), person(number), day("2026-01-28"), day("2026-01-28")});
    }
};

} // namespace

TEST_CASE_FIXTURE(Asked, "every reason is told, and the facts that would do") {
    CHECK(why(1).reasons.empty());
    CHECK(why(2).reasons == Lines{"fact-unknown", "not-eligible.age"});
    CHECK(why(2).asked == Lines{"child-taken-into-care", "child-placed"});
    people::restrict_person(database(), journal(), person(2), day("2026-01-01"));
    CHECK(why(2).reasons == Lines{"person-restricted", "fact-unknown", "not-eligible.age"});
}

TEST_CASE_FIXTURE(Asked, "whoever is there is told so, and where no seat is free one would wait") {
    CHECK_FALSE(why(3).waits);
    enrol(*this, "group,person\nVOI,P-0001\n");
    CHECK(why(1).reasons == Lines{"already-enrolled"});
    CHECK(why(3).reasons.empty());
    CHECK(why(3).waits);
    change("UPDATE peer_group SET waiting_list = 0");
    CHECK(why(3).reasons == Lines{"group-full"});
}

TEST_CASE_FIXTURE(Asked, "a child is asked about on the children's side, and needs a linked adult") {
    create(*this, pair_wish("PAIR"));
    import(*this, "given_name,birth_date,attest,attested_by\nOnni,2018-06-15,family-needs-interaction-support,social-worker\n");
    CHECK(why(4, "PAIR").group == "PAIR-C");
    CHECK(why(4, "PAIR").reasons == Lines{"no-linked-adult"});
    CHECK(why(1, "PAIR").group == "PAIR-P");
    people::attest_facts(database(), rules(), journal(),
                         {person(1), {"family-needs-interaction-support"}, "social-worker", day("2026-01-10")});
    people::link_people(database(), journal(), {person(4), person(1), "parent"});
    enrol(*this, "group,person\nPAIR,P-0001\n");
    CHECK(why(4, "PAIR").reasons.empty());
    CHECK_FALSE(why(4, "PAIR").waits);
}

TEST_CASE_FIXTURE(Asked, "who may not meet the group or the person is told nothing of them, and nothing changes") {
    const std::string before = content();
    why(2);
    CHECK(content() == before);
    actor.regions = {"helsinki"};
    CHECK(problem_of([&] { why(1); }).code == "not-permitted.region");
}
