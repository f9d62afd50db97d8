#include "admission/offer_rows.hpp"
#include "sessions/transfer.hpp"
#include "unit/field/membership_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// ONE and TWO with a seat each, taken by P-0001 and P-0002; P-0003 and P-0004 wait for ONE, P-0005 and P-0006 for TWO.
struct Waiting : County {
    Waiting() {
        add_adults(*this, 6);
        create_with_seats(*this, "ONE", 1);
        create_with_seats(*this, "TWO", 1);
        enrol(*this, "group,person\nONE,P-1\nONE,P-3\nONE,P-4\nTWO,P-2\nTWO,P-5\nTWO,P-6\n");
    }

    Told leave(std::string rows, const LogManner& manner = {.today = "2026-03-01"}) {
        documents::Sheet sheet = sheet_of(std::move(rows), sessions_room::withdrawal_columns());
        auto withdrawn = sessions_room::withdraw_rows(
            database(), rules(), journal("withdraw"), {.mode = manner.mode, .dry_run = manner.dry_run, .spool_folder = spool()},
            {.sheet = sheet, .last_day = day(manner.today), .reason = "moved_away", .today = day(manner.today)});
        note(withdrawn.settled);
        alone = withdrawn.alone.size();
        return field::told(withdrawn.result);
    }

    Told answer(admission::OfferVerb verb, std::string rows, std::string_view on = "2026-03-02",
                batches::Mode mode = batches::Mode::atomic) {
        documents::Sheet sheet = sheet_of(std::move(rows), admission::place_columns());
        auto answered =
            admission::answer_offer_rows(database(), rules(), journal("offer"), {.mode = mode, .spool_folder = spool()},
                                         {.sheet = sheet, .verb = verb, .on = day(on), .today = day(on)});
        note(answered.settled);
        return field::told(answered.result);
    }

    Told go(std::string rows, batches::Mode mode = batches::Mode::atomic) {
        documents::Sheet sheet = sheet_of(std::move(rows), sessions_room::transfer_columns());
        auto gone = sessions_room::transfer_rows(
            database(), rules(), journal("transfer"), {.mode = mode, .spool_folder = spool()},
            {.sheet = sheet, .on = day("2026-03-01"), .reason = "circumstances", .today = day("2026-03-02")});
        note(gone.settled);
        alone = gone.alone.size();
        return field::told(gone.result);
    }

    /// Whatever changes a membership or an offer gives it another number of change.
    Lines content_of_memberships() {
        return lines("SELECT 'e ' || peer_group || ' ' || person || ' ' || change_seq FROM enrolment UNION ALL "
                     "SELECT 'o ' || change_seq || ' ' || coalesce(answer_seq, 0) FROM offer ORDER BY 1");
    }

    Lines offered; ///< by the last call
    std::size_t alone = 0;

private:
    void note(const admission::Settled& settled) {
        offered.clear();
        for (const auto& offer : settled.offered)
            offered.push_back(text_of(offer.person));
    }
    static std::string text_of(std::int64_t number) { return person(number).text(); }
};

using admission::OfferVerb;

} // namespace

TEST_CASE_FIXTURE(Waiting, "seats that a sheet frees are given once, in the order in which it first names the groups") {
    CHECK(leave("group,person\nTWO,P-2\nONE,P-1\nTWO,P-5\n").rows == Lines{"2 withdrawn 2", "3 withdrawn 1", "4 withdrawn 5"});
    CHECK(offered == Lines{"P-0006", "P-0003"}); // P-0005 had left the list before anybody was asked
    CHECK(number("SELECT count(*) FROM offer") == 2);
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Waiting, "the same sheet of who leaves changes nothing when it comes again") {
    const std::string sheet = "group,person,on,reason\nONE,P-1,2026-02-20,own_choice\nONE,P-3,,\n";
    leave(sheet);
    const Lines before = content_of_memberships();
    CHECK(leave(sheet).rows == Lines{"2 unchanged 1", "3 unchanged 3"});
    CHECK(leave(sheet, {.today = "2026-03-05"}).rows == Lines{"2 unchanged 1", "3 unchanged 3"});
    CHECK(content_of_memberships() == before);
    CHECK(offered.empty());
    CHECK(leave("group,person,on\nONE,P-1,2026-02-21\n").rows == Lines{"2 left-otherwise P-0001"});
    CHECK(leave("group,person,reason\nONE,P-1,other\n").rows == Lines{"2 left-otherwise P-0001"});
}

