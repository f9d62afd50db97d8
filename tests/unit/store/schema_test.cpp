#include "store/schema.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace peergroup::store;

TEST_CASE("tokens are spelt for each engine") {
    CHECK(spell(Engine::sqlite, "x {int}, y {text}) {strict}") == "x INTEGER, y TEXT) STRICT");
    CHECK(spell(Engine::postgresql, "x {int}, y {text}) {strict}") == "x BIGINT, y TEXT COLLATE \"C\") ");
    CHECK(spell(Engine::sqlite, ") {clustered}") == ") STRICT, WITHOUT ROWID");
    CHECK(spell(Engine::sqlite, "no token") == "no token");
}

TEST_CASE("an unknown or unfinished token is a bug") {
    CHECK_THROWS_AS(spell(Engine::sqlite, "{integer}"), std::logic_error);
    CHECK_THROWS_AS(spell(Engine::sqlite, "{int"), std::logic_error);
}

TEST_CASE("the newest version is the number of migrations") {
    CHECK(newest_version() == static_cast<std::int64_t>(migrations().size()));
}
