#include "groups/schedule.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <charconv>

namespace peergroup::groups {

namespace {

using store::text_or_null;

std::optional<int> whole(const store::Row& row, std::size_t column) {
    return row.has(column) ? std::optional(static_cast<int>(row.integer(column))) : std::nullopt;
}

std::optional<std::string> text_of(const std::optional<calendar::LocalTime>& time) {
    return time ? std::optional(time->text()) : std::nullopt;
}

Session read_session(const store::Row& row) {
    Session session;
    session.id = row.integer(0);
    session.group = row.integer(1);
    session.ordinal = static_cast<int>(row.integer(2));
    session.starts_on = calendar::Date::parse(row.text(3)).value();
    if (row.has(4)) session.starts_at = calendar::LocalTime::parse(row.text(4));
    session.duration_minutes = whole(row, 5);
    session.venue = row.text_or_empty(6);
    session.state = row.text(7) == "held"        ? SessionState::held
                    : row.text(7) == "cancelled" ? SessionState::cancelled
                                                 : SessionState::planned;
    session.moved = row.integer(8) == 1;
    session.reason = row.text_or_empty(9);
    session.adults = whole(row, 10);
    session.children = whole(row, 11);
    session.attended = row.integer(12);
    session.absent_notified = row.integer(13);
    session.absent_not_notified = row.integer(14);
    session.excused = row.integer(15);
    session.change_seq = row.integer(16);
    return session;
}

} // namespace

Schedule::Schedule(store::Transaction& transaction)
    : transaction_(transaction),
      read_(transaction.prepare(
          R"sql(SELECT id, peer_group, ordinal, starts_on, starts_at, duration_minutes, venue, state, moved, reason,
                                      adults, children, attended, absent_notified, absent_not_notified, excused, change_seq
                                      FROM session WHERE id = $1)sql")),
      insert_change_(
          transaction.append("session_change (change_seq, batch, session, kind, starts_on, starts_at, venue, state, moved, "
                             "adults, children, reason, previous)")) {}

std::optional<Session> Schedule::find(std::int64_t session) {
    const auto row = read_.bind(session).one();
    return row ? std::optional(read_session(*row)) : std::nullopt;
}

std::vector<Session> Schedule::read_all(const std::vector<std::int64_t>& ids) {
    std::vector<Session> sessions;
    for (const std::int64_t id : ids)
        sessions.push_back(find(id).value());
    return sessions;
}

std::vector<Session> Schedule::of_group(std::int64_t group) {
    return read_all(store::numbers(
        transaction_.prepare(R"sql(SELECT id FROM session WHERE peer_group = $1 ORDER BY ordinal)sql").bind(group)));
}

std::optional<Session> Schedule::find(std::int64_t group, int ordinal) {
    const auto row =
        transaction_.prepare(R"sql(SELECT id FROM session WHERE peer_group = $1 AND ordinal = $2)sql").bind(group, ordinal).one();
    return row ? find(row->integer(0)) : std::nullopt;
}

std::vector<Session> Schedule::on_day(std::int64_t group, calendar::Date day) {
    return read_all(store::numbers(
        transaction_.prepare(R"sql(SELECT id FROM session WHERE peer_group = $1 AND starts_on = $2 ORDER BY ordinal)sql")
            .bind(group, day.iso())));
}

Session Schedule::require(const Group& group, const std::string& ordinal_or_day) {
    int ordinal = 0;
    const char* const end = ordinal_or_day.data() + ordinal_or_day.size();
    const auto [stopped, error] = std::from_chars(ordinal_or_day.data(), end, ordinal);
    if (error == std::errc{} && stopped == end) {
        if (auto session = find(group.id, ordinal)) return *session;
    } else if (const auto day = calendar::Date::parse_either(ordinal_or_day)) {
        const std::vector<Session> sessions = on_day(group.id, *day);
        if (sessions.size() == 1) return sessions.front();
        if (sessions.size() > 1)
            throw Problem(ProblemKind::usage, "session-ambiguous",
                          fmt::format("{} has {} sessions on {}", group.code.text(), sessions.size(), day->iso()), "",
                          "give its number");
    } else {
        throw Problem(ProblemKind::usage, "no-session",
                      fmt::format("\"{}\" is neither a session's number nor a day", ordinal_or_day));
    }
    throw Problem(ProblemKind::not_found, "session-not-found",
                  fmt::format("{} has no session {}", group.code.text(), ordinal_or_day), "",
                  fmt::format("see `peergroup session list {}`", group.code.text()));
}

void Schedule::add(Session& session, const Change& change) {
    session.id = transaction_.reserve("session", 1).first;
    transaction_
        .prepare(R"sql(INSERT INTO session (id, peer_group, ordinal, starts_on, state, change_seq)
                       VALUES ($1, $2, $3, $4, 'planned', 0))sql")
        .bind(session.id, session.group, session.ordinal, session.starts_on.iso())
        .run();
    update(session, change);
}

void Schedule::update(Session& session, const Change& change) {
    write_history(session, change);
    transaction_
        .prepare(
            R"sql(UPDATE session SET starts_on = $2, starts_at = $3, duration_minutes = $4, venue = $5, state = $6, moved = $7,
                       reason = $8, adults = $9, children = $10, attended = $11, absent_notified = $12,
                       absent_not_notified = $13, excused = $14, change_seq = $15 WHERE id = $1)sql")
        .bind(session.id, session.starts_on.iso(), text_of(session.starts_at), session.duration_minutes,
              text_or_null(session.venue), code_of(session.state), session.moved, text_or_null(session.reason), session.adults,
              session.children, session.attended, session.absent_notified, session.absent_not_notified, session.excused,
              session.change_seq)
        .run();
}

void Schedule::write_history(Session& session, const Change& change) {
    const std::int64_t number = transaction_.reserve("change", 1).first;
    insert_change_.add(number, change.batch, session.id, change.kind, session.starts_on.iso(), text_of(session.starts_at),
                       text_or_null(session.venue), code_of(session.state), session.moved, session.adults, session.children,
                       text_or_null(change.reason), store::number_or_null(session.change_seq));
    insert_change_.write();
    session.change_seq = number;
}

} // namespace peergroup::groups
