#include "facilitators/linked_people.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// A county with two facilitators and a participant.
class Staffed : public County {
public:
    Staffed() {
        import_facilitators(*this, "given_name,family_name,roles\nOili,Ohjaaja,professional\nVeera,Vertainen,peer\n");
        import(*this, "given_name\nAino\nBertta\n");
    }
    std::map<facilitators::FacilitatorCode, std::int64_t> linked() {
        store::Transaction transaction = database().read();
        return facilitators::LinkedPeople(transaction, *ring()).all();
    }
    facilitators::FacilitatorView view(std::int64_t number) {
        store::Transaction transaction = database().read();
        return facilitators::show_facilitator(transaction, *ring(), facilitator(number), actor);
    }
};

} // namespace

TEST_CASE_FIXTURE(Staffed, "what was stated of a qualification stays beside what is stated later") {
    qualify(*this, 1, "voikukkia-peer", "2024-05-01", day("2026-04-30"));
    qualify(*this, 1, "voikukkia-peer", "2024-05-01", day("2026-04-30"));
    CHECK(number("SELECT count(*) FROM qualification") == 1);
    qualify(*this, 1, "voikukkia-peer", "2024-05-01", day("2027-04-30"));
    facilitators::qualify(database(), rules(), journal(),
                          {.facilitator = facilitator(1), .code = "voikukkia-peer", .revoked_on = day("2026-02-01")});
    CHECK(number("SELECT count(*) FROM qualification") == 3);
    CHECK(view(1).qualifications ==
          std::vector<facilitators::Qualification>{{"voikukkia-peer", day("2024-05-01"), day("2027-04-30"), day("2026-02-01")}});
    CHECK(held_on(view(1).qualifications, day("2026-01-31")).size() == 1);
    CHECK(held_on(view(1).qualifications, day("2026-02-01")).empty());
}

TEST_CASE_FIXTURE(Staffed, "a qualification is one that the catalogue names") {
    CHECK(problem_of([&] { qualify(*this, 1, "voikukkia-per", "2024-05-01"); }).hint == "did you mean `voikukkia-peer`?");
    CHECK(problem_of([&] { qualify(*this, 1, "voikukkia-peer", "2024-05-01", day("2024-04-30")); }).code ==
          "expires-before-earned");
    CHECK(problem_of([&] { qualify(*this, 9, "voikukkia-peer", "2024-05-01"); }).code == "facilitator-not-found");
    CHECK(problem_of([&] {
              facilitators::qualify(database(), rules(), journal(),
                                    {.facilitator = facilitator(1), .code = "voikukkia-peer", .revoked_on = day("2026-02-01")});
          }).code == "no-such-qualification");
    actor.regions = {"helsinki"};
    CHECK(problem_of([&] { qualify(*this, 1, "voikukkia-peer", "2024-05-01"); }).code == "not-permitted.region");
}

TEST_CASE_FIXTURE(Staffed, "names are opened on a ground, on record") {
    const std::vector<facilitators::Facilitator> both = {{.code = facilitator(1), .region = "kainuu"},
                                                         {.code = facilitator(2), .region = "kainuu"}};
    store::Transaction transaction = database().write();
    CHECK(problem_of([&] { facilitators::reveal(transaction, journal(), both); }).code == "reason-missing");
    ground = "shift-list";
    CHECK(facilitators::reveal(transaction, journal(), both).at(1).family_name == "Vertainen");
    transaction.commit();
    CHECK(lines("SELECT objects FROM journal WHERE chain = 'reads' ORDER BY id") == Lines{"F-0001 F-0002"});
}

TEST_CASE_FIXTURE(Staffed, "who a facilitator is as participant is kept by choice, sealed, and not named on record") {
    CHECK(problem_of([&] {
              facilitators::link_facilitator(database(), journal(), {.facilitator = facilitator(1), .person = person(1)});
          }).code == "consent-missing");
    link_facilitator(*this, 1, 1);
    link_facilitator(*this, 2, 1);
    CHECK(linked() == std::map<facilitators::FacilitatorCode, std::int64_t>{{facilitator(1), 1}, {facilitator(2), 1}});
    link_facilitator(*this, 1, 2);
    CHECK(linked() == std::map<facilitators::FacilitatorCode, std::int64_t>{{facilitator(1), 2}, {facilitator(2), 1}});
    CHECK(number("SELECT count(*) FROM journal WHERE verb = 'facilitator link' AND objects LIKE '%P-%'") == 0);
    const auto remove = [&](std::int64_t number, std::int64_t of) {
        facilitators::link_facilitator(database(), journal(),
                                       {.facilitator = facilitator(number), .person = person(of), .remove = true});
    };
    remove(1, 1); // nobody finds out by trying
    CHECK(linked().size() == 2);
    remove(1, 2);
    CHECK(linked() == std::map<facilitators::FacilitatorCode, std::int64_t>{{facilitator(2), 1}});
    change("UPDATE facilitator_link SET record = zeroblob(60)");
    CHECK(problem_of([&] { linked(); }).code == "sealed-value-damaged");
}
