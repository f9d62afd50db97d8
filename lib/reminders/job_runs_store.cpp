#include "reminders/job_runs.hpp"

namespace peergroup::reminders {

namespace {

constexpr std::string_view job = "remind send";

std::optional<calendar::Instant> instant_in(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Instant::parse(row.text(column)) : std::nullopt;
}

std::optional<std::string> text_of(const std::optional<calendar::Instant>& instant) {
    return instant ? std::optional(instant->text()) : std::nullopt;
}

} // namespace

std::optional<LastRun> JobRuns::last(const std::string& scope) {
    const auto row = transaction_
                         .prepare(R"sql(SELECT ended_at, through, idle_until, journal, basis FROM job_run
                                        WHERE job = $1 AND regions = $2)sql")
                         .bind(job, scope)
                         .one();
    if (!row) return std::nullopt;
    return LastRun{instant_in(*row, 0), instant_in(*row, 1), instant_in(*row, 2), row->integer(3), row->text_or_empty(4)};
}

void JobRuns::begin(const std::string& scope, calendar::Instant now) {
    transaction_
        .prepare(R"sql(INSERT INTO job_run (job, regions, started_at) VALUES ($1, $2, $3)
                       ON CONFLICT (job, regions) DO UPDATE SET started_at = excluded.started_at, ended_at = NULL)sql")
        .bind(job, scope, now.text())
        .run();
}

void JobRuns::end(const std::string& scope, const LastRun& run) {
    transaction_
        .prepare(R"sql(UPDATE job_run SET ended_at = $3, through = $4, idle_until = $5, journal = $6, basis = $7
                       WHERE job = $1 AND regions = $2)sql")
        .bind(job, scope, text_of(run.ended_at), text_of(run.through), text_of(run.idle_until), run.journal, run.basis)
        .run();
}

std::optional<calendar::Instant> JobRuns::seen_through() {
    const auto row = transaction_.prepare(R"sql(SELECT max(through) FROM job_run WHERE job = $1)sql").bind(job).one();
    return instant_in(*row, 0);
}

std::int64_t JobRuns::newest_entry() {
    const auto row = transaction_.prepare(R"sql(SELECT max(id) FROM journal)sql").bind().one();
    return row->maybe_integer(0).value_or(0);
}

} // namespace peergroup::reminders
