#include "admission/staffing.hpp"
#include "admission/why.hpp"
#include "unit/field/admission_in_county.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/leaving.hpp"
#include "unit/field/referrals_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// Groups of types that ask for a referral, for an interview and a decision, for a decision alone, and for nothing.
class Stepwise : public AskingCounty {
public:
    Stepwise() {
        found("voikukkia", "VOI", "kainuu");
        found("voikukkia", "VOI-B", "kainuu");
        found("hki-parents", "HKP", "helsinki");
        found("kainuu-closed", "KLO", "kainuu");
        create(*this, weekly_wish("MLL"));
        add_facilitators(*this);
        for (const char* const code : {"VOI", "VOI-B"})
            admission::add_staff(database(), rules(), journal("group staff add"),
                                 {group_code(code), facilitator(1), "professional", day("2025-12-01")});
        import(*this, "given_name,attest,attested_by\n"
                      "Aino,child-placed child-welfare-client child-needs-special-support,sw\n"
                      "Eero,child-placed child-welfare-client child-needs-special-support,sw\n"
                      "Oona,child-placed child-welfare-client child-needs-special-support,sw\n");
    }
    void found(std::string type, std::string code, std::string region) {
        groups::GroupWish wish = weekly_wish(std::move(code));
        wish.type = std::move(type);
        wish.region = std::move(region);
        create(*this, wish);
    }
    void suits(const std::string& target, int number) {
        interview(*this, fmt::format("group,type,region,person,decision,decided_by\n{},P-{},suitable,F-0001\n", target, number));
    }
    std::string take(const std::string& code, int number, const EnrolManner& manner = {}) {
        return enrol(*this, fmt::format("group,person\n{},P-{}\n", code, number), manner).rows.at(0).substr(2);
    }
    Lines why(const char* code, std::int64_t number) {
        store::Transaction transaction = database().read();
        return admission::why_enrol(transaction, rules(), journal(),
                                    {group_code(code), person(number), day("2026-01-28"), day("2026-01-28")})
            .reasons;
    }
    Lines used() {
        return lines("SELECT m.person || ' ' || g.code || ' ' || coalesce(m.referral, '-') FROM member m"
                     " JOIN peer_group g ON g.id = m.peer_group ORDER BY m.person, g.code, m.episode");
    }
    std::size_t open_ways(std::int64_t number) {
        store::Transaction transaction = database().read();
        std::size_t open = 0;
        for (const referrals::Referral& way : referrals::ReferralRegister(transaction).of_person(number))
            open += way.is_open() ? 1U : 0U;
        return open;
    }
};

} // namespace

TEST_CASE_FIXTURE(Stepwise, "whoever has not gone the way that a type asks for is refused, and told every step that is missing") {
    CHECK(take("VOI", 1) == "no-interview P-0001");
    CHECK(why("VOI", 1) == Lines{"no-interview", "no-suitability"});
    CHECK(take("HKP", 1) == "no-referral P-0001 (social_worker)");
    CHECK(take("KLO", 1) == "no-suitability P-0001");
    CHECK(take("MLL", 1) == "enrolled 1");
    CHECK(used() == Lines{"1 MLL -"});
}

TEST_CASE_FIXTURE(Stepwise, "a referral counts by the paths of the type, a decision by what was decided") {
    refer(*this, "group,person,referred_by\nHKP,P-0001,contact-person\n");
    CHECK(take("HKP", 1) == "no-referral P-0001 (social_worker)");
    refer(*this, "group,person,referred_by\nHKP,P-0001,social-worker\n");
    CHECK(take("HKP", 1) == "enrolled 1");
    interview(*this, "group,person,decision,decided_by,reason,offered_instead\nVOI,P-0001,deferred,F-0001,timing,\n"
                     "VOI,P-0002,not-suitable,F-0001,safety,a talk\n");
    CHECK(take("VOI", 1) == "deferred P-0001");
    CHECK(take("VOI", 2) == "not-suitable P-0002");
    CHECK(why("VOI", 2) == Lines{"not-suitable"});
    interview(*this, "group,person,scheduled\nVOI,P-0003,2026-02-01\n");
    CHECK(why("VOI", 3) == Lines{"no-interview", "no-suitability"});
}

