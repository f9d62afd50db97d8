#include "unit/store/store_fixture.hpp"

#include <doctest/doctest.h>

using namespace peergroup::store;

TEST_CASE("values are bound by their number, not by the order in which they appear") {
    const StoreFolder folder;
    Database database = folder.open();
    Transaction transaction = database.read();
    const auto row = transaction.prepare("SELECT $2, $1, $2").bind("first", "second").one();
    REQUIRE(row);
    CHECK(row->text(0) == "second");
    CHECK(row->text(1) == "first");
    CHECK(row->text(2) == "second");
}

TEST_CASE("too few, too many and unbound values are refused") {
    const StoreFolder folder;
    Database database = folder.open();
    Transaction transaction = database.read();
    CHECK_THROWS_AS(transaction.prepare("SELECT $1, $2").bind(1), std::logic_error);
    CHECK_THROWS_AS(transaction.prepare("SELECT $1").bind(1, 2), std::logic_error);
    CHECK_THROWS_AS(transaction.prepare("SELECT $1").one(), std::logic_error);
    CHECK_THROWS_AS(transaction.prepare("SELECT $2").bind(1, 2), std::logic_error);
}

TEST_CASE("an answer keeps numbers, texts and nothing apart") {
    const StoreFolder folder;
    Database database = folder.open();
    Transaction transaction = database.read();
    const auto row =
        transaction.prepare("SELECT $1, $2, $3, $4").bind(42, "å\"ö", std::nullopt, std::optional<std::int64_t>{}).one();
    REQUIRE(row);
    CHECK(row->integer(0) == 42);
    CHECK(row->text(1) == "å\"ö");
    CHECK_FALSE(row->has(2));
    CHECK_FALSE(row->maybe_integer(3));
    CHECK_THROWS_AS(static_cast<void>(row->integer(1)), std::bad_variant_access);
}

TEST_CASE("asking for one row where there are two is a bug that shows itself") {
    const StoreFolder folder;
    Database database = folder.open();
    Transaction transaction = database.read();
    CHECK_THROWS_AS(transaction.prepare("SELECT 1 UNION ALL SELECT 2").one(), std::logic_error);
}

TEST_CASE("each hands over every row and leaves nothing open") {
    const StoreFolder folder;
    Database database = folder.open();
    Transaction transaction = database.write();
    std::int64_t sum = 0;
    Statement numbers =
        transaction.prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT i FROM n");
    numbers.bind(10).each([&](const Row& row) { sum += row.integer(0); });
    CHECK(sum == 55);
    sum = 0;
    numbers.bind(3).each([&](const Row& row) { sum += row.integer(0); });
    CHECK(sum == 6);
    transaction.commit();
}

TEST_CASE("double quotes never read as text") {
    const StoreFolder folder;
    Database database = folder.open();
    Transaction transaction = database.read();
    CHECK_THROWS_AS(transaction.prepare(R"(SELECT "no_such_column")"), StoreError);
}
