#include "admission/waiting_list.hpp"
#include "unit/calendar/days.hpp"

#include <doctest/doctest.h>

#include <string>

using peergroup::admission::Membership;
using peergroup::admission::MembershipState;
using peergroup::admission::parties_in_order;
using peergroup::admission::parties_that_fit;
using peergroup::admission::Party;
using peergroup::admission::Waiting;

namespace {

Waiting waiting(std::int64_t person, std::string_view since = "2026-02-01") {
    Waiting one;
    one.membership = {.group = 1, .person = person, .state = MembershipState::waitlisted, .waiting_on = day(since)};
    one.membership.waiting_order = person;
    one.is_adult = true;
    return one;
}

Waiting child(std::int64_t person, std::uint64_t family) {
    Waiting one = waiting(person);
    one.membership.group = 2;
    one.family = family;
    one.is_adult = false;
    one.needs_adult = true;
    return one;
}

Waiting of_family(Waiting one, std::uint64_t family) {
    one.family = family;
    return one;
}

std::string told(const std::vector<Party>& parties) {
    std::string text;
    for (const Party& party : parties) {
        text += text.empty() ? "" : " | ";
        for (std::size_t place = 0; place < party.size(); ++place)
            text += (place == 0 ? "" : "+") + std::to_string(party[place].membership.person);
    }
    return text;
}

std::string order(std::vector<Waiting> all) {
    return told(parties_in_order(std::move(all)));
}

std::string fitting(std::vector<Waiting> all, peergroup::admission::FreeSeats free) {
    return told(parties_that_fit(parties_in_order(std::move(all)), std::move(free)));
}

} // namespace

TEST_CASE("the higher priority comes first, then the own region, then the earlier day, then the earlier place") {
    Waiting urgent = waiting(9, "2026-03-01");
    urgent.membership.priority = 1;
    Waiting foreign = waiting(1, "2026-01-01");
    foreign.own_region = false;
    CHECK(order({waiting(3, "2026-02-02"), foreign, waiting(4), urgent, waiting(2)}) == "9 | 2 | 4 | 3 | 1");
}

TEST_CASE("a family stands where its first member stands") {
    CHECK(order({of_family(waiting(5), 7), waiting(3), of_family(waiting(2), 7)}) == "2+5 | 3");
}

TEST_CASE("a party that is too large does not block those behind it, and is not broken up") {
    CHECK(fitting({of_family(waiting(1), 7), of_family(waiting(2), 7), waiting(3), waiting(4)}, {{1, 1}}) == "3");
    CHECK(fitting({of_family(waiting(1), 7), of_family(waiting(2), 7), waiting(3), waiting(4)}, {{1, 3}}) == "1+2 | 3");
    CHECK(fitting({waiting(1)}, {{1, 0}}).empty());
    CHECK(fitting({waiting(1)}, {{1, -1}}).empty());
    CHECK(fitting({waiting(1), waiting(2)}, {}) == "1 | 2"); // no limit is known
}

TEST_CASE("KAI-04: a paired place needs both sides free, and a child an adult") {
    CHECK(fitting({of_family(waiting(1), 7), child(11, 7)}, {{1, 1}, {2, 0}}).empty());
    CHECK(fitting({of_family(waiting(1), 7), child(11, 7)}, {{1, 1}, {2, 1}}) == "1+11");
    CHECK(fitting({child(11, 7)}, {{1, 5}, {2, 5}}).empty());
    Waiting with_member = child(12, 0);
    with_member.needs_adult = false;
    CHECK(fitting({with_member}, {{1, 0}, {2, 1}}) == "12");
}

TEST_CASE("whoever has let an offer go is not asked again by itself, nor the family") {
    Waiting declined = of_family(waiting(1), 7);
    declined.let_go = true;
    CHECK(fitting({declined, of_family(waiting(2), 7), waiting(3)}, {{1, 3}}) == "3");
}

TEST_CASE("of everybody who waits it is said why a seat comes next, or does not") {
    const auto verdicts = [](std::vector<Waiting> all, peergroup::admission::FreeSeats free) {
        std::string text;
        for (const std::string& verdict : peergroup::admission::verdicts_on(parties_in_order(std::move(all)), std::move(free)))
            text += (text.empty() ? "" : " ") + verdict;
        return text;
    };
    CHECK(verdicts({waiting(1), waiting(2)}, {{1, 0}}) == "no-free-seat no-free-seat");
    CHECK(verdicts({waiting(1), waiting(2)}, {{1, 1}}) == "next others-first");
    CHECK(verdicts({waiting(1), waiting(2)}, {}) == "next next"); // no limit is known
    CHECK(verdicts({of_family(waiting(1), 7), of_family(waiting(2), 7), waiting(3)}, {{1, 1}}) == "party-too-large next");
    CHECK(verdicts({child(1, 0)}, {{2, 1}}) == "adult-missing");
    CHECK(verdicts({of_family(waiting(1), 7), child(2, 7)}, {{1, 1}, {2, 0}}) == "no-free-seat");
    Waiting gone = waiting(1);
    gone.let_go = true;
    CHECK(verdicts({gone, waiting(2)}, {{1, 1}}) == "let-go next");
}
