#include "admission/offers.hpp"
#include "admission/staffing.hpp"
#include "admission/why.hpp"
#include "unit/field/admission_in_county.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/leaving.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace field;

namespace {

/// A group, a pair, four adults and two facilitators; somebody with clearance works there.
class Tied : public County {
public:
    Tied() {
        actor.cleared = true;
        create(*this, weekly_wish("MLL-1"));
        create_with_seats(*this, "MLL-2", 1);
        create(*this, pair_wish("PK-1"));
        add_adults(*this, 4);
        import_facilitators(*this, "given_name\nOili\nVeera\n");
    }

    void link(std::int64_t one, std::int64_t other, std::string relation = "keep_apart", bool remove = false) {
        people::link_people(database(), journal("person link"), {person(one), person(other), std::move(relation), remove});
    }
    Lines try_to_enrol(std::string_view group, std::int64_t number, std::string override_code = {}) {
        return enrol(*this, fmt::format("group,person\n{},P-{}\n", group, number), {.override_code = std::move(override_code)})
            .rows;
    }
    std::vector<std::string> why(std::string_view group, std::int64_t number) {
        store::Transaction transaction = database().read();
        return admission::why_enrol(transaction, rules(), journal(),
                                    {group_code(group), person(number), day("2026-01-28"), day("2026-01-15")})
            .reasons;
    }
    void staff(std::string_view group, std::int64_t number, std::string override_code = {}) {
        admission::add_staff(database(), rules(), journal("group staff add"),
                             {group_code(group), facilitator(number), "volunteer", day("2026-01-20"), std::move(override_code)});
    }
};

/// The shipped catalogue, but parents' groups want no family twice.
class FamiliesApart : public County {
public:
    FamiliesApart() : folder_(std::filesystem::path(spool()) / "catalogue"), catalogue_(lay_out(folder_)) {}
    const catalogue::Catalogue& rules() const override { return catalogue_; }

private:
    static std::filesystem::path lay_out(const std::filesystem::path& folder) {
        std::filesystem::copy(std::filesystem::path(PEERGROUP_SOURCE_DIR) / "config", folder,
                              std::filesystem::copy_options::recursive);
        const std::filesystem::path type = folder / "group-types" / "mll-peer.toml";
        std::ostringstream text;
        text << std::ifstream(type).rdbuf();
        std::ofstream(type) << "families_apart = true\n" << text.str();
        return folder;
    }

    std::filesystem::path folder_;
    catalogue::Catalogue catalogue_;
};

} // namespace

TEST_CASE_FIXTURE(Tied, "whoever is to be kept apart comes to no group where the other is or waits, nor to its other side") {
    link(1, 2);
    CHECK(try_to_enrol("MLL-1", 1) == Lines{"2 enrolled 1"});
    CHECK(try_to_enrol("MLL-1", 2) == Lines{"2 keep-apart P-0002"});
    CHECK(why("MLL-1", 2) == std::vector<std::string>{"keep-apart"});
    CHECK(try_to_enrol("MLL-1", 3) == Lines{"2 enrolled 3"});
    CHECK(try_to_enrol("MLL-2", 3) == Lines{"2 enrolled 3"});
    CHECK(try_to_enrol("MLL-2", 2) == Lines{"2 waitlisted 2"});
    CHECK(try_to_enrol("MLL-2", 1) == Lines{"2 keep-apart P-0001"});
    link(3, 4, "ex_partner");
    CHECK(try_to_enrol("PK-1-P", 3) == Lines{"2 enrolled 3"});
    people::link_people(database(), journal(), {person(4), person(1), "parent"});
    CHECK(why("PK-1-C", 4) == std::vector<std::string>{"keep-apart", "no-linked-adult"});
    link(2, 1, "keep_apart", true);
    CHECK(try_to_enrol("MLL-1", 2) == Lines{"2 enrolled 2"});
}

