#include "admission/offers.hpp"
#include "sessions/withdraw.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using admission::OfferVerb;

namespace {

/// Two seats, both taken, and four who wait: P-0004 and P-0005 are a family.
class Full : public County {
public:
    Full() {
        add_adults(*this, 3);
        import(*this, "given_name,birth_date,reference,family,relation\nD,1985-06-15,4,A,parent\nE,1985-06-15,5,A,other_close\n"
                      "F,1985-06-15,6,,\n");
        create_with_seats(*this, "GROUP", 2);
        enrol(*this, "group,person\nGROUP,P-0001\nGROUP,P-0002\nGROUP,P-0004\nGROUP,P-0005\nGROUP,P-0006\nGROUP,P-0003\n");
    }

    std::string told(const admission::Settled& settled) {
        std::string text;
        for (const auto& offer : settled.offered)
            text += fmt::format("offered {} until {} ", offer.person, offer.until_on ? offer.until_on->iso() : "-");
        for (const auto& one : settled.promoted)
            text += fmt::format("enrolled {} ", one.person);
        for (const auto& offer : settled.ended)
            text += fmt::format("ended {} ", offer.person);
        for (const auto& one : settled.left_list)
            text += fmt::format("off {} ", one.person);
        return text;
    }

    std::string leave(std::vector<std::int64_t> numbers, std::string_view on = "2026-03-01") {
        sessions_room::Withdrawal withdrawal{{group_code("GROUP")}, {}, day(on), "moved_away", day(on)};
        for (const std::int64_t number : numbers)
            withdrawal.people.push_back(person(number));
        return told(sessions_room::withdraw(database(), rules(), journal("withdraw"), withdrawal).settled);
    }

    std::string answer(OfferVerb verb, std::vector<std::int64_t> numbers, std::string_view on) {
        admission::OfferRequest request{.verb = verb, .group = group_code("GROUP"), .on = day(on), .today = day(on)};
        for (const std::int64_t number : numbers)
            request.people.push_back(person(number));
        return told(admission::answer_offers(database(), rules(), journal("offer"), request));
    }

    std::string refusal(OfferVerb verb, std::vector<std::int64_t> numbers, std::string_view on) {
        return problem_of([&] { answer(verb, std::move(numbers), on); }).code;
    }

    std::string state(std::int64_t number) {
        return lines(fmt::format("SELECT state FROM enrolment WHERE person = {} ORDER BY episode DESC", number)).at(0);
    }
};

} // namespace

TEST_CASE_FIXTURE(Full, "a freed seat is offered once, to the next who fits") {
    CHECK(leave({1}) == "offered 6 until 2026-03-08 "); // the family before needs two
    CHECK(state(6) == "waitlisted");                    // nobody vanishes from the list before the answer
    CHECK(answer(OfferVerb::make, {}, "2026-03-02").empty());
    CHECK(leave({2}, "2026-03-03") == "offered 3 until 2026-03-10 ");
}

TEST_CASE_FIXTURE(Full, "a family is offered its seats together, and answers for all") {
    CHECK(leave({1, 2}) == "offered 4 until 2026-03-08 offered 5 until 2026-03-08 ");
    CHECK(answer(OfferVerb::accept, {5}, "2026-03-04") == "enrolled 4 enrolled 5 ");
    CHECK(state(4) == "enrolled");
    CHECK(number("SELECT count(*) FROM enrolment WHERE state = 'enrolled'") == 2);
    CHECK(refusal(OfferVerb::accept, {5}, "2026-03-04") == "no-offer");
}

TEST_CASE_FIXTURE(Full, "a declined offer goes to the next, and who declined leaves the list") {
    leave({1});
    CHECK(answer(OfferVerb::decline, {6}, "2026-03-02") == "offered 3 until 2026-03-09 ended 6 off 6 ");
    CHECK(state(6) == "withdrawn");
    CHECK(answer(OfferVerb::accept, {3}, "2026-03-02") == "enrolled 3 ");
}

TEST_CASE_FIXTURE(Full, "an offer that nobody answered lapses whenever it is looked at, and its seat goes on") {
    leave({1});
    CHECK(refusal(OfferVerb::accept, {6}, "2026-03-09") == "offer-lapsed");
    CHECK(answer(OfferVerb::make, {}, "2026-03-09") == "offered 3 until 2026-03-16 ended 6 ");
    CHECK(state(6) == "waitlisted"); // keeps the place, and is asked again when somebody says so
    CHECK(refusal(OfferVerb::make, {6}, "2026-03-09") == "no-free-seat");
    CHECK(answer(OfferVerb::decline, {3}, "2026-03-10") == "ended 3 off 3 ");
    CHECK(answer(OfferVerb::make, {6}, "2026-03-10") == "offered 6 until 2026-03-17 ");
    CHECK(refusal(OfferVerb::make, {6}, "2026-03-10") == "not-waiting");
}

TEST_CASE_FIXTURE(Full, "whoever leaves the list gives the offered seat on") {
    leave({1});
    CHECK(leave({6}, "2026-03-02") == "offered 3 until 2026-03-09 ended 6 ");
}

TEST_CASE_FIXTURE(Full, "a raised capacity is offered, and one that offers hold cannot be taken away") {
    const auto limit = [&](int seats) {
        return admission::change_capacity(database(), rules(), journal("group edit"),
                                          {group_code("GROUP"), seats, day("2026-03-01")});
    };
    CHECK(told(limit(4).settled) == "offered 4 until 2026-03-08 offered 5 until 2026-03-08 ");
    CHECK(problem_of([&] { limit(3); }).code == "below-enrolled");
    CHECK(told(limit(5).settled) == "offered 6 until 2026-03-08 ");
}

TEST_CASE_FIXTURE(Full, "the end of a group ends its offers") {
    leave({1});
    finish(*this, "GROUP", "2026-03-02");
    CHECK(number("SELECT count(*) FROM offer WHERE answer IS NULL") == 0);
    CHECK(refusal(OfferVerb::make, {}, "2026-03-03") == "group-ended");
}

TEST_CASE_FIXTURE(Full, "who takes an offered seat from a later day cannot leave before it") {
    leave({1});
    admission::answer_offers(database(), rules(), journal("offer"),
                             {.verb = OfferVerb::accept,
                              .group = group_code("GROUP"),
                              .people = {person(6)},
                              .on = day("2026-03-10"),
                              .today = day("2026-03-02")});
    CHECK(problem_of([&] { leave({6}, "2026-03-05"); }).code == "leaves-before-coming");
}
