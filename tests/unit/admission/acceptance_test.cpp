#include "admission/offers.hpp"
#include "people/person_facts.hpp"
#include "unit/field/admission_in_county.hpp"
#include "unit/field/leaving.hpp"
#include "unit/field/membership_rules.hpp"

#include <doctest/doctest.h>

using namespace field;
using admission::OfferVerb;

namespace {

/// GROUP has two seats, taken by P-0001 and P-0002; P-0003, P-0004 and P-0005 wait. Somebody with clearance works there.
class Offered : public County {
public:
    Offered() {
        actor.cleared = true;
        ground = "talked-with-both";
        add_adults(*this, 5);
        create_with_seats(*this, "GROUP", 2);
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-3\nGROUP,P-4\nGROUP,P-5\n");
    }

    void link(std::int64_t one, std::int64_t other) {
        people::link_people(database(), journal("person link"), {person(one), person(other), "keep_apart"});
    }
    void seats(int capacity) {
        admission::change_capacity(
            database(), rules(), journal("group edit"),
            {.group = group_code("GROUP"), .capacity = capacity, .effective_on = day("2026-02-01"), .today = day("2026-02-01")});
    }
    void answer(OfferVerb verb, std::int64_t number, std::string override_code = {}, std::string_view on = "2026-02-02") {
        admission::answer_offers(database(), rules(), journal("offer"),
                                 {.verb = verb,
                                  .group = group_code("GROUP"),
                                  .people = {person(number)},
                                  .override_code = std::move(override_code),
                                  .on = day(on),
                                  .today = day(on)});
    }
    std::string refusal(std::int64_t number, std::string override_code = {}, std::string_view on = "2026-02-02") {
        const std::string before = content();
        const std::string code = problem_of([&] { answer(OfferVerb::accept, number, std::move(override_code), on); }).code;
        CHECK(content() == before);
        return code;
    }
    Lines verdicts() {
        store::Transaction transaction = database().read();
        Lines told;
        const vault::Journal entry = journal();
        const std::vector<groups::Group> sides = {groups::GroupRegister(transaction).find(group_code("GROUP")).value()};
        for (const auto& prospect : admission::OfferDesk(transaction, entry, rules(), 0, day("2026-02-02")).prospects(sides))
            told.push_back(person(prospect.person).text() + " " + prospect.code);
        return told;
    }
};

} // namespace

TEST_CASE_FIXTURE(Offered, "a tie that came up after the offer refuses its acceptance, by one word to whoever has no clearance") {
    seats(3);
    link(1, 3);
    CHECK(refusal(3) == "keep-apart");
    actor.cleared = false;
    CHECK(refusal(3) == "not-placeable.restricted");
    CHECK(refusal(3, "keep-apart") == "clearance-missing");
    answer(OfferVerb::accept, 3, "not-placeable.restricted");
    CHECK(members(*this, "GROUP")[2].starts_with("P-0003/1 enrolled"));
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Offered, "what somebody answered for when the offer was made is not asked again, but another tie is") {
    link(1, 3);
    seats(3);
    answer(OfferVerb::decline, 4);
    answer(OfferVerb::decline, 5);
    answer(OfferVerb::make, 3, "keep-apart");
    link(2, 3); // only now
    CHECK(refusal(3) == "keep-apart");
    people::link_people(database(), journal("person link"), {person(2), person(3), "keep_apart", true});
    answer(OfferVerb::accept, 3);
    CHECK(members(*this, "GROUP")[2].starts_with("P-0003/1 enrolled"));
}

TEST_CASE_FIXTURE(Offered, "what somebody answered for at the enrolment counts for the seat, and lies sealed") {
    add_adults(*this, 1);
    link(1, 6);
    enrol(*this, "group,person\nGROUP,P-6\n", {.override_code = "keep-apart"});
    CHECK(number("SELECT count(*) FROM answered_for WHERE person = 6") == 1);
    CHECK(number("SELECT count(*) FROM answered_for WHERE instr(record, 'keep')") == 0);
    seats(6); // one for each of those who wait
    CHECK(lines("SELECT 'P' || person FROM offer ORDER BY change_seq") == Lines{"P3", "P4", "P5", "P6"});
    answer(OfferVerb::accept, 6);
    CHECK(members(*this, "GROUP")[5].starts_with("P-0006/1 enrolled"));
}