TEST_CASE_FIXTURE(Tied, "two who are to be kept apart do not come with one file either") {
    link(1, 2);
    CHECK(enrol(*this, "group,person\nMLL-1,P-1\nMLL-1,P-2\n").rows == Lines{"2 enrolled 1", "3 keep-apart P-0002"});
    CHECK(enrol(*this, "group,person\nMLL-1,P-1\nMLL-1,P-2\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 enrolled 1", "3 keep-apart P-0002"});
    CHECK(number("SELECT count(*) FROM enrolment") == 1);
}

TEST_CASE_FIXTURE(Tied, "without clearance one code stands for all that betrays somebody, and nothing else differs") {
    link(1, 2);
    staff("MLL-1", 1);
    link_facilitator(*this, 1, 3);
    people::link_people(database(), journal(), {person(3), person(4), "sibling"});
    try_to_enrol("MLL-1", 1);
    CHECK(why("MLL-1", 2) == std::vector<std::string>{"keep-apart"});
    CHECK(why("MLL-1", 3) == std::vector<std::string>{"facilitator-of-group"});
    CHECK(why("MLL-1", 4) == std::vector<std::string>{"facilitator-related"});
    actor.cleared = false;
    for (const std::int64_t number : {2, 3, 4}) {
        CHECK(why("MLL-1", number) == std::vector<std::string>{"not-placeable.restricted"});
        CHECK(try_to_enrol("MLL-1", number) == Lines{fmt::format("2 not-placeable.restricted P-000{}", number)});
    }
    CHECK(view_of(*this, 2).links.empty());
    CHECK(problem_of([&] { link(1, 2, "keep_apart", true); }).code == "clearance-missing");
    CHECK(problem_of([&] { link(1, 4, "keep_apart", true); }).code == "clearance-missing");
    actor.cleared = true;
    CHECK(view_of(*this, 2).links.size() == 1);
}

TEST_CASE_FIXTURE(Tied, "somebody may answer for a tie, by its own name only with clearance") {
    link(1, 2);
    try_to_enrol("MLL-1", 1);
    actor.cleared = false;
    ground = "talked-with-both";
    CHECK(problem_of([&] { try_to_enrol("MLL-1", 2, "keep-apart"); }).code == "clearance-missing");
    CHECK(try_to_enrol("MLL-1", 2, "not-placeable.restricted") == Lines{"2 enrolled 2"});
    CHECK(number("SELECT count(*) FROM journal WHERE counts LIKE '%overridden=1%'") == 1);
    actor.cleared = true;
    try_to_enrol("MLL-2", 1);
    CHECK(try_to_enrol("MLL-2", 2, "keep-apart") == Lines{"2 waitlisted 2"});
}

TEST_CASE_FIXTURE(Tied, "nobody guides a group in which the same person, or somebody close, takes part") {
    link_facilitator(*this, 1, 1);
    try_to_enrol("MLL-1", 1);
    CHECK(problem_of([&] { staff("MLL-1", 1); }).code == "facilitator-of-group");
    staff("MLL-1", 2);
    people::link_people(database(), journal(), {person(2), person(4), "partner"});
    link_facilitator(*this, 2, 4);
    CHECK(try_to_enrol("MLL-1", 2) == Lines{"2 facilitator-related P-0002"});
    staff("MLL-2", 2);
    CHECK(try_to_enrol("MLL-2", 4) == Lines{"2 facilitator-of-group P-0004"});
    try_to_enrol("PK-1-P", 2);
    CHECK(problem_of([&] { staff("PK-1-P", 2); }).code == "facilitator-related");
    actor.cleared = false;
    CHECK(problem_of([&] { staff("PK-1-P", 2); }).code == "not-placeable.restricted");
    staff("PK-1-P", 2, "not-placeable.restricted");
}