TEST_CASE_FIXTURE(Stepwise, "a way towards a type leads into one group of it, and no further") {
    suits(",voikukkia,kainuu", 1);
    CHECK(open_ways(1) == 1);
    CHECK(take("VOI", 1) == "enrolled 1");
    CHECK(open_ways(1) == 0);
    CHECK(take("VOI", 1) == "unchanged 1");
    CHECK(take("VOI-B", 1) == "no-interview P-0001");
    leave(*this, "VOI", 1, "2026-02-11");
    CHECK(take("VOI", 1, {.on = "2026-02-18", .again = true}) == "no-interview P-0001"); // whoever left has used it
    CHECK(used() == Lines{"1 VOI " + lines("SELECT CAST(id AS TEXT) FROM referral").at(0)});
}

TEST_CASE_FIXTURE(Stepwise, "a way is used once within a file, and the row that comes later is tried again without the first") {
    suits(",voikukkia,kainuu", 1);
    CHECK(enrol(*this, "group,person\nVOI,P-0001\nVOI-B,P-0001\n").rows == Lines{"2 enrolled 1", "3 no-interview P-0001"});
    change("UPDATE peer_group SET capacity = 0, waiting_list = 0 WHERE code = 'VOI'");
    CHECK(enrol(*this, "group,person\nVOI,P-0001\nVOI-B,P-0001\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 group-full P-0001", "3 no-interview P-0001"});
    suits("VOI-B,,", 2);
    suits(",voikukkia,kainuu", 2);
    CHECK(referral_contradictions(*this) == 0);
}

TEST_CASE_FIXTURE(Stepwise, "one row can carry the whole way, for somebody known and for somebody new, and twice is once") {
    const std::string sheet =
        "group,person,given_name,attest,attested_by,referred_by,referred_on,interviewed_on,decision,decided_by\n"
        "VOI,P-0001,,,,coordinator,2025-12-10,2025-12-15,suitable,F-0001\n"
        "VOI,,Uusi,child-placed,sw,,,15.12.2025,soveltuu,F-0001\n"
        "HKP,P-0001,,,,sosiaalityöntekijä,2025-12-11,,,\n";
    CHECK(enrol(*this, sheet).rows == Lines{"2 enrolled 1", "3 enrolled 4", "4 enrolled 1"});
    const Lines stored = ways(*this);
    CHECK(stored == Lines{"1 VOI suitable coordinator 2025-12-10 - 2025-12-15 2025-12-15 F-0001",
                          "1 HKP referred social_worker 2025-12-11 - - - -",
                          "4 VOI suitable - - - 2025-12-15 2025-12-15 F-0001"});
    CHECK(enrol(*this, sheet).rows == Lines{"2 unchanged 1", "3 unchanged 4", "4 unchanged 1"});
    CHECK(ways(*this) == stored);
    CHECK(referral_contradictions(*this) == 0);
}

TEST_CASE_FIXTURE(Stepwise, "a row goes on with the way that was begun before") {
    refer(*this, "type,region,person,referred_by\nvoikukkia,kainuu,P-0001,coordinator\n");
    CHECK(enrol(*this, "group,person,interviewed_on,decision,decided_by\nVOI,P-0001,2025-12-15,suitable,F-0001\n").rows ==
          Lines{"2 enrolled 1"});
    CHECK(ways(*this) == Lines{"1 voikukkia suitable coordinator 2026-01-20 - 2025-12-15 2025-12-15 F-0001"});
}

