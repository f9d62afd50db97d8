#include "vault/journal.hpp"

#include "language/problem.hpp"
#include "vault/journal_entry.hpp"

#include <set>
#include <utility>

namespace peergroup::vault {

using store::number_or_null;
using store::text_or_null;

Journal::Journal(Actor actor, Occasion occasion, std::shared_ptr<const KeyRing> keys)
    : actor_(std::move(actor)), occasion_(std::move(occasion)), keys_(std::move(keys)) {}

std::int64_t Journal::begin_batch(store::Transaction& transaction, std::int64_t catalogue) const {
    const std::int64_t batch = transaction.reserve("batch", 1).first;
    transaction
        .prepare(R"sql(INSERT INTO batch (id, recorded_at, actor, role, verb, stated_on, catalogue, first_change)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql")
        .bind(batch, occasion_.recorded_at, actor_.id, code_of(actor_.role), occasion_.verb, text_or_null(occasion_.stated_on),
              catalogue, transaction.reserve("change", 0).first)
        .run();
    return batch;
}

void Journal::record_change(store::Transaction& transaction, const std::vector<std::string>& regions,
                            const EntryText& text) const {
    if (regions.empty()) append(transaction, std::string(workspace_chain), text);
    for (const std::string& region : std::set<std::string>(regions.begin(), regions.end())) {
        require_own_ring(transaction, region);
        append(transaction, region, text);
    }
}

// Nothing of a region is sealed with the key of another store's ring, where names that stand apart would be lost to both.
void Journal::require_own_ring(store::Transaction& transaction, const std::string& region) const {
    const auto row = transaction
                         .prepare(R"sql(SELECT id, chain, number, recorded_at, actor, role, verb, objects, ground, counts, batch,
                                        stated_now, stated_on, key_version, link, recipient FROM journal
                                        WHERE chain = $1 AND number = 1)sql")
                         .bind(region)
                         .one();
    if (!row) return;
    const JournalEntry first = JournalEntry::of(*row);
    if (!ChainKey::holds(*keys_, region, first.key_version)) return;
    if (first.link_after("", ChainKey(*keys_, region, first.key_version).key()) == first.link) return;
    throw Problem(ProblemKind::integrity, "key-ring-other", "the key ring is of another store", region,
                  "restore the backup of this store's ring; `peergroup journal verify` tells whether the record was changed");
}

void Journal::record_read(store::Transaction& transaction, const EntryText& text) const {
    append(transaction, std::string(reads_chain), text);
}

void Journal::record(store::Transaction& transaction, std::string_view objects, std::string_view counts,
                     std::int64_t batch) const {
    append(transaction, std::string(workspace_chain), {objects, counts, batch});
}

void Journal::append(store::Transaction& transaction, const std::string& chain, const EntryText& text) const {
    const auto last =
        transaction.prepare(R"sql(SELECT number, link FROM journal WHERE chain = $1 ORDER BY number DESC LIMIT 1)sql")
            .bind(chain)
            .one();
    JournalEntry entry;
    entry.id = transaction.reserve("journal", 1).first;
    entry.chain = chain;
    entry.number = last ? last->integer(0) + 1 : 1;
    entry.recorded_at = occasion_.recorded_at;
    entry.actor = actor_.id;
    entry.role = code_of(actor_.role);
    entry.verb = occasion_.verb;
    entry.objects = text.objects;
    entry.ground = occasion_.ground;
    entry.counts = text.counts;
    entry.batch = text.batch;
    entry.stated_now = occasion_.stated_now;
    entry.stated_on = occasion_.stated_on;
    entry.recipient = occasion_.recipient;
    entry.key_version = ChainKey::newest_version(*keys_, chain);
    entry.link = entry.link_after(last ? last->text(1) : "", ChainKey(*keys_, chain, entry.key_version).key());
    store::Appender journal = transaction.append(
        "journal (id, chain, number, recorded_at, actor, role, verb, objects, ground, counts, batch, stated_now, stated_on, "
        "key_version, link, recipient)");
    journal.add(entry.id, entry.chain, entry.number, entry.recorded_at, entry.actor, entry.role, entry.verb, entry.objects,
                text_or_null(entry.ground), entry.counts, number_or_null(entry.batch), text_or_null(entry.stated_now),
                text_or_null(entry.stated_on), entry.key_version, store::Blob{entry.link}, text_or_null(entry.recipient));
    journal.write();
}

} // namespace peergroup::vault
