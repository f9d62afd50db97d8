#include "stewardship/batch_log.hpp"

#include "language/problem.hpp"
#include "vault/journal_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::stewardship {

namespace {

RecordedBatch read_batch(const store::Row& row) {
    RecordedBatch batch{.id = row.integer(0), .recorded_at = row.text(1), .actor = row.text(2), .verb = row.text(3)};
    batch.undone_by = row.maybe_integer(4);
    return batch;
}

bool is_open_to(const RecordedBatch& batch, const vault::Actor& actor) {
    return std::ranges::all_of(batch.regions, [&](const std::string& region) { return actor.may_see_region(region); });
}

} // namespace

// What the journal says of them; chains that are no region's say nothing of where.
void BatchLog::add_journalled(std::vector<RecordedBatch>& batches, std::int64_t from) {
    transaction_.prepare(R"sql(SELECT batch, chain, counts FROM journal WHERE batch >= $1 ORDER BY id)sql")
        .bind(from)
        .each([&](const store::Row& row) {
            const auto batch = std::ranges::find(batches, row.integer(0), &RecordedBatch::id);
            if (batch == batches.end()) return;
            batch->counts = row.text(2);
            if (row.text(1) != vault::reads_chain && row.text(1) != vault::workspace_chain) batch->regions.push_back(row.text(1));
        });
}

std::vector<RecordedBatch> BatchLog::newest(std::int64_t most, const vault::Actor& actor) {
    std::vector<RecordedBatch> found;
    store::Statement before = transaction_.prepare(
        R"sql(SELECT b.id, b.recorded_at, b.actor, b.verb, u.undone_by FROM batch b LEFT JOIN undone_batch u ON u.batch = b.id
              WHERE b.id < $1 ORDER BY b.id DESC LIMIT $2)sql");
    for (std::int64_t last = INT64_MAX; static_cast<std::int64_t>(found.size()) < most;) {
        std::vector<RecordedBatch> more;
        before.bind(last, most).each([&](const store::Row& row) { more.push_back(read_batch(row)); });
        if (more.empty()) break;
        last = more.back().id;
        add_journalled(more, last);
        for (RecordedBatch& batch : more)
            if (is_open_to(batch, actor) && static_cast<std::int64_t>(found.size()) < most) found.push_back(std::move(batch));
    }
    return found;
}

RecordedBatch BatchLog::require(std::int64_t batch, const vault::Actor& actor) {
    std::vector<RecordedBatch> found;
    transaction_
        .prepare(
            R"sql(SELECT b.id, b.recorded_at, b.actor, b.verb, u.undone_by FROM batch b LEFT JOIN undone_batch u ON u.batch = b.id
                  WHERE b.id = $1)sql")
        .bind(batch)
        .each([&](const store::Row& row) { found.push_back(read_batch(row)); });
    if (found.empty())
        throw Problem(ProblemKind::not_found, "batch-not-found", fmt::format("there is no batch {}", batch), "",
                      "see `peergroup batch list`");
    add_journalled(found, batch);
    for (const std::string& region : found.front().regions)
        actor.require_region(region);
    return std::move(found.front());
}

std::vector<people::PersonCode> BatchLog::people_created_by(std::int64_t batch) {
    std::vector<people::PersonCode> people;
    transaction_.prepare(R"sql(SELECT id FROM person WHERE batch = $1 AND erased_on IS NULL ORDER BY id)sql")
        .bind(batch)
        .each([&](const store::Row& row) { people.emplace_back(row.integer(0)); });
    return people;
}

bool BatchLog::takes_part(people::PersonCode person) {
    return transaction_.prepare(R"sql(SELECT count(*) FROM member WHERE person = $1)sql")
               .bind(person.number())
               .one()
               ->integer(0) > 0;
}

void BatchLog::note_undone(std::int64_t batch, std::int64_t undone_by) {
    transaction_.prepare(R"sql(INSERT INTO undone_batch (batch, undone_by) VALUES ($1, $2))sql").bind(batch, undone_by).run();
}

} // namespace peergroup::stewardship
