#pragma once

#include "catalogue/group_type.hpp"
#include "catalogue/retention.hpp"

#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// Stands in the place of the service task in a rule about those who guide groups (`subject = "facilitator"`).
inline constexpr std::string_view facilitator_subject = "facilitator";

/// The rule about what is known of those who guided groups of the type: that of facilitators in its register; nothing when none
/// is stated, as no law states one.
const RetentionRule* facilitator_rule_for(const std::vector<RetentionRule>& rules, const GroupType& type);

} // namespace peergroup::catalogue
