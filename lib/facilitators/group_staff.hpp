#pragma once

#include "calendar/date.hpp"
#include "facilitators/facilitator_code.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::facilitators {

/// That somebody guides a group in a role: a closed range of days.
struct StaffMember {
    std::int64_t group;
    FacilitatorCode facilitator;
    int episode = 0; ///< of this facilitator in this group, from 1
    std::string role = {};
    calendar::Date from_on = {};
    std::optional<calendar::Date> to_on = {}; ///< the last day, once it is known
    std::string reason = {};                  ///< why it ended
    bool role_gap = false;                    ///< the qualification that the type asks for was not held on the first day

    /// Whether the range has a day that is not before `from`, up to `to` where one is given.
    bool meets(calendar::Date from, std::optional<calendar::Date> to = std::nullopt) const {
        return (!to_on || from <= *to_on) && (!to || from_on <= *to);
    }
    bool is_on(calendar::Date day) const { return meets(day, day); }
};

/// Somebody who may decide for a group on a day, and what is held then.
struct Decider {
    FacilitatorCode facilitator;
    std::string role;
    std::vector<std::string> qualifications; ///< codes, sorted
};

/// Who guides groups, in one transaction. Rows stay when they end.
class StaffRegister {
public:
    explicit StaffRegister(store::Transaction& transaction);

    /// Everybody who ever guided the group, by the first day and the code.
    std::vector<StaffMember> of_group(std::int64_t group);
    /// The codes of the groups that the facilitator guides on the day.
    std::vector<std::string> groups_of(FacilitatorCode facilitator, calendar::Date day);

    /// Gives the member its episode and writes it.
    void add(StaffMember& member, std::int64_t batch);
    /// Writes the last day and the reason.
    void end(const StaffMember& member, std::int64_t batch);

private:
    store::Transaction& transaction_;
    store::Statement of_group_;
};

/// The staff of the group on the day with what each holds then; one line for each role.
std::vector<Decider> deciders(store::Transaction& transaction, std::int64_t group, calendar::Date day);

} // namespace peergroup::facilitators
