#include "store/personal_columns.hpp"
#include "unit/store/store_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace store = peergroup::store;

namespace {

using Names = std::set<std::string>;

void add_columns(store::Transaction& transaction, const std::string& schema, Names& names) {
    const std::string prefix = schema == "main" ? "" : schema + ".";
    transaction
        .prepare("SELECT t.name, c.name FROM " + schema + ".sqlite_schema t JOIN pragma_table_info(t.name, '" + schema +
                 "') c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'")
        .bind()
        .each([&](const store::Row& row) { names.insert(prefix + row.text(0) + "." + row.text(1)); });
}

Names columns_of_the_schema() {
    StoreFolder folder;
    store::Database database = folder.open();
    store::Transaction transaction = database.read();
    Names names;
    add_columns(transaction, "main", names);
    add_columns(transaction, "keys", names);
    return names;
}

Names annotated_columns() {
    Names names;
    for (const store::PersonalColumn& column : store::personal_columns())
        names.insert(std::string(column.table) + "." + std::string(column.name));
    return names;
}

Names missing_from(const Names& all, const Names& wanted) {
    Names missing;
    std::ranges::set_difference(wanted, all, std::inserter(missing, missing.end()));
    return missing;
}

} // namespace

TEST_CASE("every column of the schema says what it tells of people, and none is named that is not there") {
    const Names schema = columns_of_the_schema();
    const Names annotated = annotated_columns();
    CHECK(schema.size() > 100);
    CHECK(missing_from(annotated, schema) == Names{});
    CHECK(missing_from(schema, annotated) == Names{});
    CHECK(store::personal_columns().size() == annotated.size());
}

TEST_CASE("what is annotated makes sense") {
    const Names schema = columns_of_the_schema();
    for (const store::PersonalColumn& column : store::personal_columns()) {
        const std::string table(column.table);
        CAPTURE(table);
        CAPTURE(column.name);
        if (column.kind.empty() || column.person.empty()) {
            CHECK(column.erasure == store::Erasure::keep);
            continue;
        }
        CHECK(schema.contains(table + "." + std::string(column.person)));
        CHECK((column.retention == "task" || column.retention == "created"));
        // What says who somebody is never outlives the erasure of the person.
        if (column.kind == "identity" || column.kind == "birth" || column.kind == "contact" || column.kind == "tie" ||
            column.kind == "event" || column.kind == "fact")
            CHECK(column.erasure != store::Erasure::keep);
    }
}
