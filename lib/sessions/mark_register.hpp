#pragma once

#include "groups/meeting_log.hpp"
#include "sessions/attendance.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace peergroup::sessions {

/// The mark of one member that counts now, and how often it was set.
struct AttendanceMark {
    Mark mark;
    std::optional<int> minutes = {}; ///< late, or left early, by so many
    int revision = 1;
    std::int64_t batch = 0; ///< in which it was set
};

/// The marks of one meeting that count now, in the order of people.
class SessionMarks {
public:
    /// Nothing when the person has no mark.
    const AttendanceMark* find(std::int64_t person) const;
    void set(std::int64_t person, const AttendanceMark& mark);

    auto begin() const { return marks_.begin(); }
    auto end() const { return marks_.end(); }

private:
    std::vector<std::pair<std::int64_t, AttendanceMark>> marks_;
};

/// Attendance marks in one transaction: every mark is kept, the newest revision counts.
class MarkRegister {
public:
    explicit MarkRegister(store::Transaction& transaction);

    SessionMarks of_session(std::int64_t session);
    void add(std::int64_t session, std::int64_t person, const AttendanceMark& mark);
    /// Writes what has been added; to be called before it is read, and before the end.
    void write_added();

private:
    store::Transaction& transaction_;
    store::Statement of_session_;
    store::Appender marks_;
};

/// Sets the meeting's counters to what its marks give.
void count_marks(groups::LoggedMeeting& meeting, const SessionMarks& marks);

} // namespace peergroup::sessions
