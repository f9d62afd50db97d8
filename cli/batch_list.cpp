#include "cli/batch_document.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "stewardship/batch_log.hpp"

namespace peergroup::cli {

namespace {

constexpr std::int64_t usual_most = 20;

struct Options {
    Whole<1, 100000> last;
};

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    stewardship::BatchLog log(transaction);
    documents::Table table = batch_table(call.language);
    for (const stewardship::RecordedBatch& batch : log.newest(options.last.value.value_or(usual_most), actor_of(call)))
        table.rows.push_back(row_of(batch));
    show(call, {"peergroup.batch-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--last NUMBER", "so many, the newest first; 20 when left out", options.last).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command batch_list() {
    return {"batch list", "lists the commands that changed something, newest first", "peergroup batch list --last 5", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
