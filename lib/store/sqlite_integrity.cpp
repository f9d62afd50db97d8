#include "store/fault.hpp"
#include "store/integrity.hpp"
#include "store/schema.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_schema.hpp"

#include <array>
#include <set>

namespace peergroup::store {

namespace {

constexpr std::size_t most = 100; // answers to one question: whoever has more needs a backup, not a list
constexpr std::array<const char*, 2> schemas = {"main", "keys"};

// Runs what may meet a damaged page.
template <class Question> void ask(std::vector<Contradiction>& found, const Question& question) {
    try {
        question();
    } catch (const StoreError& error) {
        if (error.fault != StoreFault::corrupt && error.fault != StoreFault::foreign) throw;
        found.push_back({"file-damaged", error.message, std::nullopt, ""});
    }
}

void check_pages(Transaction& transaction, const std::string& schema, std::vector<Contradiction>& found) {
    std::vector<std::string> complaints;
    ask(found, [&] {
        transaction.prepare("PRAGMA " + schema + ".integrity_check").each([&](const Row& row) {
            if (row.text(0) != "ok") complaints.push_back(row.text(0));
        });
    });
    for (const std::string& complaint : complaints)
        found.push_back({"file-damaged", schema, std::nullopt, complaint});
}

void check_references(Transaction& transaction, const std::string& schema, std::vector<Contradiction>& found) {
    ask(found, [&] {
        transaction.prepare("PRAGMA " + schema + ".foreign_key_check").each([&](const Row& row) {
            const std::string place = row.has(1) ? row.text(0) + " " + std::to_string(row.integer(1)) : row.text(0);
            found.push_back({"reference-broken", place, std::nullopt, row.text(2)});
        });
    });
}

std::string objects_of(const std::string& schema) {
    return "SELECT type || ' ' || name, coalesce(sql, '') FROM " + schema + ".sqlite_schema ORDER BY 1";
}

using Objects = std::set<std::pair<std::string, std::string>>;

// What the migrations make, laid into memory.
Objects expected_objects(const std::string& schema) {
    Connection connection(":memory:");
    connection.run("ATTACH DATABASE ':memory:' AS keys");
    lay_schema(connection);
    Objects objects;
    Statement(connection, objects_of(schema)).each([&](const Row& row) { objects.emplace(row.text(0), row.text(1)); });
    return objects;
}

void check_objects(Transaction& transaction, const std::string& schema, std::vector<Contradiction>& found) {
    ask(found, [&] {
        Objects expected = expected_objects(schema);
        transaction.prepare(objects_of(schema)).each([&](const Row& row) {
            if (expected.erase({row.text(0), row.text(1)}) == 0)
                found.push_back({"schema-planted", row.text(0), std::nullopt, schema});
        });
        for (const auto& [object, sql] : expected)
            found.push_back({"schema-lacking", object, std::nullopt, schema});
    });
}

} // namespace

std::vector<Contradiction> contradictions(Transaction& transaction, std::span<const IntegrityCheck> checks) {
    std::vector<Contradiction> found;
    for (const IntegrityCheck& check : checks)
        ask(found, [&] {
            transaction.prepare("SELECT * FROM (" + std::string(check.sql) + ") AS answers LIMIT " + std::to_string(most))
                .each([&](const Row& row) {
                    found.push_back({std::string(check.code), row.text(0), row.maybe_integer(1), row.text_or_empty(2)});
                });
        });
    return found;
}

std::vector<Contradiction> file_contradictions(Transaction& transaction) {
    std::vector<Contradiction> found;
    for (const char* const schema : schemas) {
        check_pages(transaction, schema, found);
        check_references(transaction, schema, found);
        check_objects(transaction, schema, found);
    }
    return found;
}

} // namespace peergroup::store
