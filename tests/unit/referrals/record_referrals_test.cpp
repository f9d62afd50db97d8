#include "facilitators/group_staff.hpp"
#include "referrals/waiting_ways.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/referrals_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// A group of parents whose child is placed, a pair, and three people.
class Referring : public AskingCounty {
public:
    Referring() {
        groups::GroupWish wish = weekly_wish("VOI");
        wish.type = "voikukkia";
        create(*this, wish);
        create(*this, pair_wish("PAIR"));
        import(*this, "given_name\nAino\nEero\nOona\n");
        add_facilitators(*this);
        guide("VOI", 1, "professional", "2026-01-10");
        guide("VOI", 2, "peer", "2026-01-10");
    }
    void guide(std::string_view code, std::int64_t number, std::string role, std::string_view from) {
        const std::int64_t id = group(*this, code).id;
        store::Transaction transaction = database().write();
        facilitators::StaffMember member{
            .group = id, .facilitator = facilitator(number), .role = std::move(role), .from_on = day(from)};
        facilitators::StaffRegister(transaction).add(member, 1);
        transaction.commit();
    }
    std::string decide(const std::string& target, const std::string& by, std::string_view on = "2026-01-20") {
        return interview(*this, fmt::format("group,type,region,person,decision,decided_by\n{},P-0001,suitable,{}\n", target, by),
                         {.on = on})
            .rows.at(0)
            .substr(2);
    }
    Lines notes(std::int64_t number) {
        store::Transaction transaction = database().read();
        Lines found;
        for (const auto& note : referrals::ReferralNotes(transaction, *ring()).of_person(number))
            found.push_back(note.kind + ": " + note.text);
        return found;
    }
};

} // namespace

TEST_CASE_FIXTURE(Referring, "a facilitator goes on with ways that others began, and learns nothing of anybody else") {
    refer(*this, "group,person,referred_by\nVOI,P-0001,social-worker\n");
    people::restrict_person(database(), journal(), person(3), day("2026-01-20"));
    actor.role = vault::Role::facilitator;
    actor.groups = {"VOI"};
    const auto refusals =
        interview(*this, "group,person,scheduled\nVOI,P-0002,2026-02-01\nVOI,P-0003,2026-02-01\nVOI,P-0099,2026-02-01\n").rows;
    CHECK(refusals == Lines{"2 not-permitted.person P-0002", "3 not-permitted.person P-0003", "4 not-permitted.person P-0099"});
    CHECK(interview(*this, "group,person,scheduled\nVOI,P-0001,2026-02-01\n").rows.at(0).find("not-permitted") ==
          std::string::npos);
}

TEST_CASE_FIXTURE(Referring, "a person is referred to a group, to a pair by any of its codes, and to a type in a region") {
    CHECK(refer(*this, "group,person,referred_by\nVOI,P-0001,social-worker\nPAIR-C,P-0002,yhteyshenkilö\n").rows ==
          Lines{"2 referred 1", "3 referred 2"});
    CHECK(refer(*this, "type,region,person,referred_by,on\nvoikukkia,kainuu,P-0003,family_centre,2026-01-12\n").rows ==
          Lines{"2 referred 3"});
    CHECK(ways(*this) == Lines{"1 VOI referred social_worker 2026-01-20 - - - -",
                               "2 PAIR-P referred contact_person 2026-01-20 - - - -",
                               "3 voikukkia referred family_centre 2026-01-12 - - - -"});
    CHECK(refer(*this, "group,person,referred_by\nPAIR,P-0002,contact-person\n").rows == Lines{"2 unchanged 2"});
}

