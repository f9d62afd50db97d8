#include "admission/step_history.hpp"

namespace peergroup::admission {

namespace {

constexpr std::string_view undone = "undone";

RecordedStep read_step(const store::Row& row) {
    RecordedStep step{.change_seq = row.integer(0), .batch = row.integer(1), .group = row.integer(2), .person = row.integer(3)};
    step.episode = static_cast<int>(row.integer(4));
    step.kind = row.text(5);
    step.effective_on = calendar::Date::parse(row.text(6)).value();
    step.reason = row.text_or_empty(7);
    step.previous = row.maybe_integer(8).value_or(0);
    return step;
}

// What the steps that count make of a membership, oldest last. Its place in the queue is kept with the row.
void retell(Membership& membership, const std::vector<RecordedStep>& newest_first) {
    membership.state = membership_state(newest_first.front().kind);
    membership.reason = newest_first.front().reason;
    membership.waiting_on.reset();
    membership.from_on.reset();
    membership.to_on.reset();
    for (auto step = newest_first.rbegin(); step != newest_first.rend(); ++step) {
        if (step->kind == "waitlisted")
            membership.waiting_on = step->effective_on;
        else if (step->kind == "enrolled")
            membership.from_on = step->effective_on;
        else
            membership.to_on = step->effective_on;
    }
}

} // namespace

StepHistory::StepHistory(store::Transaction& transaction)
    : transaction_(transaction), memberships_(transaction),
      find_(transaction.prepare(R"sql(SELECT change_seq, batch, peer_group, person, episode, kind, effective_on, reason, previous
                                      FROM step WHERE change_seq = $1)sql")) {}

std::optional<RecordedStep> StepHistory::find(std::int64_t change_seq) {
    const auto row = find_.bind(change_seq).one();
    return row ? std::optional(read_step(*row)) : std::nullopt;
}

// Batches are written one after another, so those of one lie between its first number and the first of the next.
std::vector<RecordedStep> StepHistory::of_batch(std::int64_t batch) {
    std::vector<RecordedStep> steps;
    transaction_
        .prepare(
            R"sql(SELECT s.change_seq, s.batch, s.peer_group, s.person, s.episode, s.kind, s.effective_on, s.reason, s.previous
                       FROM step s WHERE s.change_seq >= (SELECT b.first_change FROM batch b WHERE b.id = $1)
                       AND s.change_seq < coalesce((SELECT min(n.first_change) FROM batch n WHERE n.id > $1), s.change_seq + 1)
                       AND s.batch = $1 AND s.kind <> 'undone'
                       AND NOT EXISTS (SELECT 1 FROM undone_step u WHERE u.person = s.person AND u.change_seq = s.change_seq)
                       ORDER BY s.change_seq DESC)sql")
        .bind(batch)
        .each([&](const store::Row& row) { steps.push_back(read_step(row)); });
    return steps;
}

std::vector<RecordedStep> StepHistory::counting_from(std::int64_t change_seq) {
    std::vector<RecordedStep> steps;
    for (auto step = find(change_seq); step; step = find(step->previous))
        if (step->kind != undone) steps.push_back(*step);
    return steps;
}

RecordedStep StepHistory::newest_of(const Membership& membership) {
    return counting_from(membership.change_seq).front();
}

std::optional<Membership> StepHistory::take_back(Membership membership, const RecordedStep& step, std::int64_t batch) {
    const std::vector<RecordedStep> before = counting_from(step.previous);
    if (!before.empty()) retell(membership, before);
    membership.change_seq = step.previous;
    memberships_.change(membership, {batch, undone, step.effective_on});
    transaction_.prepare(R"sql(INSERT INTO undone_step (person, change_seq, undone_by) VALUES ($1, $2, $3))sql")
        .bind(step.person, step.change_seq, membership.change_seq)
        .run();
    if (!before.empty()) return membership;
    transaction_.prepare(R"sql(DELETE FROM enrolment WHERE peer_group = $1 AND person = $2 AND episode = $3)sql")
        .bind(step.group, step.person, step.episode)
        .run();
    transaction_.prepare(R"sql(DELETE FROM member WHERE peer_group = $1 AND person = $2 AND episode = $3)sql")
        .bind(step.group, step.person, step.episode)
        .run();
    return std::nullopt;
}

std::vector<StepHistory::OfferOfBatch> StepHistory::offers_of_batch(std::int64_t batch) {
    std::vector<OfferOfBatch> offers;
    transaction_
        .prepare(R"sql(SELECT change_seq, party, peer_group, person, episode, made_on, until_on, batch, answer_batch FROM offer
                       WHERE batch = $1 OR answer_batch = $1 ORDER BY change_seq)sql")
        .bind(batch)
        .each([&](const store::Row& row) {
            Offer offer{.change_seq = row.integer(0), .party = row.integer(1), .group = row.integer(2), .person = row.integer(3)};
            offer.episode = static_cast<int>(row.integer(4));
            offer.made_on = calendar::Date::parse(row.text(5)).value();
            if (row.has(6)) offer.until_on = calendar::Date::parse(row.text(6));
            offers.push_back({offer, row.integer(7) == batch, row.maybe_integer(8) == batch, !row.has(8)});
        });
    return offers;
}

bool StepHistory::has_offer_of_another(const Membership& membership, std::int64_t batch) {
    return transaction_
               .prepare(
                   R"sql(SELECT count(*) FROM offer WHERE peer_group = $1 AND person = $2 AND episode = $3
                              AND batch <> $4 AND (answer IS NULL OR answer <> 'withdrawn'))sql")
               .bind(membership.group, membership.person, membership.episode, batch)
               .one()
               ->integer(0) > 0;
}

} // namespace peergroup::admission
