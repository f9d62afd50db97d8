#include "unit/field/undo_in_county.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace field;
using admission::OfferVerb;

namespace {

/// Two groups of few seats among ten people, and every way in and out at random.
class Wandering : public County {
public:
    explicit Wandering(unsigned seed) : chance_(seed) {
        add_adults(*this, 8);
        create_with_seats(*this, "GROUP-1", 2);
        create_with_seats(*this, "GROUP-2", 3);
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
    std::string group() { return fmt::format("GROUP-{}", chance_() % 2 + 1); }
    std::int64_t somebody() { return static_cast<std::int64_t>(chance_() % 8) + 1; }

    void step() {
        switch (chance_() % 5) {
        case 0:
        case 1: {
            std::string rows = "group,person\n";
            for (int row = 0; row < 3; ++row)
                rows += fmt::format("{},P-{}\n", group(), somebody());
            const std::string on = today();
            enrol(*this, rows, {.on = on, .mode = batches::Mode::rows, .again = chance_() % 2 == 0});
            return;
        }
        case 2:
            sessions_room::withdraw(database(), rules(), journal("withdraw"),
                                    {{group_code(group())}, {person(somebody())}, today_, "other", today_});
            return;
        default: {
            const OfferVerb verb = std::array{OfferVerb::make, OfferVerb::accept, OfferVerb::decline}.at(chance_() % 3);
            admission::OfferRequest request{.verb = verb, .group = group_code(group()), .on = today_, .today = today_};
            if (verb != OfferVerb::make || chance_() % 2 == 0) request.people = {person(somebody())};
            admission::answer_offers(database(), rules(), journal("offer accept"), request);
        }
        }
    }

    std::mt19937 chance_;
    calendar::Date today_ = day("2026-01-10");
};

} // namespace

TEST_CASE("whatever happened last can be taken back, and everything is as it was") {
    int undone = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        Wandering county(seed);
        for (int step = 0; step < 40; ++step) {
            const Lines before = current_state(county);
            CAPTURE(seed);
            CAPTURE(step);
            if (!county.wander() || step % 3 != 0) continue;
            const Lines after = current_state(county);
            const auto answer = undo(county, newest_batch(county), county.today());
            REQUIRE(answer.obstacles.empty());
            // An offer that lapsed meanwhile has lapsed all the same, and what that frees is offered on.
            if (answer.settled.empty() && county.number("SELECT count(*) FROM offer WHERE answer = 'expired'") == 0) {
                CHECK(current_state(county) == before);
                ++undone;
            }
        }
        check_sound(county);
    }
    CHECK(undone > 30);
}
