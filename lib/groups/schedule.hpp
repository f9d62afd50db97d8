#pragma once

#include "groups/change.hpp"
#include "groups/group.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::groups {

/// The meetings of groups in one transaction; groups own their schedule.
class Schedule {
public:
    explicit Schedule(store::Transaction& transaction);

    std::optional<Session> find(std::int64_t session);
    std::vector<Session> of_group(std::int64_t group);
    std::optional<Session> find(std::int64_t group, int ordinal);
    std::vector<Session> on_day(std::int64_t group, calendar::Date day);
    /// The meeting that a word names: its ordinal, or its day. Throws Problem: not_found `session-not-found`, usage
    /// `session-ambiguous` when two meetings are on that day.
    Session require(const Group& group, const std::string& ordinal_or_day);

    void add(Session& session, const Change& change);
    void update(Session& session, const Change& change);

private:
    void write_history(Session& session, const Change& change);

    std::vector<Session> read_all(const std::vector<std::int64_t>& ids);

    store::Transaction& transaction_;
    store::Statement read_;
    store::Appender insert_change_;
};

} // namespace peergroup::groups
