#include "batches/batch_run.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace peergroup::batches {

namespace {

/// What every attempt at one batch is made with.
struct Batch {
    store::Database& database;
    const vault::Journal& journal;
    const Work& work;
    bool dry_run;
};

// One attempt; whether it stands.
bool try_once(const Batch& batch, const LeftOut& left_out, RowOutcomes& outcomes) {
    if (batch.work.read) batch.work.read(left_out, outcomes);
    store::Transaction transaction = batch.database.write();
    batch.work.write({transaction, left_out, outcomes, batch.journal});
    if (batch.dry_run || outcomes.has_rejections()) return false;
    transaction.commit();
    return true;
}

// First the rows that are refused on their own account; when there are none, those whose refusal may follow from another row.
void leave_out(const std::vector<RowRejection>& rejections, LeftOut& left_out, std::vector<RowRejection>& refused) {
    const bool all_follow = std::ranges::all_of(rejections, &RowRejection::follows);
    for (const RowRejection& rejection : rejections) {
        if (rejection.follows && !all_follow) continue;
        left_out.add(rejection.place.line);
        refused.push_back(rejection);
    }
}

void journal_attempt(store::Database& database, const vault::Journal& journal, const BatchResult& result) {
    store::Transaction transaction = database.write();
    const auto refused = std::to_string(result.outcomes->count(RowStatus::rejected));
    journal.record_read(transaction, {result.ending == Ending::rehearsed ? "dry-run" : "refused", "rejected=" + refused});
    transaction.commit();
}

} // namespace

std::optional<Mode> parse_mode(std::string_view text) {
    if (text == "atomic") return Mode::atomic;
    if (text == "rows") return Mode::rows;
    return std::nullopt;
}

std::string_view code_of(Ending ending) {
    switch (ending) {
    case Ending::applied:
        return "applied";
    case Ending::refused:
        return "refused";
    case Ending::rehearsed:
        break;
    }
    return "rehearsed";
}

BatchResult run_batch(store::Database& database, const vault::Journal& journal, const Manner& manner, const Work& work) {
    const Batch batch{database, journal, work, manner.dry_run};
    BatchResult result{Ending::applied, nullptr};
    LeftOut left_out;
    std::vector<RowRejection> refused;
    bool applied = false;
    do {
        result.outcomes = std::make_unique<RowOutcomes>(manner.spool_folder);
        applied = try_once(batch, left_out, *result.outcomes);
        if (!applied && (manner.mode == Mode::atomic || manner.dry_run)) {
            result.ending = manner.dry_run ? Ending::rehearsed : Ending::refused;
            journal_attempt(database, journal, result);
            return result;
        }
        leave_out(result.outcomes->rejections(), left_out, refused);
    } while (!applied);
    for (RowRejection& rejection : refused)
        result.outcomes->reject(std::move(rejection));
    return result;
}

} // namespace peergroup::batches
