#include "print.hpp"
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