TEST_CASE_FIXTURE(Waiting, "one bad row of who leaves and nobody leaves, unless rows are taken by themselves") {
    const std::string sheet = "group,person\nONE,P-1\nONE,P-2\nTHREE,P-2\nTWO,P-404\n";
    const Lines before = content_of_memberships();
    const Lines refusals = {"3 not-a-member P-0002", "4 group-not-found THREE", "5 person-not-found P-0404"};
    Lines all = {"2 withdrawn 1"};
    all.insert(all.end(), refusals.begin(), refusals.end());
    CHECK(leave(sheet).rows == all);
    CHECK(content_of_memberships() == before);
    CHECK(leave("group,person\nONE,P-1\n", {.today = "2026-03-01", .dry_run = true}).rows == Lines{"2 withdrawn 1"});
    CHECK(offered == Lines{"P-0003"});
    CHECK(content_of_memberships() == before);
    leave(sheet, {.today = "2026-03-01", .mode = batches::Mode::rows});
    CHECK(members(*this, "ONE")[0] == "P-0001/1 left 2026-01-28..2026-03-01 moved_away");
    CHECK(offered == Lines{"P-0003"});
}

TEST_CASE_FIXTURE(Waiting, "a child who leaves with a later row than the adult is not told of as left alone") {
    import(*this, "reference,given_name,birth_date,family,relation\n7,Isä,1985-06-15,A,parent\n8,Lapsi,2018-06-15,A,child\n");
    create(*this, pair_wish("PAIR"));
    enrol(*this, "group,person,family,relation\nPAIR,P-7,A,parent\nPAIR,P-8,A,child\n");
    CHECK(leave("group,person\nPAIR-P,P-7\n", {.today = "2026-03-01", .dry_run = true}).rows == Lines{"2 withdrawn 7"});
    CHECK(alone == 1);
    leave("group,person\nPAIR,P-7\nPAIR-C,P-8\n");
    CHECK(alone == 0);
}

TEST_CASE_FIXTURE(Waiting, "answers from a sheet make members and give what is left to the next, once") {
    leave("group,person\nTWO,P-2\nONE,P-1\n");
    CHECK(answer(OfferVerb::decline, "group,person\nTWO,P-5\nONE,P-3\n").rows == Lines{"2 declined 5", "3 declined 3"});
    CHECK(offered == Lines{"P-0006", "P-0004"});
    const std::string sheet = "group,person,on\nONE,P-4,2026-03-03\nTWO,P-6,\n";
    CHECK(answer(OfferVerb::accept, sheet).rows == Lines{"2 enrolled 4", "3 enrolled 6"});
    CHECK(members(*this, "ONE")[2] == "P-0004/1 enrolled #2 since 2026-01-28 2026-03-03..");
    CHECK(answer(OfferVerb::accept, sheet, "2026-03-09").rows == Lines{"2 unchanged 4", "3 unchanged 6"});
    CHECK(answer(OfferVerb::decline, "group,person\nTWO,P-5\nONE,P-3\n").rows == Lines{"2 unchanged 5", "3 unchanged 3"});
    CHECK(answer(OfferVerb::accept, "group,person\nTWO,P-5\n").rows == Lines{"2 no-offer P-0005"});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Waiting, "an answer that comes too late is refused by its row, and the others stand") {
    leave("group,person\nTWO,P-2\nONE,P-1\n");
    CHECK(answer(OfferVerb::accept, "group,person\nONE,P-3\nTWO,P-6\n", "2026-03-05", batches::Mode::rows).rows ==
          Lines{"2 enrolled 3", "3 no-offer P-0006"});
    CHECK(answer(OfferVerb::accept, "group,person\nTWO,P-5\n", "2026-03-20").rows == Lines{"2 offer-lapsed P-0005"});
}

