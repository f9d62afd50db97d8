#pragma once

#include "admission/membership_register.hpp"
#include "facilitators/group_staff.hpp"
#include "people/person_register.hpp"
#include "reminders/reminder.hpp"
#include "reminders/sender.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// Somebody whom an event concerns; with a refusal where no message goes to this one.
struct Concerned {
    Recipient recipient;
    std::string refusal = {};
};

/// Finds whom an event concerns, in one transaction.
class Recipients {
public:
    Recipients(store::Transaction& transaction, const Sender& sender);

    /// Those whom the rule names. A child gets a message only where the type says so (`messages_to_children`), and is
    /// `child` otherwise; a child's guardians are those that are stated as such, else the parents.
    std::vector<Concerned> of(const catalogue::ReminderRule& rule, const Event& event);

private:
    std::vector<std::int64_t> participants(const Event& event);
    bool is_child(std::int64_t person, const Event& event);
    std::vector<std::int64_t> guardians(std::int64_t child);
    bool sends_to_children(const std::string& type) const;
    void add_participants(const catalogue::ReminderRule& rule, const Event& event, std::vector<Concerned>& concerned);
    void add_staff(const catalogue::ReminderRule& rule, const Event& event, std::vector<Concerned>& concerned);

    const Sender& sender_;
    admission::MembershipRegister memberships_;
    people::PersonRegister people_;
    facilitators::StaffRegister staff_;
};

} // namespace peergroup::reminders
