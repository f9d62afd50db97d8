#include "admission/capacity.hpp"
#include "people/identity.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// KAI in Kainuu with P-0001 and P-0002, HEL in Helsinki with P-0003, who is linked to P-0002; P-0004 of Helsinki is in no group.
/// From then on somebody acts who works in Kainuu.
struct TwoRegions : County {
    TwoRegions() {
        add_adults(*this, 2);
        import(*this, "given_name,birth_date,reference\nAdult 3,1985-06-15,3\nAdult 4,1985-06-15,4\n", {.region = "helsinki"});
        people::link_people(database(), journal("person link"), {person(2), person(3), "partner", false});
        create(*this, weekly_wish("KAI"));
        groups::GroupWish helsinki = weekly_wish("HEL");
        helsinki.region = "helsinki";
        create(*this, helsinki);
        enrol(*this, "group,person\nKAI,P-1\nKAI,P-2\nHEL,P-3\n");
        actor = {.id = "liisa", .role = vault::Role::coordinator, .regions = {"kainuu"}};
        ground = "client-relation";
    }

    /// The code with which the action is refused; nothing has changed by it.
    template <class Action> std::string refusal(const Action& action) {
        const std::string before = content();
        const peergroup::Problem problem = problem_of(action);
        CHECK(content() == before);
        CHECK(problem.kind == peergroup::ProblemKind::not_permitted);
        CHECK(problem.message.find("elsinki") == std::string::npos);
        return problem.code;
    }
};

const std::string refused = "not-permitted.region";

} // namespace

TEST_CASE_FIXTURE(TwoRegions, "a group of another region cannot be created or changed") {
    groups::GroupWish wish = weekly_wish("NEW");
    wish.region = "helsinki";
    CHECK(problem_of([&] { create(*this, wish); }).code == refused);
    CHECK(refusal([&] { decide(*this, "HEL", groups::GroupVerb::close, "2026-02-01"); }) == refused);
    CHECK(refusal([&] { groups::edit_group(database(), rules(), journal(), {.code = group_code("HEL"), .language = "sv"}); }) ==
          refused);
    CHECK(refusal([&] {
              admission::change_capacity(database(), rules(), journal(), {group_code("HEL"), 3, day("2026-02-01")});
          }) == refused);
    CHECK(refusal([&] { finish(*this, "HEL", "2026-06-01"); }) == refused);
    CHECK(refusal([&] { cancel_group(*this, "HEL", "2026-06-01"); }) == refused);
    decide(*this, "KAI", groups::GroupVerb::close, "2026-02-01");
}

TEST_CASE_FIXTURE(TwoRegions, "the meetings of another region's group cannot be changed") {
    const groups::MeetingChoice choice{.code = group_code("HEL"), .session = "1", .today = day("2026-01-20")};
    CHECK(refusal([&] { add_meeting(*this, choice, {.day = day("2026-12-01")}); }) == refused);
    CHECK(refusal([&] { move_meeting(*this, choice, {.day = day("2026-12-01")}); }) == refused);
    CHECK(refusal([&] { cancel_meeting(*this, choice, {.reason = "weather"}); }) == refused);
}

TEST_CASE_FIXTURE(TwoRegions, "groups are looked up and listed as far as the regions go") {
    store::Transaction transaction = database().read();
    groups::GroupRegister groups(transaction);
    CHECK(groups.list({}, actor).size() == 1);
    CHECK(groups.list({.region = "kainuu", .type = "", .state = ""}, actor).size() == 1);
    CHECK(problem_of([&] { groups.list({.region = "helsinki", .type = "", .state = ""}, actor); }).code == refused);
    CHECK(problem_of([&] { groups.require(group_code("HEL"), actor); }).code == refused);
    CHECK(problem_of([&] { groups.require(group_code("HEK"), actor); }).hint.find("HEL") == std::string::npos);
}

TEST_CASE_FIXTURE(TwoRegions, "a person of another region cannot be seen or changed") {
    CHECK(refusal([&] { view_of(*this, 3); }) == refused);
    CHECK(refusal([&] { people::edit_person(database(), journal(), person(3), details_of("given_name\nA\n")); }) == refused);
    CHECK(refusal([&] { people::decide_contact(database(), journal(), person(3), {"sms", true, true}); }) == refused);
    CHECK(refusal([&] { people::link_people(database(), journal(), {person(1), person(3), "partner", false}); }) == refused);
    CHECK(refusal([&] { people::link_people(database(), journal(), {person(3), person(1), "partner", false}); }) == refused);
    CHECK(problem_of([&] { import(*this, "given_name\nNew\n", {.region = "helsinki"}); }).code ==
          refused); // as the call names it
    CHECK(view_of(*this, 2).links.empty());
    CHECK(problem_of([&] { view_of(*this, 99); }).code == "person-not-found");
}

TEST_CASE_FIXTURE(TwoRegions, "names of another region stay behind the door") {
    store::Transaction transaction = database().write();
    const vault::Journal own = journal("person list");
    people::Identity identity(transaction, own);
    const std::vector<people::PersonCode> both = {person(1), person(3)};
    CHECK(problem_of([&] { identity.reveal(both); }).code == refused);
    CHECK(identity.reveal(std::span(both).first(1)).front().record.given_name == "Adult 1");
    CHECK(people::list_people(transaction, {}, actor).size() == 2);
    CHECK(problem_of([&] { people::list_people(transaction, {"helsinki"}, actor); }).code == refused);
}

TEST_CASE_FIXTURE(TwoRegions, "rows about another region's group or person are refused one by one") {
    decide(*this, "KAI", groups::GroupVerb::open, "2026-01-20");
    CHECK(enrol(*this, "group,person\nHEL,P-1\nKAI,P-4\nKAI,P-9\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 not-permitted.region HEL", "3 not-permitted.region P-0004", "4 person-not-found P-0009"});
    // Whether what is told fits what is stored would be an answer too.
    CHECK(enrol(*this, "group,person,given_name,birth_date\nKAI,P-4,Adult 4,1985-06-15\nKAI,P-4,Other,1999-09-09\n").rows ==
          Lines{"2 not-permitted.region P-0004", "3 not-permitted.region P-0004"});
    CHECK(log(*this, "group,session,person,mark\nHEL,1,P-3,P\nKAI,1,P-3,P\nKAI,1,P-1,P\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 not-permitted.region HEL", "3 not-permitted.region P-0003", "4 logged 1"});
}

TEST_CASE_FIXTURE(TwoRegions, "nobody is taken out of another region's group, and nobody of another region out of one's own") {
    CHECK(refusal([&] { withdraw(*this, "HEL", {3}, "2026-02-11"); }) == refused);
    CHECK(refusal([&] { withdraw(*this, "KAI", {1, 3}, "2026-02-11"); }) == refused);
    withdraw(*this, "KAI", {1}, "2026-02-11");
}

TEST_CASE_FIXTURE(TwoRegions, "a facilitator logs the own groups and no other") {
    actor = {.id = "olli", .role = vault::Role::facilitator, .groups = {"KAI"}};
    create(*this, weekly_wish("KAI-2"));
    CHECK(log(*this, "group,session,person,mark\nKAI,1,P-1,P\nKAI-2,1,P-2,P\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 logged 1", "3 not-permitted.group KAI-2"});
    CHECK(enrol(*this, "group,person\nKAI-2,P-1\n").rows == Lines{"2 not-permitted.group KAI-2"});
    store::Transaction transaction = database().read();
    CHECK(groups::GroupRegister(transaction).list({}, actor).size() == 1);
}
