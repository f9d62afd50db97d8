#include "sessions/mark_register.hpp"

#include <string>

namespace peergroup::sessions {

MarkRegister::MarkRegister(store::Transaction& transaction)
    : transaction_(transaction),
      of_session_(transaction.prepare(
          R"sql(SELECT person, mark, minutes, revision, batch FROM mark WHERE session = $1 ORDER BY person, revision)sql")),
      insert_(transaction.append("mark (session, person, revision, mark, minutes, change_seq, batch)")) {}

std::map<std::int64_t, AttendanceMark> MarkRegister::of_session(std::int64_t session) {
    std::map<std::int64_t, AttendanceMark> marks;
    of_session_.bind(session).each([&](const store::Row& row) {
        AttendanceMark mark{static_cast<Mark>(row.text(1).at(0))};
        if (row.has(2)) mark.minutes = static_cast<int>(row.integer(2));
        mark.revision = static_cast<int>(row.integer(3));
        mark.batch = row.integer(4);
        marks.insert_or_assign(row.integer(0), mark);
    });
    return marks;
}

void MarkRegister::add(std::int64_t session, std::int64_t person, const AttendanceMark& mark) {
    const char letter = letter_of(mark.mark);
    insert_
        .bind(session, person, mark.revision, std::string_view(&letter, 1), mark.minutes, transaction_.reserve("change", 1).first,
              mark.batch)
        .run();
}

void count_marks(groups::Session& session, const std::map<std::int64_t, AttendanceMark>& marks) {
    session.attended = session.absent_notified = session.absent_not_notified = session.excused = 0;
    for (const auto& [person, mark] : marks) {
        if (counts_as_attended(mark.mark))
            ++session.attended;
        else if (mark.mark == Mark::absent_notified)
            ++session.absent_notified;
        else if (mark.mark == Mark::absent_not_notified)
            ++session.absent_not_notified;
        else
            ++session.excused;
    }
}

} // namespace peergroup::sessions
