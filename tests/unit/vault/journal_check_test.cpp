#include "print.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/field/workplace.hpp"
#include "vault/journal_check.hpp"

#include <doctest/doctest.h>

using namespace field;
using vault::JournalHead;

namespace {

struct Recorded : Workplace {
    Recorded() {
        for (int round = 1; round <= 3; ++round) {
            now = "2026-01-1" + std::to_string(round) + "T09:00:00Z";
            store::Transaction transaction = database().write();
            journal("enrol").record_change(transaction, {"kainuu"}, {"P-0001", "enrolled=1"});
            journal("enrol").record_change(transaction, {"kainuu", "helsinki"}, {"P-0002", "enrolled=1"});
            journal("person show").record_read(transaction, {"P-0001", "revealed=1"});
            journal("db backup").record(transaction, "store", "files=2");
            transaction.commit();
        }
    }

    Lines findings(const std::optional<JournalHead>& expected = {}) {
        store::Transaction transaction = database().read();
        Lines told;
        for (const vault::JournalFinding& finding : vault::check_journal(transaction, *ring(), expected))
            told.push_back(finding.code + " " + finding.chain + " " + std::to_string(finding.entry));
        return told;
    }
    JournalHead head(JournalHead::Kind kind) {
        store::Transaction transaction = database().read();
        return JournalHead::of(transaction, kind);
    }
};

} // namespace

TEST_CASE_FIXTURE(Recorded, "an untouched journal is sound, chain by chain and against its heads") {
    CHECK(findings().empty());
    CHECK(findings(head(JournalHead::Kind::changes)).empty());
    CHECK(findings(head(JournalHead::Kind::reads)).empty());
    CHECK(lines("SELECT chain || ' ' || count(*) FROM journal GROUP BY chain ORDER BY chain") ==
          Lines{"helsinki 3", "kainuu 6", "reads 3", "workspace 3"});
}

TEST_CASE_FIXTURE(Recorded, "each edited value of each entry is found, and only that entry is named") {
    for (const std::string change :
         {"actor = 'nobody'", "objects = 'P-0009'", "counts = ''", "recorded_at = '2026-01-01T00:00:00Z'", "role = 'facilitator'",
          "verb = 'x'", "ground = 'x'", "stated_on = '2026-01-01'", "stated_now = 'x'", "link = zeroblob(32)"}) {
        Workplace& place = *this;
        const std::string before = place.lines("SELECT quote(link) FROM journal WHERE id = 6").at(0);
        place.change("CREATE TABLE saved AS SELECT * FROM journal WHERE id = 6");
        place.change("UPDATE journal SET " + change + " WHERE id = 6");
        const Lines found = findings();
        REQUIRE_FALSE(found.empty());
        CHECK(found.front() == "entry-edited kainuu 6");
        CHECK(found.size() == (change.starts_with("link") ? 2 : 1)); // the next one stands on the link
        place.change("DELETE FROM journal WHERE id = 6");
        place.change("INSERT INTO journal SELECT * FROM saved");
        place.change("DROP TABLE saved");
        CHECK(findings().empty());
    }
}

TEST_CASE_FIXTURE(Recorded, "an entry that was taken out is named by its place") {
    change("DELETE FROM journal WHERE id = 6");
    CHECK(findings() == Lines{"entry-missing kainuu 3"});
}

TEST_CASE_FIXTURE(Recorded, "closing the gap behind it does not hide it") {
    change("DELETE FROM journal WHERE id = 6");
    change("UPDATE journal SET number = number - 1 WHERE chain = 'kainuu' AND number > 3");
    CHECK(findings().front().starts_with("entry-edited kainuu"));
}

TEST_CASE_FIXTURE(Recorded, "an entry that was put in, and entries that changed places, are found") {
    change(
        "INSERT INTO journal (id, chain, number, recorded_at, actor, role, verb, objects, counts, key_version, link) "
        "SELECT 100, chain, 100, recorded_at, actor, role, verb, objects, counts, key_version, link FROM journal WHERE id = 1");
    CHECK_FALSE(findings().empty());
    change("DELETE FROM journal WHERE id = 100");
    CHECK(findings().empty());
    change("UPDATE journal SET number = -number WHERE chain = 'kainuu' AND number IN (2, 3)");
    change("UPDATE journal SET number = 5 + number WHERE chain = 'kainuu' AND number < 0");
    CHECK_FALSE(findings().empty());
}

