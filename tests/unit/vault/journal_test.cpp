#include "print.hpp"
#include "unit/field/workplace.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

struct Journalling : Workplace {
    Journalling() { change("INSERT INTO catalogue (id, digest, content) VALUES (1, 'digest', 'content')"); }

    /// Records one command in a transaction of its own; gives its batch.
    std::int64_t act(const vault::Journal& entry, bool commit = true) {
        store::Transaction transaction = database().write();
        const std::int64_t batch = entry.begin_batch(transaction, 1);
        transaction.reserve("change", 3);
        entry.record(transaction, "GROUP P-0001", "enrolled=1", batch);
        if (commit) transaction.commit();
        return batch;
    }
};

} // namespace

TEST_CASE_FIXTURE(Journalling, "an entry tells who did what, when, on what ground and how much") {
    const vault::Journal entry({"aino", vault::Role::coordinator, {"kainuu"}},
                               {.recorded_at = "2026-01-15T09:00:00Z",
                                .verb = "enrol",
                                .stated_now = "2026-01-14T00:00:00Z",
                                .stated_on = "2026-01-28",
                                .ground = "client-relation"},
                               ring());
    act(entry);
    CHECK(lines("SELECT id || '|' || recorded_at || '|' || actor || '|' || role || '|' || verb || '|' || objects || '|' || "
                "ground || '|' || counts"
                " || '|' || batch || '|' || stated_now || '|' || stated_on FROM journal") ==
          Lines{"1|2026-01-15T09:00:00Z|aino|coordinator|enrol|GROUP "
                "P-0001|client-relation|enrolled=1|1|2026-01-14T00:00:00Z|2026-01-28"});
    CHECK(lines("SELECT recorded_at || '|' || actor || '|' || role || '|' || verb || '|' || stated_on || '|' || catalogue FROM "
                "batch") == Lines{"2026-01-15T09:00:00Z|aino|coordinator|enrol|2026-01-28|1"});
}

TEST_CASE_FIXTURE(Journalling, "what was not stated is left open") {
    act(journal("enrol"));
    CHECK(number("SELECT count(*) FROM journal WHERE ground IS NULL AND stated_now IS NULL AND stated_on IS NULL") == 1);
    CHECK(number("SELECT count(*) FROM batch WHERE stated_on IS NULL") == 1);
}

TEST_CASE_FIXTURE(Journalling, "an entry without a change names no batch") {
    store::Transaction transaction = database().write();
    journal("person show").record(transaction, "P-0001", "revealed=1");
    transaction.commit();
    CHECK(number("SELECT count(*) FROM journal WHERE batch IS NULL") == 1);
    CHECK(number("SELECT count(*) FROM batch") == 0);
}

TEST_CASE_FIXTURE(Journalling, "entries and batches are numbered without a gap, and what was rolled back took no number") {
    CHECK(act(journal()) == 1);
    CHECK(act(journal(), false) == 2);
    CHECK(act(journal()) == 2);
    CHECK(lines("SELECT id || ' ' || batch FROM journal ORDER BY id") == Lines{"1 1", "2 2"});
}

TEST_CASE_FIXTURE(Journalling, "a batch knows from which change on its own begin") {
    act(journal());
    act(journal());
    act(journal());
    CHECK(lines("SELECT first_change || '' FROM batch ORDER BY id") == Lines{"1", "4", "7"});
}

TEST_CASE_FIXTURE(Journalling, "words are recorded as they came") {
    const vault::Journal entry(
        {"o'neill", vault::Role::admin, {}},
        {.recorded_at = now, .verb = "x'); DROP TABLE journal;--", .stated_now = "", .stated_on = "", .ground = ""}, ring());
    act(entry);
    CHECK(lines("SELECT actor || ' ' || verb FROM journal") == Lines{"o'neill x'); DROP TABLE journal;--"});
}
