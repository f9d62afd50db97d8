#include "sessions/transfer.hpp"
#include "unit/field/undo_in_county.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace field;
using admission::OfferVerb;

namespace {

constexpr unsigned seeds = 20; ///< a store each
constexpr int groups_at_once = 8;
constexpr int people_there_are = 10;
constexpr int families = 4; ///< of an adult and a child, after these

/// Groups of few seats and a pair among a few people, and every way in, between and out at random.
class Wandering : public County {
public:
    explicit Wandering(unsigned seed) : chance_(seed) {
        add_adults(*this, people_there_are);
        for (int group = 1; group <= groups_at_once; ++group)
            create_with_seats(*this, fmt::format("GROUP-{}", group), 1 + group % 3);
        groups::GroupWish pair = pair_wish("PAIR");
        pair.capacity = 1;
        create(*this, pair);
        std::string rows = "given_name,birth_date,reference,family,relation\n";
        for (int family = 0; family < families; ++family)
            rows += fmt::format("Isä {0},1975-06-15,A{0},F{0},parent\nLapsi {0},2018-06-15,C{0},F{0},child\n", family);
        import(*this, rows);
    }

    /// Does something, and gives whether anything was recorded.
    bool wander() {
        const std::int64_t before = newest_batch(*this);
        today_ = today_.plus_days(static_cast<int>(chance_() % 4));
        try {
            step();
        } catch (const peergroup::Problem&) { // refused: nothing happened
        }
        return newest_batch(*this) != before;
    }
    std::string today() const { return today_.iso(); }

private:
    int below(int limit) { return static_cast<int>(chance_() % static_cast<unsigned>(limit)); }
    bool pairs() { return below(3) == 0; }
    std::string group() { return fmt::format("GROUP-{}", below(groups_at_once) + 1); }
    std::int64_t somebody() { return below(people_there_are) + 1; }
    std::int64_t adult() { return people_there_are + 1 + 2 * below(families); }

    void step() {
        const bool pair = pairs();
        switch (below(6)) {
        case 0:
        case 1:
            return pair ? come_as_families() : come();
        case 2:
            return pair ? leave_as_family() : leave(group(), {person(somebody())});
        case 3:
            return move();
        default:
            return answer(pair ? "PAIR" : group(), pair ? adult() + below(2) : somebody());
        }
    }

    void come() {
        std::string rows = "group,person\n";
        for (int row = 0; row < 3; ++row)
            rows += fmt::format("{},P-{}\n", group(), somebody());
        const std::string on = today();
        enrol(*this, rows, {.on = on, .mode = batches::Mode::rows, .again = below(2) == 0});
    }

    void come_as_families() {
        std::string rows = "group,person,family,relation\n";
        for (int row = 0; row < 2; ++row) {
            const std::int64_t number = adult();
            rows += fmt::format("PAIR,P-{0},{0},parent\nPAIR,P-{1},{0},child\n", number, number + 1);
        }
        const std::string on = today();
        enrol(*this, rows, {.on = on, .mode = batches::Mode::rows, .again = true});
    }

    void leave(const std::string& code, std::vector<people::PersonCode> leavers) {
        sessions_room::withdraw(database(), rules(), journal("withdraw"),
                                {{group_code(code)}, std::move(leavers), today_, "other", today_});
    }

    void leave_as_family() {
        const std::int64_t number = adult();
        if (below(4) == 0) return leave("PAIR", {person(number + below(2))});
        leave("PAIR", {person(number), person(number + 1)});
    }

    void move() {
        sessions_room::transfer(database(), rules(), journal("transfer"),
                                {group_code(group()), group_code(group()), {person(somebody())}, today_, "other", today_});
    }

    void answer(const std::string& code, std::int64_t number) {
        const OfferVerb verb = std::array{OfferVerb::make, OfferVerb::accept, OfferVerb::decline}.at(chance_() % 3);
        admission::OfferRequest request{.verb = verb, .group = group_code(code), .on = today_, .today = today_};
        if (verb != OfferVerb::make || below(2) == 0) request.people = {person(number)};
        admission::answer_offers(database(), rules(), journal("offer accept"), request);
    }

    std::mt19937 chance_;
    calendar::Date today_ = day("2026-01-10");
};

/// What holds after every step, whatever happened.
void check_seats(County& county, const std::string& today) {
    // Members and those whom a seat is held for are never more than the seats; an offer that has lapsed holds none.
    CHECK(county.number(fmt::format("SELECT count(*) FROM peer_group g WHERE g.capacity < (SELECT count(*) FROM enrolment e"
                                    " WHERE e.peer_group = g.id AND e.state = 'enrolled') + (SELECT count(*) FROM offer o"
                                    " WHERE o.peer_group = g.id AND o.answer IS NULL AND o.until_on >= '{}')",
                                    today)) == 0);
    // Whoever is offered a seat first in one and the same batch has waited longest; a pair's families are asked as one.
    CHECK(county.number("SELECT count(*) FROM offer a JOIN enrolment x ON x.peer_group = a.peer_group AND x.person = a.person"
                        " AND x.episode = a.episode JOIN offer b ON b.batch = a.batch AND b.peer_group = a.peer_group"
                        " AND b.change_seq > a.change_seq JOIN enrolment y ON y.peer_group = b.peer_group AND y.person = b.person"
                        " AND y.episode = b.episode JOIN peer_group g ON g.id = a.peer_group WHERE g.pair_code IS NULL"
                        " AND a.answer IS NULL AND b.answer IS NULL AND a.made_on = b.made_on AND (y.waiting_on < x.waiting_on"
                        " OR (y.waiting_on = x.waiting_on AND y.waiting_order < x.waiting_order))") == 0);
    // Of an adult and a child who both waited when one was asked, both were asked.
    CHECK(county.number("SELECT count(*) FROM offer o JOIN peer_group g ON g.id = o.peer_group AND g.pair_code IS NOT NULL"
                        " JOIN person_link l ON l.person = o.person OR l.other = o.person"
                        " JOIN enrolment c ON c.person = l.person + l.other - o.person AND c.peer_group = g.other_side"
                        " AND c.state = 'waitlisted' AND c.change_seq < o.change_seq WHERE o.answer IS NULL"
                        " AND NOT EXISTS (SELECT 1 FROM offer x WHERE x.peer_group = c.peer_group AND x.person = c.person"
                        " AND x.answer IS NULL)") == 0);
}

} // namespace

TEST_CASE("whatever happened last can be taken back, and everything is as it was") {
    int undone = 0;
    std::int64_t families_asked = 0;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        Wandering county(seed);
        for (int step = 0; step < 120; ++step) {
            const Lines before = current_state(county);
            CAPTURE(seed);
            CAPTURE(step);
            const bool recorded = county.wander();
            check_seats(county, county.today());
            if (!recorded || step % 3 != 0) continue;
            const auto answer = undo(county, newest_batch(county), county.today());
            REQUIRE(answer.obstacles.empty());
            check_seats(county, county.today());
            // An offer that lapsed meanwhile has lapsed all the same, and what that frees is offered on.
            if (answer.settled.empty() && county.number("SELECT count(*) FROM offer WHERE answer = 'expired'") == 0) {
                CHECK(current_state(county) == before);
                ++undone;
            }
        }
        check_sound(county);
        families_asked +=
            county.number("SELECT count(*) FROM offer o JOIN peer_group g ON g.id = o.peer_group WHERE g.side = 'children'");
    }
    CHECK(undone > 100);
    CHECK(families_asked > 20);
}
