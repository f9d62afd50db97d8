#include "unit/store/store_fixture.hpp"

#include <doctest/doctest.h>

using namespace peergroup::store;

namespace {

/// A store with an empty table of a number, a text and bytes.
struct Table {
    StoreFolder folder;
    Database database = folder.open();

    Table() {
        Transaction transaction = database.write();
        transaction.prepare("CREATE TABLE told (number INTEGER PRIMARY KEY, words TEXT, bytes BLOB)").bind().run();
        transaction.commit();
    }
    std::int64_t rows(Transaction& transaction) { return transaction.prepare("SELECT count(*) FROM told").one()->integer(0); }
};

constexpr const char* target = "told (number, words, bytes)";

} // namespace

TEST_CASE_FIXTURE(Table, "rows are there when they have been written, however many") {
    for (const int count : {1, 15, 16, 17, 50}) {
        Transaction transaction = database.write();
        Appender appender = transaction.append(target);
        for (int number = 1; number <= count; ++number)
            appender.add(number, std::string(static_cast<std::size_t>(number), 'x'), Blob{"\x01\x02"});
        appender.write();
        CHECK(rows(transaction) == count);
        CHECK(transaction.prepare("SELECT count(*) FROM told WHERE length(words) = number AND length(bytes) = 2")
                  .one()
                  ->integer(0) == count);
    }
}

TEST_CASE_FIXTURE(Table, "each row keeps its own values: numbers, texts, bytes and nothing") {
    Transaction transaction = database.write();
    Appender appender = transaction.append(target);
    {
        std::string gone = "gone";
        appender.add(1, gone, std::nullopt);
        gone = "overwritten";
    }
    appender.add(2, std::optional<std::string>{}, Blob{std::string_view("a\0b", 3)});
    appender.add(3, "", Blob{""});
    appender.write();
    const auto row = [&](int number) {
        return *transaction.prepare("SELECT words, bytes FROM told WHERE number = $1").bind(number).one();
    };
    CHECK(row(1).text(0) == "gone");
    CHECK_FALSE(row(1).has(1));
    CHECK_FALSE(row(2).has(0));
    CHECK(row(2).text(1) == std::string("a\0b", 3));
    CHECK(row(3).text(0).empty());
    CHECK(row(3).has(1));
}

TEST_CASE_FIXTURE(Table, "a transaction with unwritten rows is not committed") {
    {
        Transaction transaction = database.write();
        Appender appender = transaction.append(target);
        appender.add(1, "a", std::nullopt);
        CHECK_THROWS_AS(transaction.commit(), std::logic_error);
        appender.write();
        transaction.commit();
    }
    {
        Transaction rolled_back = database.write();
        rolled_back.append(target).add(2, "b", std::nullopt);
    }
    Transaction next = database.write();
    CHECK(rows(next) == 1);
    next.commit();
}

TEST_CASE_FIXTURE(Table, "another number of values is a bug that shows itself, a broken constraint a store fault") {
    Transaction transaction = database.write();
    Appender appender = transaction.append(target);
    CHECK_THROWS_AS(appender.add(1, "a"), std::logic_error);
    appender.add(1, "a", std::nullopt);
    appender.add(1, "again", std::nullopt);
    CHECK_THROWS_AS(appender.write(), StoreError);
}
