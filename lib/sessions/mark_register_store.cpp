#include "sessions/mark_register.hpp"

#include <algorithm>
#include <string_view>

namespace peergroup::sessions {

namespace {

constexpr auto person_of = [](const auto& entry) { return entry.first; };

} // namespace

const AttendanceMark* SessionMarks::find(std::int64_t person) const {
    const auto found = std::ranges::lower_bound(marks_, person, {}, person_of);
    return found != marks_.end() && found->first == person ? &found->second : nullptr;
}

void SessionMarks::set(std::int64_t person, const AttendanceMark& mark) {
    const auto place = std::ranges::lower_bound(marks_, person, {}, person_of);
    if (place != marks_.end() && place->first == person)
        place->second = mark;
    else
        marks_.insert(place, {person, mark});
}

MarkRegister::MarkRegister(store::Transaction& transaction)
    : transaction_(transaction),
      of_session_(transaction.prepare(
          R"sql(SELECT person, mark, minutes, revision, batch FROM mark WHERE session = $1 ORDER BY person, revision)sql")),
      marks_(transaction.append("mark (session, person, revision, mark, minutes, change_seq, batch)")) {}

SessionMarks MarkRegister::of_session(std::int64_t session) {
    SessionMarks marks;
    of_session_.bind(session).each([&](const store::Row& row) {
        AttendanceMark mark{static_cast<Mark>(row.text(1).at(0))};
        if (row.has(2)) mark.minutes = static_cast<int>(row.integer(2));
        mark.revision = static_cast<int>(row.integer(3));
        mark.batch = row.integer(4);
        marks.set(row.integer(0), mark);
    });
    return marks;
}

void MarkRegister::add(std::int64_t session, std::int64_t person, const AttendanceMark& mark) {
    const char letter = letter_of(mark.mark);
    marks_.add(session, person, mark.revision, std::string_view(&letter, 1), mark.minutes,
               transaction_.reserve("change", 1).first, mark.batch);
}

void MarkRegister::write_added() {
    marks_.write();
}

void count_marks(groups::LoggedMeeting& meeting, const SessionMarks& marks) {
    meeting.attended = meeting.absent_notified = meeting.absent_not_notified = meeting.excused = 0;
    for (const auto& [person, mark] : marks) {
        if (counts_as_attended(mark.mark))
            ++meeting.attended;
        else if (mark.mark == Mark::absent_notified)
            ++meeting.absent_notified;
        else if (mark.mark == Mark::absent_not_notified)
            ++meeting.absent_not_notified;
        else
            ++meeting.excused;
    }
}

} // namespace peergroup::sessions