TEST_CASE_FIXTURE(Waiting, "two change places between full groups by a sheet, and the same sheet changes nothing") {
    const std::string sheet = "group,to,person\nONE,TWO,P-1\nTWO,ONE,P-2\n";
    CHECK(go("group,to,person\nONE,TWO,P-1\n").rows == Lines{"2 no-free-seat P-0001"});
    CHECK(go(sheet).rows == Lines{"2 no-free-seat P-0001", "3 no-free-seat P-0002"}); // others wait for either
    leave("group,person\nONE,P-3\nONE,P-4\nTWO,P-5\nTWO,P-6\n");
    CHECK(go(sheet).rows == Lines{"2 transferred 1", "3 transferred 2"});
    CHECK(members(*this, "ONE")[1] == "P-0002/1 enrolled 2026-03-01..");
    const Lines before = content_of_memberships();
    CHECK(go(sheet).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(content_of_memberships() == before);
    CHECK(go("group,to,person,on\nONE,TWO,P-1,2026-02-20\n").rows == Lines{"2 left-otherwise P-0001"});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Waiting, "who is refused in the new group stays in the old one, and the others go") {
    create_with_seats(*this, "THREE", 1);
    CHECK(go("group,to,person\nONE,THREE,P-1\nTWO,THREE,P-2\n").rows == Lines{"2 transferred 1", "3 no-free-seat P-0002"});
    CHECK(go("group,to,person\nONE,THREE,P-1\nTWO,THREE,P-2\n", batches::Mode::rows).rows ==
          Lines{"2 transferred 1", "3 no-free-seat P-0002"});
    CHECK(members(*this, "THREE") == Lines{"P-0001/1 enrolled 2026-03-01.."});
    CHECK(members(*this, "TWO")[0] == "P-0002/1 enrolled 2026-01-28..");
    CHECK(offered == Lines{"P-0003"});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Waiting, "a child goes over with its adult in whichever order the rows name them") {
    import(*this, "reference,given_name,birth_date,family,relation\n7,Isä,1985-06-15,A,parent\n8,Lapsi,2018-06-15,A,child\n");
    create(*this, pair_wish("PAIR"));
    create(*this, pair_wish("OTHER"));
    enrol(*this, "group,person,family,relation\nPAIR,P-7,A,parent\nPAIR,P-8,A,child\n");
    CHECK(go("group,to,person\nPAIR,OTHER,P-8\n").rows == Lines{"2 no-linked-adult P-0008"});
    CHECK(go("group,to,person\nPAIR,OTHER,P-8\nPAIR,OTHER,P-7\n").rows == Lines{"2 transferred 8", "3 transferred 7"});
    CHECK(alone == 0);
    CHECK(members(*this, "OTHER-C") == Lines{"P-0008/1 enrolled 2026-03-01.."});
}

TEST_CASE_FIXTURE(Waiting, "offers by a sheet are made to the whole party, on the day that is told") {
    import(*this, "reference,given_name,birth_date,family,relation\n7,A,1985-06-15,F,parent\n8,B,1985-06-15,F,partner\n");
    create_with_seats(*this, "THREE", 1);
    enrol(*this, "group,person\nTHREE,P-1\nTHREE,P-7\nTHREE,P-8\n");
    leave("group,person\nTHREE,P-1\n");
    CHECK(offered.empty());
    CHECK(answer(OfferVerb::make, "group,person\nTHREE,P-8\n").rows == Lines{"2 no-free-seat P-0008"});
    change("UPDATE peer_group SET capacity = 2 WHERE code = 'THREE'");
    const std::string sheet = "group,person,on\nTHREE,P-8,2026-03-01\nTHREE,P-7,\n";
    CHECK(answer(OfferVerb::make, sheet).rows == Lines{"2 offered 8", "3 offered 7"});
    CHECK(lines("SELECT DISTINCT made_on || ' ' || party FROM offer WHERE person > 6").size() == 1);
    CHECK(answer(OfferVerb::make, sheet).rows == Lines{"2 unchanged 8", "3 unchanged 7"});
    CHECK(answer(OfferVerb::make, "group,person,on\nTHREE,P-7,2026-04-01\nTHREE,P-6,\n").rows ==
          Lines{"2 unchanged 7", "3 not-waiting P-0006"});
}
