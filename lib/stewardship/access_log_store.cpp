#include "stewardship/access_log.hpp"

#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace peergroup::stewardship {

namespace {

constexpr int years_back = 2;

calendar::Date earliest_without_reason(calendar::Date today) {
    const auto same_day = calendar::Date::of(today.year() - years_back, today.month(), today.day());
    return same_day ? *same_day : today.plus_days(-365 * years_back - 1); // 29 February
}

// Sorted: the batches that changed something of the person.
std::vector<std::int64_t> batches_of(store::Transaction& transaction, std::int64_t person) {
    return store::numbers(transaction
                              .prepare(R"sql(WITH RECURSIVE walked (change_seq) AS (
                           SELECT e.change_seq FROM member m JOIN enrolment e
                           ON e.peer_group = m.peer_group AND e.person = m.person AND e.episode = m.episode WHERE m.person = $1
                           UNION SELECT s.previous FROM step s JOIN walked w ON s.change_seq = w.change_seq
                           WHERE s.previous IS NOT NULL)
                       SELECT s.batch FROM walked w JOIN step s ON s.change_seq = w.change_seq
                       UNION SELECT s.batch FROM undone_step u JOIN step s ON s.change_seq = u.change_seq OR s.change_seq = u.undone_by
                       WHERE u.person = $1
                       UNION SELECT s.batch FROM undone_step u JOIN referral_step s
                       ON s.change_seq = u.change_seq OR s.change_seq = u.undone_by WHERE u.person = $1
                       UNION SELECT k.batch FROM member m JOIN session s ON s.peer_group = m.peer_group
                       JOIN mark k ON k.session = s.id AND k.person = m.person WHERE m.person = $1
                       UNION SELECT p.batch FROM person p WHERE p.id = $1
                       UNION SELECT s.batch FROM (WITH RECURSIVE ways (change_seq) AS (
                           SELECT r.change_seq FROM referral r WHERE r.person = $1
                           UNION SELECT s.previous FROM referral_step s JOIN ways w ON s.change_seq = w.change_seq
                           WHERE s.previous IS NOT NULL)
                           SELECT b.batch FROM ways w JOIN referral_step b ON b.change_seq = w.change_seq) s
                       ORDER BY 1)sql")
                              .bind(person));
}

bool names(std::string_view objects, std::string_view code) {
    for (std::size_t at = objects.find(code); at != std::string_view::npos; at = objects.find(code, at + 1)) {
        const std::size_t end = at + code.size();
        if ((at == 0 || objects[at - 1] == ' ') && (end == objects.size() || objects[end] == ' ')) return true;
    }
    return false;
}

} // namespace

std::vector<AccessLogLine> read_access_log(store::Transaction& transaction, const vault::Journal& journal,
                                           const AccessLogRequest& request) {
    people::PersonRegister people(transaction, journal.keys());
    people::require_person(people, request.person, journal.actor());
    const calendar::Date earliest = earliest_without_reason(request.today);
    const calendar::Date from = request.from.value_or(earliest);
    if (from < earliest && request.special_reason.empty())
        throw Problem(ProblemKind::refused, "access-log-too-old",
                      fmt::format("{} is more than two years ago, which takes a special reason", from.iso()), "--from",
                      "state it with --special-reason CODE");
    const std::string code = request.person.text();
    std::vector<std::string> codes = {code};
    for (const std::int64_t merged : people.merged_from(request.person.number()))
        codes.push_back(people::PersonCode(merged).text());
    const std::vector<std::int64_t> batches = batches_of(transaction, request.person.number());
    std::vector<AccessLogLine> lines;
    transaction
        .prepare(R"sql(SELECT recorded_at, actor, role, verb, ground, recipient, objects, batch FROM journal
                       WHERE recorded_at >= $1 AND recorded_at < $2 ORDER BY id)sql")
        .bind(request.zone.instant(from, {}).text(),
              request.zone.instant(request.to.value_or(request.today).plus_days(1), {}).text())
        .each([&](const store::Row& row) {
            const auto is_named = [&](const std::string& one) { return names(row.text(6), one); };
            if (std::ranges::none_of(codes, is_named) && !std::ranges::binary_search(batches, row.maybe_integer(7).value_or(0)))
                return;
            lines.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text_or_empty(4), row.text_or_empty(5)});
        });
    journal.record_read(transaction, {code, request.special_reason.empty()
                                                ? fmt::format("entries={}", lines.size())
                                                : fmt::format("entries={} special={}", lines.size(), request.special_reason)});
    return lines;
}

} // namespace peergroup::stewardship
