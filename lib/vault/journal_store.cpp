#include "vault/journal.hpp"

#include <utility>

namespace peergroup::vault {

Journal::Journal(Actor actor, Occasion occasion, std::shared_ptr<const KeyRing> keys)
    : actor_(std::move(actor)), occasion_(std::move(occasion)), keys_(std::move(keys)) {}

std::int64_t Journal::begin_batch(store::Transaction& transaction, std::int64_t catalogue) const {
    const std::int64_t batch = transaction.reserve("batch", 1).first;
    transaction
        .prepare(R"sql(INSERT INTO batch (id, recorded_at, actor, role, verb, stated_on, catalogue, first_change)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql")
        .bind(batch, occasion_.recorded_at, actor_.id, code_of(actor_.role), occasion_.verb,
              store::text_or_null(occasion_.stated_on), catalogue, transaction.reserve("change", 0).first)
        .run();
    return batch;
}

void Journal::record(store::Transaction& transaction, std::string_view objects, std::string_view counts,
                     std::int64_t batch) const {
    const std::int64_t entry = transaction.reserve("journal", 1).first;
    transaction
        .prepare(
            R"sql(INSERT INTO journal (id, recorded_at, actor, role, verb, objects, ground, counts, batch, stated_now, stated_on)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql")
        .bind(entry, occasion_.recorded_at, actor_.id, code_of(actor_.role), occasion_.verb, objects,
              store::text_or_null(occasion_.ground), counts, store::number_or_null(batch),
              store::text_or_null(occasion_.stated_now), store::text_or_null(occasion_.stated_on))
        .run();
}

} // namespace peergroup::vault
