#pragma once

#include "calendar/date.hpp"
#include "catalogue/group_type.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// The day from which a time of keeping runs: the closing of the case, the person's death or birth, the day on which the person
/// was first recorded, the end of the group.
enum class RetentionEvent { case_closed, death, birth, created, group_ended };

/// `case_closed`, `death`, `birth`, `created`, `group_ended`.
std::string_view code_of(RetentionEvent event);

/// How long what is known of a person stays for what a group was (`[[retention]]` of `organisation.toml`): for a service task of
/// Act 703/2023, whose periods the annex gives (W15), or for a register whose organisation decides it itself.
struct RetentionRule {
    std::string service_task;              ///< or empty, and
    std::optional<Register> register_kind; ///< then the register
    int months = 0;
    RetentionEvent after = RetentionEvent::case_closed;

    /// The service task, or the register.
    std::string name() const;
    /// The last day on which it is kept when the event was on `day`.
    calendar::Date until(calendar::Date day) const;
};

/// The rule of what a type's groups are: that of its service task, else that of its register; nothing when none is stated.
const RetentionRule* rule_for(const std::vector<RetentionRule>& rules, const GroupType& type);

} // namespace peergroup::catalogue
