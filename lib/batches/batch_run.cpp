#include "batches/batch_run.hpp"

#include <utility>

namespace peergroup::batches {

namespace {

// One attempt; whether it stands.
bool try_once(store::Database& database, const Manner& manner, const Work& work, const LeftOut& left_out, RowOutcomes& outcomes) {
    if (work.read) work.read(left_out, outcomes);
    store::Transaction transaction = database.write();
    work.write({transaction, left_out, outcomes});
    if (manner.dry_run || outcomes.has_rejections()) return false;
    transaction.commit();
    return true;
}

void journal_attempt(store::Database& database, const vault::Journal& journal, const BatchResult& result) {
    store::Transaction transaction = database.write();
    const auto refused = std::to_string(result.outcomes->count(RowStatus::rejected));
    journal.record(transaction, result.ending == Ending::rehearsed ? "dry-run" : "refused", "rejected=" + refused);
    transaction.commit();
}

} // namespace

std::optional<Mode> parse_mode(std::string_view text) {
    if (text == "atomic") return Mode::atomic;
    if (text == "rows") return Mode::rows;
    return std::nullopt;
}

BatchResult run_batch(store::Database& database, const vault::Journal& journal, const Manner& manner, const Work& work) {
    BatchResult result{Ending::applied, std::make_unique<RowOutcomes>(manner.spool_folder)};
    LeftOut left_out;
    if (try_once(database, manner, work, left_out, *result.outcomes)) return result;
    std::vector<RowRejection> refused = result.outcomes->rejections();
    bool applied = false;
    while (manner.mode == Mode::rows && !manner.dry_run && !applied) {
        for (const RowRejection& rejection : refused) left_out.add(rejection.place.line);
        auto outcomes = std::make_unique<RowOutcomes>(manner.spool_folder);
        applied = try_once(database, manner, work, left_out, *outcomes);
        // The store may have changed between two attempts; then more rows are refused and the next attempt leaves them out too.
        for (RowRejection& rejection : outcomes->rejections()) refused.push_back(std::move(rejection));
        result.outcomes = std::move(outcomes);
    }
    if (applied) {
        for (RowRejection& rejection : refused) result.outcomes->reject(std::move(rejection));
        return result;
    }
    result.ending = manner.dry_run ? Ending::rehearsed : Ending::refused;
    journal_attempt(database, journal, result);
    return result;
}

} // namespace peergroup::batches