TEST_CASE_FIXTURE(Offered, "two who are to be kept apart and were both asked: who says yes first comes") {
    seats(4);
    link(3, 4);
    answer(OfferVerb::accept, 4);
    CHECK(refusal(3) == "keep-apart");
}

TEST_CASE_FIXTURE(Offered, "whose turn it is behind somebody who is held back by a tie comes next, and is not told to wait") {
    link(2, 3);
    const std::int64_t free_seat = 3;
    change("UPDATE peer_group SET capacity = " + std::to_string(free_seat)); // nobody has looked at the seats yet
    CHECK(verdicts() == Lines{"P-0003 keep-apart", "P-0004 next", "P-0005 others-first"});
    link(1, 4);
    CHECK(verdicts() == Lines{"P-0003 keep-apart", "P-0004 keep-apart", "P-0005 next"});
    actor.cleared = false;
    CHECK(verdicts() == Lines{"P-0003 not-placeable.restricted", "P-0004 not-placeable.restricted", "P-0005 next"});
}

TEST_CASE_FIXTURE(Offered, "an offer is refused to whoever no longer is what the group asks for, and stands while it is open") {
    seats(3);
    change("UPDATE peer_group SET age_min = 60");
    CHECK(refusal(3) == "not-eligible.age");
    answer(OfferVerb::accept, 3, "not-eligible.age");
    CHECK(members(*this, "GROUP")[2].starts_with("P-0003/1 enrolled"));
}

TEST_CASE_FIXTURE(Offered, "whoever waits comes in although the intake was closed meanwhile") {
    seats(3);
    decide(*this, "GROUP", groups::GroupVerb::close, "2026-02-01");
    answer(OfferVerb::accept, 3);
    CHECK(members(*this, "GROUP")[2].starts_with("P-0003/1 enrolled"));
}

TEST_CASE_FIXTURE(Offered, "another language than the group's is said aloud and refuses nothing") {
    import(*this, "given_name,birth_date,reference,language\nBo,1985-06-15,77,sv\n");
    groups::GroupWish finnish = weekly_wish("FINNISH");
    finnish.language = "fi";
    finnish.capacity = 2;
    create(*this, finnish);
    const auto remarks_of = [&](std::string rows) {
        documents::Sheet sheet = sheet_of(std::move(rows), admission::enrolment_columns());
        const auto result = admission::enrol(database(), rules(), journal("enrol"), {.spool_folder = spool()},
                                             {.sheet = sheet, .on = day("2026-01-28"), .identity_codes = {}});
        Lines told;
        for (const batches::Remark& remark : result.remarks)
            told.push_back(remark.code + " " + remark.detail);
        return told;
    };
    CHECK(remarks_of("group,person\nFINNISH,P-6\n") == Lines{"other-language P-0006 (sv), FINNISH (fi)"});
    CHECK(
        remarks_of("group,person\nFINNISH,P-1\nFINNISH,P-6\n").empty()); // whose language nobody knows, and who is there already
    CHECK(members(*this, "FINNISH")[1].starts_with("P-0006/1 enrolled"));
}

TEST_CASE_FIXTURE(Offered, "who is asked goes on waiting until the answer, and an accepted seat leaves the other lists alone") {
    create_with_seats(*this, "OTHER", 0);
    enrol(*this, "group,person\nOTHER,P-3\n");
    seats(3);
    CHECK(members(*this, "GROUP")[2] == "P-0003/1 waitlisted #1 since 2026-01-28");
    answer(OfferVerb::accept, 3);
    CHECK(members(*this, "GROUP")[2].starts_with("P-0003/1 enrolled"));
    CHECK(members(*this, "OTHER")[0].starts_with("P-0003/1 waitlisted"));
}