TEST_CASE_FIXTURE(Tied, "a seat that comes free is not offered beside somebody to be kept apart, but to the next") {
    try_to_enrol("MLL-2", 3);
    try_to_enrol("MLL-2", 1);
    try_to_enrol("MLL-2", 2);
    try_to_enrol("MLL-2", 4);
    link(1, 3); // only now
    admission::change_capacity(
        database(), rules(), journal("group edit"),
        {.group = group_code("MLL-2"), .capacity = 2, .effective_on = day("2026-01-15"), .today = day("2026-01-15")});
    CHECK(lines("SELECT 'P' || person FROM offer") == Lines{"P2"});
    const auto make = [&](std::int64_t number, std::string override_code) {
        admission::answer_offers(database(), rules(), journal("offer make"),
                                 {.verb = admission::OfferVerb::make,
                                  .group = group_code("MLL-2"),
                                  .people = {person(number)},
                                  .override_code = std::move(override_code),
                                  .on = day("2026-01-15"),
                                  .today = day("2026-01-15")});
    };
    link(2, 4);
    admission::change_capacity(
        database(), rules(), journal("group edit"),
        {.group = group_code("MLL-2"), .capacity = 3, .effective_on = day("2026-01-15"), .today = day("2026-01-15")});
    CHECK(lines("SELECT 'P' || person FROM offer") == Lines{"P2"});
    CHECK(problem_of([&] { make(1, ""); }).code == "keep-apart");
    make(1, "keep-apart");
    CHECK(lines("SELECT 'P' || person FROM offer ORDER BY change_seq") == Lines{"P2", "P1"});
}

TEST_CASE_FIXTURE(Tied, "who is kept apart lies sealed on both sides, goes with either, and is on no one's own copy") {
    link(1, 2);
    link(1, 2);
    CHECK(number("SELECT count(*) FROM person_apart") == 2);
    CHECK(number("SELECT count(*) FROM person_apart WHERE instr(record, 'apart')") == 0);
    CHECK(number("SELECT count(*) FROM person_link") == 0);
    CHECK(number("SELECT count(*) FROM journal WHERE objects || counts LIKE '%apart%'") == 0);
    change("DELETE FROM person_apart WHERE person = 1");
    try_to_enrol("MLL-1", 1);
    CHECK(why("MLL-1", 2) == std::vector<std::string>{"keep-apart"}); // the other's record tells of both
    CHECK(problem_of([&] { link(1, 2, "keep-apart"); }).hint == "did you mean `keep_apart`?");
}

TEST_CASE_FIXTURE(County, "peers are trained who have completed the group before") {
    add_adults(*this, 2);
    groups::GroupWish group = wish_of("voikukkia", "kainuu");
    group.code = "VOI-1";
    group.meetings = {.start = day("2026-01-28"), .interval_days = 7};
    create(*this, group);
    groups::GroupWish training = wish_of("voikukkia-training", "kainuu");
    training.code = "VOK-1";
    training.variant = "peer";
    training.meetings = {.start = day("2026-09-02"), .interval_days = 7, .count = 2};
    create(*this, training);
    CHECK(enrol(*this, "group,person\nVOI-1,P-1\n").rows == Lines{"2 enrolled 1"});
    CHECK(enrol(*this, "group,person\nVOK-1,P-1\n").rows == Lines{"2 not-completed P-0001"});
    change("UPDATE enrolment SET state = 'completed' WHERE person = 1");
    CHECK(enrol(*this, "group,person\nVOK-1,P-1\nVOK-1,P-2\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 enrolled 1", "3 not-completed P-0002"});
    CHECK(enrol(*this, "group,person\nVOK-1,P-2\n", {.override_code = "not-completed"}).rows == Lines{"2 enrolled 2"});
}

TEST_CASE_FIXTURE(FamiliesApart, "where the type wants no family twice, relatives do not come, with one file either") {
    actor.cleared = true;
    create(*this, weekly_wish("MLL-1"));
    import(*this, "given_name,family,relation\nAino,A,parent\nOnni,A,parent\nEeva,,\n");
    CHECK(enrol(*this, "group,person\nMLL-1,P-1\n").rows == Lines{"2 enrolled 1"});
    CHECK(enrol(*this, "group,person\nMLL-1,P-2\nMLL-1,P-3\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 family-in-group P-0002", "3 enrolled 3"});
    create(*this, weekly_wish("MLL-3"));
    const Told told = enrol(*this, "group,given_name,family,relation\nMLL-3,Uuno,B,parent\nMLL-3,Taimi,B,parent\n");
    CHECK(told.ending == batches::Ending::refused);
    CHECK(told.rows.back() == "3 family-in-group line 3");
}
