#include "unit/field/group_model.hpp"
#include "unit/field/leaving.hpp"
#include "unit/field/membership_rules.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace field;

namespace {

constexpr int groups_at_once = 100; // each lives a history of its own, through the same files
constexpr int lives = 20;
constexpr int steps_of_a_life = 10;
constexpr int people_there_are = 7;

/// Two thousand groups live through random files, departures, capacities and closings, each beside its model.
class Lives : public County {
public:
    Lives() { add_adults(*this, people_there_are); }

    void live(int life) {
        found_groups(life);
        for (int step = 0; step < steps_of_a_life; ++step) {
            now_day_ = day("2026-01-01").plus_days(step * 7);
            if (step > 0 && chance(3)) let_some_leave();
            if (step > 0 && chance(3)) change_some_terms();
            feed_a_file();
            compare();
        }
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    bool chance(int one_in) { return below(one_in) == 0; }
    groups::GroupCode code_of(int index) const { return group_code(fmt::format("L{:02}-{:03}", life_, index)); }
    std::optional<int> any_capacity(int at_least) { return chance(5) ? std::nullopt : std::optional(at_least + below(4)); }

    template <class Work> void in_one_batch(const std::string& verb, const Work& work) {
        const vault::Journal entry = journal(verb);
        store::Transaction transaction = database().write();
        work(transaction, entry.begin_batch(transaction, catalogue::keep_catalogue(transaction, rules())));
        transaction.commit();
    }

    void found_groups(int life) {
        life_ = life;
        models_.assign(groups_at_once, {});
        in_one_batch("group create", [&](store::Transaction& transaction, std::int64_t batch) {
            groups::GroupRegister groups(transaction);
            for (int index = 0; index < groups_at_once; ++index) {
                GroupModel& model = models_[static_cast<std::size_t>(index)];
                model.capacity = any_capacity(0);
                model.waiting_list = !chance(3);
                groups::Group group{.code = code_of(index), .type = "mll-peer", .region = "kainuu"};
                group.id = transaction.reserve("peer_group", 1).first;
                group.capacity = model.capacity;
                group.waiting_list = model.waiting_list;
                groups.create(group, {batch, "created", day("2026-01-01"), ""});
            }
        });
    }

    void let_some_leave() {
        in_one_batch("withdraw", [&](store::Transaction& transaction, std::int64_t batch) {
            admission::MembershipRegister memberships(transaction);
            groups::GroupRegister groups(transaction);
            for (int index = 0; index < groups_at_once; ++index) {
                GroupModel& model = models_[static_cast<std::size_t>(index)];
                for (admission::Membership& membership : memberships.of_group(groups.find(code_of(index))->id)) {
                    const int leaver = static_cast<int>(membership.person);
                    if (!membership.is_active() || !chance(3)) continue;
                    const calendar::Date last = std::max(model.there_since(leaver).value(), now_day_.plus_days(-below(10)));
                    admission::end_membership(memberships, membership, {batch, "left", last, "other"});
                    model.leave(leaver, last);
                }
            }
        });
    }

    void change_some_terms() {
        in_one_batch("group edit", [&](store::Transaction& transaction, std::int64_t batch) {
            groups::GroupRegister groups(transaction);
            for (int index = 0; index < groups_at_once; ++index) {
                if (!chance(4)) continue;
                GroupModel& model = models_[static_cast<std::size_t>(index)];
                model.capacity = any_capacity(model.seated());
                model.intake_open = !chance(4);
                groups::Group group = groups.find(code_of(index)).value();
                group.capacity = model.capacity;
                group.intake = model.intake_open ? groups::Intake::open : groups::Intake::closed;
                groups.update(group, {batch, "edited", now_day_, ""});
            }
        });
    }

    void feed_a_file() {
        const GroupModel::File file{now_day_, chance(2)};
        std::string rows = "group,person,on\n";
        Lines expected;
        for (int line = 2; line < 2 + groups_at_once * 2; ++line) {
            const int index = below(groups_at_once);
            GroupModel::Row row{1 + below(people_there_are), {}};
            if (chance(4)) row.on = day("2026-01-01").plus_days(below(steps_of_a_life) * 7);
            rows += fmt::format("{},P-{},{}\n", code_of(index).text(), row.person, row.on ? row.on->iso() : "");
            const std::string outcome = models_[static_cast<std::size_t>(index)].take(row, file);
            const bool refused = outcome != "enrolled" && outcome != "waitlisted" && outcome != "unchanged";
            expected.push_back(refused ? fmt::format("{} {} P-{:04}", line, outcome, row.person)
                                       : fmt::format("{} {} {}", line, outcome, row.person));
        }
        require_same(enrol(*this, rows, {.on = now_day_.iso(), .mode = batches::Mode::rows, .again = file.again}).rows, expected);
    }

    void compare() {
        Lines expected;
        for (int index = 0; index < groups_at_once; ++index) {
            const GroupModel& model = models_[static_cast<std::size_t>(index)];
            CHECK((!model.capacity || model.seated() <= *model.capacity));
            for (const std::string& line : model.lines())
                expected.push_back(code_of(index).text() + " " + line);
        }
        require_same(stored(), expected);
    }

    static void require_same(const Lines& found, const Lines& expected) {
        REQUIRE(found.size() == expected.size());
        for (std::size_t index = 0; index < found.size(); ++index)
            REQUIRE(found[index] == expected[index]);
    }

    /// The groups of this life as their models tell them.
    Lines stored() {
        return lines(fmt::format("SELECT code || ' ' || person || '/' || episode || ' ' || e.state || ' ' || "
                                 "coalesce(waiting_on, from_on) || ' ' || coalesce(to_on, '-')"
                                 " || ' ' || CASE WHEN waiting_order IS NULL THEN 0 ELSE dense_rank() OVER (PARTITION BY code "
                                 "ORDER BY waiting_order NULLS LAST) END"
                                 " FROM enrolment e JOIN peer_group g ON g.id = e.peer_group WHERE code LIKE 'L{:02}-%' ORDER BY "
                                 "code, person, episode",
                                 life_));
    }

    std::mt19937 random_{20260128};
    std::vector<GroupModel> models_;
    calendar::Date now_day_;
    int life_ = 0;
};

} // namespace

TEST_CASE_FIXTURE(Lives, "two thousand random histories go as a paper list would") {
    for (int life = 0; life < lives; ++life)
        live(life);
    check_memberships(*this);
}