TEST_CASE_FIXTURE(Recorded, "the newest entries cut off are missed by number") {
    change("DELETE FROM journal WHERE id >= 14");
    CHECK(findings() == Lines{"entries-cut  14"});
}

TEST_CASE_FIXTURE(Recorded, "a cut that took the count with it, and an old copy, are seen against a kept head") {
    const JournalHead changes = head(JournalHead::Kind::changes);
    const JournalHead reads = head(JournalHead::Kind::reads);
    change("DELETE FROM journal WHERE id > 10");
    change("UPDATE id_sequence SET next_id = 11 WHERE name = 'journal'");
    CHECK(findings().empty());
    CHECK(findings(changes) == Lines{"head-not-reached  15"});
    CHECK(findings(reads) == Lines{"head-not-reached  14"});
}

TEST_CASE_FIXTURE(Recorded, "a kept head stays good while the journal grows, and shows what was written anew") {
    const JournalHead kept = head(JournalHead::Kind::changes);
    {
        store::Transaction transaction = database().write();
        journal().record_change(transaction, {"helsinki"}, {"P-0003", "enrolled=1"});
        transaction.commit();
    }
    CHECK(findings(kept).empty());
    CHECK(head(JournalHead::Kind::changes) != kept);
    CHECK(JournalHead::parse(kept.text()) == kept);
    CHECK(findings(JournalHead::parse("changes-15-00000000000000000000000000000000")) == Lines{"head-differs  15"});
    for (const char* const text :
         {"", "changes", "changes-", "changes-x-00000000000000000000000000000000", "writes-1-00", "reads-1-0"})
        CHECK_FALSE(JournalHead::parse(text));
}

TEST_CASE_FIXTURE(Recorded, "the head of an instant holds what was recorded until then") {
    store::Transaction transaction = database().read();
    CHECK(JournalHead::of_changes_at(transaction, "2026-01-12T09:00:00Z").until() == 10);
    CHECK(JournalHead::of_changes_at(transaction, "2026-01-01T00:00:00Z").until() == 0);
    CHECK(JournalHead::of_changes_at(transaction, "2026-02-01T00:00:00Z") ==
          JournalHead::of(transaction, JournalHead::Kind::changes));
}

TEST_CASE_FIXTURE(Recorded, "a chain whose key the ring does not hold is said to be left out") {
    vault::KeyRing part = vault::KeyRing::read(ring()->text());
    part.forget("helsinki");
    store::Transaction transaction = database().read();
    const auto found = vault::check_journal(transaction, part);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "key-missing");
    CHECK(found[0].chain == "helsinki");
}

TEST_CASE_FIXTURE(Recorded, "an entry that names a key which the ring does not hold is named") {
    change("UPDATE journal SET key_version = 7 WHERE id = 6");
    CHECK(findings() == Lines{"key-unknown kainuu 6"});
}

TEST_CASE_FIXTURE(Recorded, "a chain is missed where something of its region is kept, under a name that hides it too") {
    change("INSERT INTO keys.person_key (person, region, version, wrapped) VALUES (1, 'kainuu', 1, x'00')");
    CHECK(findings().empty());
    change("UPDATE journal SET chain = 'nowhere' WHERE chain = 'kainuu'");
    CHECK(findings() == Lines{"key-missing nowhere 0", "entry-missing kainuu 1"});
    change("DELETE FROM journal WHERE chain = 'nowhere'");
    CHECK(findings() == Lines{"entry-missing kainuu 1"});
}

TEST_CASE_FIXTURE(Recorded, "nothing is recorded in a region with the key of another store's ring") {
    const std::vector<std::string> regions = {"kainuu"};
    const auto other = std::make_shared<const vault::KeyRing>(vault::KeyRing::make(regions, vault::system_entropy()));
    const vault::Journal journal(actor, {.recorded_at = now, .verb = "enrol", .stated_now = "", .stated_on = "", .ground = ""},
                                 other);
    store::Transaction transaction = database().write();
    CHECK(problem_of([&] { journal.record_change(transaction, {"kainuu"}, {"P-0001", ""}); }).code == "key-ring-other");
}
