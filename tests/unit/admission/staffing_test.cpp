#include "admission/staffing.hpp"
#include "facilitators/linked_people.hpp"
#include "unit/field/admission_in_county.hpp"
#include "unit/field/facilitators_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// A group of VOIKUKKIA, a pair, and three facilitators.
class Guided : public County {
public:
    Guided() {
        groups::GroupWish wish = wish_of("voikukkia", "kainuu");
        wish.code = "VOI-1";
        wish.meetings = {.start = day("2026-01-28"), .interval_days = 7};
        create(*this, wish);
        create(*this, pair_wish("PK-1"));
        import_facilitators(*this, "given_name\nOili\nVeera\nSaara\n");
    }

    admission::Assigned add(std::string_view code, std::int64_t number, std::string role = "professional",
                            std::string_view from = "2026-01-20") {
        return admission::add_staff(database(), rules(), journal("group staff add"),
                                    {group_code(code), facilitator(number), std::move(role), day(from)});
    }
    void remove(std::string_view code, std::int64_t number, std::string_view last_on) {
        admission::remove_staff(database(), rules(), journal("group staff remove"),
                                {group_code(code), facilitator(number), day(last_on), "other_work"});
    }
    Lines staff() {
        return lines(
            "SELECT g.code || ' F' || s.facilitator || ' ' || s.role || ' ' || s.from_on || '..' || coalesce(s.to_on, '')"
            " FROM group_staff s JOIN peer_group g ON g.id = s.peer_group ORDER BY g.code, s.facilitator, s.episode");
    }
    std::vector<facilitators::Decider> deciders(std::string_view code, std::string_view on) {
        const std::int64_t id = group(*this, code).id;
        store::Transaction transaction = database().read();
        return facilitators::deciders(transaction, id, day(on));
    }
};

} // namespace

TEST_CASE_FIXTURE(Guided, "who guides a group is a closed range of days, and stays when it ends") {
    CHECK(add("VOI-1", 1).is_new);
    CHECK_FALSE(add("VOI-1", 1).is_new);
    remove("VOI-1", 1, "2026-02-10");
    CHECK(problem_of([&] { remove("VOI-1", 1, "2026-02-10"); }).code == "not-staff");
    add("VOI-1", 1, "professional", "2026-03-01");
    CHECK(problem_of([&] { add("VOI-1", 1, "professional", "2026-02-20"); }).code == "staff-overlaps");
    CHECK(staff() == Lines{"VOI-1 F1 professional 2026-01-20..2026-02-10", "VOI-1 F1 professional 2026-03-01.."});
    CHECK(number("SELECT count(*) FROM group_staff WHERE reason = 'other_work' AND ended_batch > batch") == 1);
    CHECK(deciders("VOI-1", "2026-02-10").size() == 1);
    CHECK(deciders("VOI-1", "2026-02-11").empty());
}

TEST_CASE_FIXTURE(Guided, "a qualification that is not held makes a gap that is recorded, and no refusal") {
    qualify(*this, 1, "voikukkia-professional", "2025-01-01", day("2026-01-31"));
    CHECK(add("VOI-1", 1).asked.empty());
    CHECK(add("VOI-1", 2, "peer").asked == std::vector<std::string>{"voikukkia-peer"});
    CHECK(add("VOI-1", 3, "social_worker").asked.empty());
    CHECK(add("VOI-1", 3, "substitute").asked.size() == 2);
    CHECK(number("SELECT count(*) FROM group_staff WHERE role_gap = 1") == 2);
    CHECK(deciders("VOI-1", "2026-01-31").at(0).qualifications == std::vector<std::string>{"voikukkia-professional"});
    CHECK(deciders("VOI-1", "2026-02-01").at(0).qualifications.empty());
    CHECK(problem_of([&] { add("VOI-1", 1, "pear"); }).hint == "did you mean `peer`?");
}

TEST_CASE_FIXTURE(Guided, "nobody guides both sides of a pair, which meet at the same time") {
    CHECK(problem_of([&] { add("PK-1", 1); }).code == "side-missing");
    add("PK-1-P", 1);
    CHECK(problem_of([&] { add("PK-1-C", 1, "volunteer"); }).code == "facilitator-on-other-side");
    add("PK-1-C", 2);
    remove("PK-1", 1, "2026-02-10");
    CHECK(problem_of([&] { add("PK-1-C", 1, "volunteer", "2026-02-10"); }).code == "facilitator-on-other-side");
    add("PK-1-C", 1, "volunteer", "2026-02-11");
    CHECK(staff().size() == 3);
}

TEST_CASE_FIXTURE(Guided, "a guard knows who of the participants guides the group") {
    add_adults(*this, 2);
    add("VOI-1", 1);
    link_facilitator(*this, 1, 2);
    const std::int64_t id = group(*this, "VOI-1").id;
    const auto guides = [&](std::int64_t number, std::string_view on) {
        store::Transaction transaction = database().read();
        return facilitators::is_facilitator_of(transaction, *ring(), id, person(number), day(on));
    };
    CHECK(guides(2, "2026-01-21"));
    CHECK_FALSE(guides(1, "2026-01-21"));
    remove("VOI-1", 1, "2026-02-10");
    CHECK(guides(2, "2026-02-10"));
    CHECK_FALSE(guides(2, "2026-02-11"));
}
