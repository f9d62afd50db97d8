#include "admission/answered_for.hpp"

#include <algorithm>
#include <sstream>

namespace peergroup::admission {

namespace {

constexpr std::string_view column_of_records = "answered_for.record";

} // namespace

AnsweredFor::AnsweredFor(store::Transaction& transaction, vault::PersonKeys& keys) : transaction_(transaction), keys_(keys) {}

void AnsweredFor::note(const Membership& membership, std::int64_t batch, std::string_view code,
                       std::span<const std::int64_t> others) {
    std::string record(code);
    for (const std::int64_t other : others)
        record += ' ' + std::to_string(other);
    const std::string sealed = keys_.seal(membership.person, column_of_records, record);
    transaction_
        .prepare(R"sql(INSERT INTO answered_for (person, peer_group, episode, batch, record) VALUES ($1, $2, $3, $4, $5))sql")
        .bind(membership.person, membership.group, membership.episode, batch, store::Blob{sealed})
        .run();
}

std::vector<AnsweredFor::Answer> AnsweredFor::of(const Membership& membership) {
    std::vector<std::string> records;
    transaction_
        .prepare(R"sql(SELECT a.record FROM answered_for a WHERE a.person = $1 AND a.peer_group = $2 AND a.episode = $3
                       AND NOT EXISTS (SELECT 1 FROM undone_batch u WHERE u.batch = a.batch) ORDER BY a.batch)sql")
        .bind(membership.person, membership.group, membership.episode)
        .each([&](const store::Row& row) { records.push_back(row.text(0)); });
    std::vector<Answer> answers;
    for (const std::string& record : records) {
        std::istringstream words(keys_.unseal(membership.person, column_of_records, record));
        Answer answer;
        words >> answer.code;
        for (std::int64_t other = 0; words >> other;)
            answer.others.push_back(other);
        answers.push_back(std::move(answer));
    }
    return answers;
}

void AnsweredFor::set_aside(const Membership& membership, const Ties& ties, std::vector<std::string>& reasons) {
    if (reasons.empty()) return;
    for (const Answer& answer : of(membership)) {
        const bool for_all = std::ranges::all_of(
            ties.others, [&](std::int64_t other) { return std::ranges::find(answer.others, other) != answer.others.end(); });
        if (for_all || !(betrays_another(answer.code) || answer.code == restricted_reason))
            admission::set_aside(reasons, answer.code);
    }
}

} // namespace peergroup::admission
