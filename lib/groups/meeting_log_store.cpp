#include "groups/meeting_log.hpp"

namespace peergroup::groups {

namespace {

LoggedMeeting read_meeting(std::int64_t group, const store::Row& row) {
    const auto whole = [&](std::size_t column) {
        return row.has(column) ? std::optional(static_cast<int>(row.integer(column))) : std::nullopt;
    };
    LoggedMeeting meeting{.id = row.integer(0), .group = group, .starts_on = row.text(1), .starts_at = row.maybe_text(2)};
    meeting.venue = row.maybe_text(8);
    meeting.state = row.text(3) == "held"        ? SessionState::held
                    : row.text(3) == "cancelled" ? SessionState::cancelled
                                                 : SessionState::planned;
    meeting.moved = row.integer(4) == 1;
    meeting.adults = whole(5);
    meeting.children = whole(6);
    meeting.change_seq = row.integer(7);
    return meeting;
}

} // namespace

std::string LoggedGroup::refusal_to_change(const vault::Actor& actor) const {
    const std::string refusal = actor.refusal_of({region, code, pair_code});
    return refusal.empty() && !running ? "group-ended" : refusal;
}

MeetingLog::MeetingLog(store::Transaction& transaction)
    : transaction_(transaction), id_of_code_(transaction.prepare(R"sql(SELECT id FROM peer_group WHERE code = $1)sql")),
      id_of_pair_(transaction.prepare(R"sql(SELECT min(id) FROM peer_group WHERE pair_code = $1)sql")),
      group_(transaction.prepare(
          R"sql(SELECT code, type, region, pair_code, other_side, state, openness FROM peer_group WHERE id = $1)sql")),
      numbered_(transaction.prepare(R"sql(SELECT id, starts_on, starts_at, state, moved, adults, children, change_seq, venue
                                          FROM session WHERE peer_group = $1 AND ordinal = $2)sql")),
      on_day_(transaction.prepare(R"sql(SELECT id, starts_on, starts_at, state, moved, adults, children, change_seq, venue
                                        FROM session WHERE peer_group = $1 AND starts_on = $2 ORDER BY ordinal)sql")),
      update_(transaction.prepare(
          R"sql(UPDATE session SET state = 'held', adults = $2, children = $3, attended = $4, absent_notified = $5,
                absent_not_notified = $6, excused = $7, change_seq = $8 WHERE id = $1)sql")),
      changes_(transaction.append("session_change (change_seq, batch, session, kind, starts_on, starts_at, venue, state, moved, "
                                  "adults, children, previous)")) {}

std::optional<NamedGroup> MeetingLog::named(const GroupCode& code) {
    if (const auto row = id_of_code_.bind(code.text()).one()) return NamedGroup{row->integer(0), false};
    const auto row = id_of_pair_.bind(code.text()).one();
    return row->has(0) ? std::optional(NamedGroup{row->integer(0), true}) : std::nullopt;
}

LoggedGroup MeetingLog::group(std::int64_t id) {
    const store::Row row = group_.bind(id).one().value();
    return {id,
            row.text(0),
            row.text(1),
            row.text(2),
            row.text_or_empty(3),
            row.maybe_integer(4).value_or(0),
            row.text(5) == "running",
            row.has(6) && row.text(6) == "open"};
}

std::vector<LoggedMeeting> MeetingLog::numbered(std::int64_t group, int ordinal) {
    std::vector<LoggedMeeting> meetings;
    numbered_.bind(group, ordinal).each([&](const store::Row& row) { meetings.push_back(read_meeting(group, row)); });
    return meetings;
}

std::vector<LoggedMeeting> MeetingLog::on_day(std::int64_t group, calendar::Date day) {
    std::vector<LoggedMeeting> meetings;
    on_day_.bind(group, day.iso()).each([&](const store::Row& row) { meetings.push_back(read_meeting(group, row)); });
    return meetings;
}

void MeetingLog::write(LoggedMeeting& meeting, std::int64_t batch) {
    const std::int64_t number = transaction_.reserve("change", 1).first;
    const std::string_view kind = meeting.state == SessionState::planned ? "held" : "logged";
    meeting.state = SessionState::held;
    changes_.add(number, batch, meeting.id, kind, meeting.starts_on, meeting.starts_at, meeting.venue, code_of(meeting.state),
                 meeting.moved, meeting.adults, meeting.children, store::number_or_null(meeting.change_seq));
    meeting.change_seq = number;
    update_
        .bind(meeting.id, meeting.adults, meeting.children, meeting.attended, meeting.absent_notified,
              meeting.absent_not_notified, meeting.excused, meeting.change_seq)
        .run();
}

void MeetingLog::write_added() {
    changes_.write();
}

} // namespace peergroup::groups
