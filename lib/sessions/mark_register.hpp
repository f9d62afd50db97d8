#pragma once

#include "groups/group.hpp"
#include "sessions/attendance.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace peergroup::sessions {

/// The mark of one member that counts now, and how often it was set.
struct AttendanceMark {
    Mark mark;
    std::optional<int> minutes = {}; ///< late, or left early, by so many
    int revision = 1;
    std::int64_t batch = 0; ///< in which it was set
};

/// Attendance marks in one transaction: every mark is kept, the newest revision counts.
class MarkRegister {
public:
    explicit MarkRegister(store::Transaction& transaction);

    /// By person.
    std::map<std::int64_t, AttendanceMark> of_session(std::int64_t session);
    void add(std::int64_t session, std::int64_t person, const AttendanceMark& mark);

private:
    store::Transaction& transaction_;
    store::Statement of_session_;
    store::Statement insert_;
};

/// Sets the session's counters to what its marks give.
void count_marks(groups::Session& session, const std::map<std::int64_t, AttendanceMark>& marks);

} // namespace peergroup::sessions
