#include "referrals/way_history.hpp"

#include <algorithm>
#include <utility>

namespace peergroup::referrals {

namespace {

constexpr std::string_view undone = "undone";

RecordedWayStep read_step(const store::Row& row) {
    RecordedWayStep step{.change_seq = row.integer(0), .batch = row.integer(1), .person = row.integer(2), .way = row.integer(3)};
    step.kind = row.text(4);
    step.on = calendar::Date::parse(row.text(5)).value();
    step.told.path = row.text_or_empty(6);
    step.told.decided_by = row.text_or_empty(7);
    step.told.reason = row.text_or_empty(8);
    if (row.has(9)) step.told.priority = static_cast<int>(row.integer(9));
    step.previous = row.maybe_integer(10).value_or(0);
    return step;
}

// The way as the steps that count make it, oldest last.
Referral retold(const Referral& way, const std::vector<RecordedWayStep>& newest_first) {
    Referral anew{.id = way.id, .person = way.person, .group = way.group, .type = way.type, .region = way.region};
    for (auto step = newest_first.rbegin(); step != newest_first.rend(); ++step)
        anew = after(std::move(anew), {referral_state(step->kind), step->on}, step->told);
    return anew;
}

} // namespace

WayHistory::WayHistory(store::Transaction& transaction)
    : transaction_(transaction), ways_(transaction),
      find_(transaction.prepare(
          R"sql(SELECT change_seq, batch, person, referral, kind, effective_on, path, decided_by, reason, priority,
                                      previous FROM referral_step WHERE change_seq = $1)sql")),
      note_(transaction.prepare(R"sql(INSERT INTO undone_step (person, change_seq, undone_by) VALUES ($1, $2, $3))sql")),
      forget_notes_(transaction.prepare(R"sql(DELETE FROM referral_note WHERE person = $1 AND change_seq = $2)sql")),
      end_(transaction.prepare(R"sql(DELETE FROM referral WHERE person = $1 AND id = $2)sql")) {}

std::optional<RecordedWayStep> WayHistory::find(std::int64_t change_seq) {
    const auto row = find_.bind(change_seq).one();
    return row ? std::optional(read_step(*row)) : std::nullopt;
}

// Batches are written one after another, so those of one lie between its first number and the first of the next.
std::vector<RecordedWayStep> WayHistory::of_batch(std::int64_t batch) {
    std::vector<RecordedWayStep> steps;
    transaction_
        .prepare(
            R"sql(SELECT s.change_seq, s.batch, s.person, s.referral, s.kind, s.effective_on, s.path, s.decided_by, s.reason,
                         s.priority, s.previous
                  FROM referral_step s WHERE s.change_seq >= (SELECT b.first_change FROM batch b WHERE b.id = $1)
                  AND s.change_seq < coalesce((SELECT min(n.first_change) FROM batch n WHERE n.id > $1), s.change_seq + 1)
                  AND s.batch = $1 AND s.kind <> 'undone'
                  AND NOT EXISTS (SELECT 1 FROM undone_step u WHERE u.person = s.person AND u.change_seq = s.change_seq)
                  ORDER BY s.change_seq DESC)sql")
        .bind(batch)
        .each([&](const store::Row& row) { steps.push_back(read_step(row)); });
    return steps;
}

Referral WayHistory::way_of(const RecordedWayStep& step) {
    std::vector<Referral> ways = ways_.of_person(step.person);
    return std::move(*std::ranges::find(ways, step.way, &Referral::id));
}

std::vector<RecordedWayStep> WayHistory::counting_from(std::int64_t change_seq) {
    std::vector<RecordedWayStep> steps;
    for (auto step = find(change_seq); step; step = find(step->previous))
        if (step->kind != undone) steps.push_back(std::move(*step));
    return steps;
}

RecordedWayStep WayHistory::newest_of(const Referral& way) {
    return counting_from(way.change_seq).front();
}

void WayHistory::take_back(Referral way, const RecordedWayStep& step, std::int64_t batch) {
    const std::vector<RecordedWayStep> before = counting_from(step.previous);
    if (!before.empty()) way = retold(way, before);
    way.change_seq = step.previous;
    const std::int64_t number = ways_.write_undone(way, step.on, batch);
    note_.bind(step.person, step.change_seq, number).run();
    forget_notes_.bind(step.person, step.change_seq).run();
    if (before.empty()) end_.bind(way.person, way.id).run();
}

} // namespace peergroup::referrals