TEST_CASE_FIXTURE(Stepwise, "a refused row leaves no step behind") {
    const std::string before = content();
    CHECK(enrol(*this, "group,person,interviewed_on,decision,decided_by\nVOI,P-0001,2025-12-15,suitable,F-0001\nHKP,P-0002,,,\n")
              .rows == Lines{"2 enrolled 1", "3 no-referral P-0002 (social_worker)"});
    CHECK(content() == before);
    CHECK(enrol(*this, "group,person,decision,decided_by\nVOI,P-0001,suitable,F-0001\n").rows == Lines{"2 no-interview P-0001"});
    CHECK(enrol(*this, "group,person,decision,decided_by\nVOI,P-0001,ei sovellu,F-0001\n").rows == Lines{"2 reason-missing"});
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(Stepwise, "a row can name a type and a region where there is no group yet") {
    const std::string sheet = "group,type,region,person,given_name,referred_by,referred_on\n"
                              ",voikukkia,kainuu,P-0001,,coordinator,2025-12-10\n,voikukkia,kainuu,,Uusi,coordinator,2025-12-11\n"
                              "MLL,,,P-0002,,,\n";
    CHECK(enrol(*this, sheet).rows == Lines{"2 referred 1", "3 referred 4", "4 enrolled 2"});
    CHECK(enrol(*this, sheet).rows == Lines{"2 unchanged 1", "3 unchanged 4", "4 unchanged 2"});
    CHECK(ways(*this) ==
          Lines{"1 voikukkia referred coordinator 2025-12-10 - - - -", "4 voikukkia referred coordinator 2025-12-11 - - - -"});
    CHECK(enrol(*this, "type,region,person,referred_by\nvoikukkia,kainuu,P-0001,\npuppets,kainuu,P-0001,selection\n").rows ==
          Lines{"2 referred-by-missing", "3 unknown-type puppets kainuu"});
    CHECK(lines("SELECT counts FROM journal WHERE verb = 'enrol' AND batch IS NOT NULL ORDER BY id").at(0) ==
          "enrolled=1 waitlisted=0 unchanged=0 created=1 updated=0 referred=2");
}

TEST_CASE_FIXTURE(Stepwise,
                  "a missing step can be answered for, and the priority of a referral goes with the place on the waiting list") {
    CHECK(take("HKP", 1, {.override_code = "no-referral"}) == "enrolled 1");
    change("UPDATE peer_group SET capacity = 1 WHERE code = 'HKP'");
    refer(*this, "group,person,referred_by,priority\nHKP,P-0002,social-worker,4\n");
    CHECK(take("HKP", 2) == "waitlisted 2");
    CHECK(number("SELECT priority FROM enrolment WHERE person = 2") == 4);
    CHECK(open_ways(2) == 0);
}

TEST_CASE_FIXTURE(Stepwise, "each side of a pair takes a way that leads to the pair") {
    create(*this, pair_wish("PAIR"));
    const std::string header = "group,given_name,birth_date,family,relation,attest,attested_by,referred_by\n";
    CHECK(enrol(*this, header + "PAIR,Aino,1985-06-15,A,parent,family-needs-interaction-support,sw,family-centre\n"
                                "PAIR,Onni,2018-06-15,A,child,family-needs-interaction-support,sw,yhteyshenkilö\n")
              .rows == Lines{"2 enrolled 4", "3 enrolled 5"});
    import(*this, "given_name,birth_date,attest,attested_by\nIida,1985-06-15,family-needs-interaction-support,sw\n");
    refer(*this, "group,person,referred_by\nPAIR,P-0006,contact-person\n");
    CHECK(take("PAIR-P", 6) == "enrolled 6");
}

TEST_CASE_FIXTURE(Stepwise, "a decision in a row of enrolments is somebody's who may decide, too") {
    const auto row = [&](const std::string& by) {
        return enrol(*this, "group,person,interviewed_on,decision,decided_by\nVOI,P-0001,2025-12-15,suitable," + by + "\n")
            .rows.at(0);
    };
    CHECK(row("social-worker") == "2 decider-not-staff P-0001");
    CHECK(row("F-0003") == "2 decider-not-staff P-0001");
    CHECK(row("F-0001") == "2 enrolled 1");
}
