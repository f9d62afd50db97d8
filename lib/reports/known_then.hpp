#pragma once

#include "calendar/date.hpp"
#include "calendar/instant.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::reports {

/// A group as a report needs it.
struct ReportedGroup {
    std::int64_t id = 0;
    std::string code = {};
    std::string type = {};
    std::string region = {};
    std::string first_on = {}; ///< ISO, or empty
    std::string ended_on = {};
    std::optional<std::int64_t> capacity = {};
};

/// A meeting as a report needs it.
struct ReportedSession {
    std::int64_t id = 0;
    std::int64_t group = 0;
    std::string starts_on = {};
    std::string state = {};
    bool moved = false;
    std::int64_t adults = 0;
    std::int64_t children = 0;
    std::int64_t attended = 0;
    std::int64_t absent_notified = 0;
    std::int64_t absent_not_notified = 0;
    std::int64_t excused = 0;
};

/// A membership as it was known then.
struct ReportedMembership {
    std::int64_t group = 0;
    std::string state = {};
    std::string waiting_on = {};
    std::string from_on = {};
    std::string to_on = {};
    std::string reason = {};

    bool holds_on(const std::string& day) const { return !from_on.empty() && from_on <= day && (to_on.empty() || day <= to_on); }
    /// Whether the person still waits at the end of `day`.
    bool waits_after(const std::string& day) const {
        return !waiting_on.empty() && waiting_on <= day && (from_on.empty() || from_on > day) && (to_on.empty() || to_on > day);
    }
};

/// The last change that was recorded by an instant. Without one: everything that is known.
class Knowledge {
public:
    static Knowledge now() { return Knowledge(INT64_MAX); }
    static Knowledge at(store::Transaction& transaction, calendar::Instant as_of);

    /// The highest number of change that counts.
    std::int64_t last_change() const { return last_change_; }

private:
    explicit Knowledge(std::int64_t last_change) : last_change_(last_change) {}
    std::int64_t last_change_;
};

/// What has been changed since then, walked back to how it was: few rows when little has happened since.
std::vector<ReportedGroup> groups_changed_since(store::Transaction& transaction, Knowledge then);
std::vector<ReportedSession> sessions_changed_since(store::Transaction& transaction, Knowledge then);
std::vector<ReportedMembership> memberships_changed_since(store::Transaction& transaction, Knowledge then);

} // namespace peergroup::reports
