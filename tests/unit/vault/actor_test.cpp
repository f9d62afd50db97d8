#include "print.hpp"
#include "unit/documents/problem_of.hpp"
#include "vault/actor.hpp"

#include <doctest/doctest.h>

using namespace peergroup::vault;

TEST_CASE("roles are read as they are written, and nothing else is a role") {
    for (const Role role : {Role::admin, Role::coordinator, Role::facilitator, Role::reminder_job})
        CHECK(parse_role(code_of(role)) == role);
    CHECK(code_of(Role::reminder_job) == "reminder-job");
    for (const char* const text : {"", "Admin", "root", "admin ", "reminder_job"})
        CHECK_FALSE(parse_role(text));
}

namespace {

Actor coordinator(std::vector<std::string> regions) {
    return {.id = "liisa", .role = Role::coordinator, .regions = std::move(regions)};
}

Actor facilitator(std::vector<std::string> groups, std::vector<std::string> regions = {}) {
    return {.id = "olli", .role = Role::facilitator, .regions = std::move(regions), .groups = std::move(groups)};
}

} // namespace

TEST_CASE("an actor without regions works in every region, any other only in its own") {
    CHECK(coordinator({}).may_see_region("helsinki"));
    CHECK(coordinator({}).sees_every_region());
    CHECK(coordinator({"kainuu", "lappi"}).may_see_region("lappi"));
    CHECK_FALSE(coordinator({"kainuu"}).may_see_region("helsinki"));
    CHECK_FALSE(coordinator({"kainuu"}).may_see_region(""));
    CHECK_FALSE(coordinator({"kainuu"}).sees_every_region());
    CHECK_NOTHROW(coordinator({"kainuu"}).require_region("kainuu"));
    const auto problem = problem_of([] { coordinator({"kainuu"}).require_region("helsinki"); });
    CHECK(problem.kind == peergroup::ProblemKind::not_permitted);
    CHECK(problem.code == "not-permitted.region");
}

TEST_CASE("a facilitator meets the groups and pairs that are named, and none when none is") {
    const GroupPlace group{"kainuu", "VOI-KAI-2026-01"};
    const GroupPlace side{"kainuu", "PK-KAI-2026-01-P", "PK-KAI-2026-01"};
    CHECK(facilitator({"VOI-KAI-2026-01"}).may_see_group(group));
    CHECK_FALSE(facilitator({"VOI-KAI-2026-01"}).may_see_group(side));
    CHECK(facilitator({"PK-KAI-2026-01"}).may_see_group(side));
    CHECK(facilitator({"PK-KAI-2026-01-P"}).may_see_group(side));
    CHECK_FALSE(facilitator({"PK-KAI-2026-01-C"}).may_see_group(side));
    CHECK_FALSE(facilitator({}).may_see_group(group));
    CHECK_FALSE(facilitator({""}).may_see_group(group));
    CHECK(problem_of([&] { facilitator({}).require_group(group); }).code == "not-permitted.group");
}

TEST_CASE("a group outside the actor's regions is closed, whoever's it is") {
    const GroupPlace group{"helsinki", "VOI-HEL-2026-01"};
    CHECK(coordinator({}).refusal_of(group).empty());
    CHECK(coordinator({"kainuu"}).refusal_of(group) == "not-permitted.region");
    CHECK(facilitator({"VOI-HEL-2026-01"}, {"kainuu"}).refusal_of(group) == "not-permitted.region");
    CHECK(problem_of([&] { coordinator({"kainuu"}).require_group(group); }).code == "not-permitted.region");
}
