#include "reports/known_then.hpp"

#include <utility>

namespace peergroup::reports {

namespace {

// The newest change of each object that is not later than `then`, by walking from its first later change to the one before it.
constexpr const char* const earlier_group_changes = R"sql(
    SELECT g.id, g.code, g.type, g.region, before.first_on, before.ended_on, before.capacity
    FROM (SELECT peer_group, min(change_seq) AS first_later FROM group_change WHERE change_seq > $1 GROUP BY peer_group) later
    JOIN group_change first ON first.change_seq = later.first_later
    JOIN group_change before ON before.change_seq = first.previous
    JOIN peer_group g ON g.id = later.peer_group)sql";

constexpr const char* const earlier_session_changes = R"sql(
    SELECT before.session, s.peer_group, before.starts_on, before.state, before.moved, before.adults, before.children
    FROM (SELECT session, min(change_seq) AS first_later FROM session_change WHERE change_seq > $1 GROUP BY session) later
    JOIN session_change first ON first.change_seq = later.first_later
    JOIN session_change before ON before.change_seq = first.previous
    JOIN session s ON s.id = later.session)sql";

std::string text_of(const store::Row& row, std::size_t column) {
    return row.text_or_empty(column);
}

void count_marks_then(store::Transaction& transaction, Knowledge then, ReportedSession& session) {
    std::map<std::int64_t, std::string> marks;
    transaction
        .prepare(R"sql(SELECT person, mark FROM mark WHERE session = $1 AND change_seq <= $2 ORDER BY person, revision)sql")
        .bind(session.id, then.last_change())
        .each([&](const store::Row& row) { marks[row.integer(0)] = row.text(1); });
    for (const auto& [person, mark] : marks) {
        if (mark == "X")
            ++session.absent_notified;
        else if (mark == "N")
            ++session.absent_not_notified;
        else if (mark == "S")
            ++session.excused;
        else
            ++session.attended;
    }
}

// One step of a membership, told forward.
void follow(ReportedMembership& membership, const store::Row& step) {
    const std::string& kind = step.text(0);
    membership.state = kind;
    if (kind == "enrolled")
        membership.from_on = step.text(1);
    else if (kind == "waitlisted")
        membership.waiting_on = step.text(1);
    else
        membership.to_on = step.text(1);
    membership.reason = text_of(step, 2);
}

} // namespace

Knowledge Knowledge::at(store::Transaction& transaction, calendar::Instant as_of) {
    const auto first =
        transaction.prepare(R"sql(SELECT min(first_change) FROM batch WHERE recorded_at > $1)sql").bind(as_of.text()).one();
    return first->has(0) ? Knowledge(first->integer(0) - 1) : now();
}

std::vector<ReportedGroup> groups_changed_since(store::Transaction& transaction, Knowledge then) {
    std::vector<ReportedGroup> groups;
    transaction.prepare(earlier_group_changes).bind(then.last_change()).each([&](const store::Row& row) {
        groups.push_back(
            {row.integer(0), row.text(1), row.text(2), row.text(3), text_of(row, 4), text_of(row, 5), row.maybe_integer(6)});
    });
    return groups;
}

std::vector<ReportedSession> sessions_changed_since(store::Transaction& transaction, Knowledge then) {
    std::vector<ReportedSession> sessions;
    transaction.prepare(earlier_session_changes).bind(then.last_change()).each([&](const store::Row& row) {
        ReportedSession session{row.integer(0), row.integer(1), row.text(2), row.text(3), row.integer(4) == 1};
        session.adults = row.maybe_integer(5).value_or(0);
        session.children = row.maybe_integer(6).value_or(0);
        sessions.push_back(std::move(session));
    });
    for (ReportedSession& session : sessions)
        count_marks_then(transaction, then, session);
    return sessions;
}

std::vector<ReportedMembership> memberships_changed_since(store::Transaction& transaction, Knowledge then) {
    struct Key {
        std::int64_t group, person, episode, first_later;
    };
    std::vector<Key> keys;
    transaction
        .prepare(R"sql(SELECT peer_group, person, episode, min(change_seq) FROM step WHERE change_seq > $1
                       GROUP BY peer_group, person, episode)sql")
        .bind(then.last_change())
        .each([&](const store::Row& row) {
            keys.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3)});
        });
    store::Statement earlier = transaction.prepare(
        R"sql(WITH RECURSIVE walked (change_seq, kind, effective_on, reason, previous) AS (
                  SELECT s.change_seq, s.kind, s.effective_on, s.reason, s.previous
                  FROM step later JOIN step s ON s.change_seq = coalesce(
                      (SELECT u.change_seq FROM undone_step u WHERE u.person = later.person AND u.undone_by = later.change_seq),
                      later.previous)
                  WHERE later.change_seq = $1
                  UNION ALL
                  SELECT s.change_seq, s.kind, s.effective_on, s.reason, s.previous
                  FROM walked JOIN step s ON s.change_seq = walked.previous)
              SELECT kind, effective_on, reason FROM walked WHERE kind <> 'undone' ORDER BY change_seq)sql");
    std::vector<ReportedMembership> memberships;
    for (const Key& key : keys) {
        ReportedMembership membership{.group = key.group};
        earlier.bind(key.first_later).each([&](const store::Row& step) { follow(membership, step); });
        if (!membership.state.empty()) memberships.push_back(std::move(membership));
    }
    return memberships;
}

} // namespace peergroup::reports