TEST_CASE_FIXTURE(Referring, "the same file again changes nothing") {
    const std::string sheet = "group,person,on,decision,decided_by\nVOI,P-0001,2026-01-15,,\nVOI,P-0002,,soveltuu,f-0001\n";
    CHECK(interview(*this, sheet).rows == Lines{"2 interviewed 1", "3 decided 2"});
    const std::string before = content();
    CHECK(interview(*this, sheet).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(ways(*this) == Lines{"1 VOI interviewed - - - 2026-01-15 - -", "2 VOI suitable - - - 2026-01-20 2026-01-20 F-0001"});
    CHECK(before.find("referral_step") != std::string::npos);
    CHECK(number("SELECT count(*) FROM referral_step") == 3);
}

TEST_CASE_FIXTURE(Referring, "words are refused one by one, each with its code") {
    const Told told =
        refer(*this,
              "group,type,region,person,referred_by,on,priority\nVOI,,,P-0001,friend,,\nVOI,,,P-0001,,,\n"
              "VOI,,,P-0001,none,,\nVOI,,,P-0001,selection,2026-02-01,\nVOI,,,P-0009,selection,,\n"
              "NONE,,,P-0001,selection,,\n,puppets,kainuu,P-0001,selection,,\n,voikukkia,atlantis,P-0001,selection,,\n"
              ",hki-parents,kainuu,P-0001,selection,,\n,,,P-0001,selection,,\nVOI,,,,selection,,\n"
              "VOI,,,P-0001,selection,,12\n",
              {.mode = batches::Mode::rows});
    CHECK(told.rows == Lines{"2 unknown-referral-path", "3 referred-by-missing", "4 unknown-referral-path", "5 step-in-future",
                             "6 person-not-found P-0009", "7 group-not-found NONE", "8 unknown-type puppets kainuu",
                             "9 unknown-region voikukkia atlantis", "10 type-not-in-region hki-parents kainuu",
                             "11 group-missing", "12 person-missing", "13 no-number"});
    CHECK(ways(*this).empty());
}

TEST_CASE_FIXTURE(Referring, "a decision has somebody who made it, and one against somebody a reason and something else") {
    const auto rows = [&](const std::string& row) {
        return interview(*this, "group,person,decision,decided_by,reason,offered_instead,note\nVOI,P-0001," + row + "\n")
            .rows.at(0);
    };
    CHECK(rows("maybe,F-0001,,,") == "2 unknown-decision");
    CHECK(rows("suitable,,,,") == "2 decided-by-missing");
    CHECK(rows("suitable,Liisa Ohjaaja,,,") == "2 decided-by-no-code");
    CHECK(rows("not-suitable,F-0001,,a café,") == "2 reason-missing");
    CHECK(rows("not-suitable,F-0001,dislike,a café,") == "2 unknown-decision-reason");
    CHECK(rows("not-suitable,F-0001,timing,,") == "2 offered-instead-missing");
    CHECK(rows("not-suitable,F-0001,timing,a café,\"in May, perhaps\"") == "2 decided 1");
    CHECK(notes(1) == Lines{"note: in May, perhaps", "offered_instead: a café"});
    CHECK(number("SELECT count(*) FROM referral_note WHERE instr(record, 'May') > 0 OR instr(record, 'caf') > 0") == 0);
    CHECK(rows("deferred,F-0001,timing,,") == "2 decided 1");
}

TEST_CASE_FIXTURE(Referring, "whoever may not meet the person or the group records nothing, nor of whom is restricted") {
    people::restrict_person(database(), journal(), person(2), day("2026-01-01"));
    CHECK(refer(*this, "group,person,referred_by\nVOI,P-0002,selection\n").rows == Lines{"2 person-restricted P-0002"});
    actor.regions = {"helsinki"};
    CHECK(refer(*this, "group,person,referred_by\nVOI,P-0001,selection\n").rows == Lines{"2 not-permitted.region VOI"});
    CHECK(refer(*this, "type,region,person,referred_by\nvoikukkia,helsinki,P-0001,selection\n").rows ==
          Lines{"2 not-permitted.region P-0001"});
}

TEST_CASE_FIXTURE(Referring, "nothing is recorded of what was only tried") {
    const std::string before = content();
    CHECK(refer(*this, "group,person,referred_by\nVOI,P-0001,selection\n", {.dry_run = true}).ending ==
          batches::Ending::rehearsed);
    CHECK(refer(*this, "group,person,referred_by\nVOI,P-0001,selection\nVOI,P-0009,selection\n").ending ==
          batches::Ending::refused);
    CHECK(content() == before);
    CHECK(refer(*this, "group,person,referred_by\nVOI,P-0001,selection\nVOI,P-0009,selection\n", {.mode = batches::Mode::rows})
              .rows == Lines{"2 referred 1", "3 person-not-found P-0009"});
    CHECK(referral_contradictions(*this) == 0);
}

TEST_CASE_FIXTURE(Referring, "a row that is not what its history gives is found") {
    refer(*this, "group,person,referred_by\nVOI,P-0001,selection\n");
    interview(*this, "group,person,decision,decided_by\nVOI,P-0001,suitable,F-0001\n");
    CHECK(referral_contradictions(*this) == 0);
    for (const char* const damage :
         {"UPDATE referral SET state = 'deferred'", "UPDATE referral SET path = 'coordinator'",
          "UPDATE referral SET interviewed_on = NULL", "UPDATE referral SET decided_by = 'F-0002'",
          "UPDATE referral_step SET previous = NULL WHERE kind = 'suitable'", "UPDATE referral SET peer_group = 77"}) {
        CAPTURE(damage);
        change(damage);
        CHECK(referral_contradictions(*this) > 0);
        change("UPDATE referral SET state = 'suitable', path = 'selection', interviewed_on = '2026-01-20', decided_by = 'F-0001',"
               " peer_group = (SELECT id FROM peer_group WHERE code = 'VOI')");
        change("UPDATE referral_step SET previous = (SELECT s.change_seq FROM referral_step s WHERE s.kind = 'interviewed')"
               " WHERE kind = 'suitable'");
        CHECK(referral_contradictions(*this) == 0);
    }
}

TEST_CASE_FIXTURE(Referring, "VOI-06 who guides the group on the day and holds what its role asks for decides") {
    CHECK(decide("VOI,,", "social-worker") == "decider-not-staff social-worker");
    CHECK(decide("VOI,,", "F-0003") == "decider-not-staff F-0003");
    CHECK(decide("VOI,,", "F-0009") == "decider-not-staff F-0009");
    CHECK(decide("VOI,,", "F-0001", "2026-01-09") == "decider-not-staff F-0001"); // not yet
    CHECK(decide("VOI,,", "F-0002") == "decider-not-qualified F-0002");
    CHECK(ways(*this).empty());
    CHECK(decide("VOI,,", "F-0001") == "decided 1");
    CHECK(decide("VOI,,", "F-0001") == "unchanged 1");
}

TEST_CASE_FIXTURE(Referring,
                  "before there is a group somebody of the region who holds one of the type's qualifications decides") {
    CHECK(decide(",voikukkia,kainuu", "F-0002") == "decider-not-qualified F-0002");
    CHECK(decide(",voikukkia,helsinki", "F-0003") == "decider-not-staff F-0003");
    CHECK(decide(",voikukkia,kainuu", "F-0003", "2024-04-30") == "decider-not-qualified F-0003");
    CHECK(decide(",voikukkia,kainuu", "F-0003") == "decided 1");
    CHECK(decide("PAIR,,", "social-worker") == "decided 1"); // nothing says who decides there
}

TEST_CASE_FIXTURE(Referring, "those on the way to a type are told by the day, without whom it does not suit or who has a place") {
    refer(*this, "group,type,region,person,referred_by,on\n,voikukkia,kainuu,P-0001,coordinator,2026-01-15\n"
                 "VOI,,,P-0002,selection,2026-01-12\n,voikukkia,helsinki,P-0003,selection,2026-01-12\n");
    const auto told = [&] {
        store::Transaction transaction = database().read();
        Lines people;
        for (const auto& way : referrals::waiting_ways(transaction, {.type = "voikukkia", .region = "kainuu"}, actor))
            people.push_back(fmt::format("{} {} {} {}", way.person.text(), way.group, way.state, way.since.iso()));
        return people;
    };
    CHECK(told() == Lines{"P-0002 VOI referred 2026-01-12", "P-0001  referred 2026-01-15"});
    interview(*this, "group,person,decision,decided_by,reason,offered_instead\nVOI,P-0002,not-suitable,F-0001,timing,a talk\n");
    CHECK(told() == Lines{"P-0001  referred 2026-01-15"});
    actor.regions = {"helsinki"};
    CHECK(problem_of([&] { (void)told(); }).code == "not-permitted.region");
}
