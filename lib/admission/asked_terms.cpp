#include "admission/asked_terms.hpp"

#include "catalogue/fact_codes.hpp"

namespace peergroup::admission {

std::optional<calendar::Date> last_entry_day(const groups::GroupTerms& group, const catalogue::Policy& policy,
                                             groups::TermsReader& terms) {
    return group.closed && policy.late_entry_until ? terms.day_of_meeting(group.id, *policy.late_entry_until) : std::nullopt;
}

Terms terms_of(const groups::GroupTerms& group, const catalogue::GroupType& type, const Entry& entry) {
    return {.running = group.running,
            .intake_open = group.intake_open,
            .age_min = group.age_min,
            .age_max = group.age_max,
            .age_day = group.first_on.value_or(entry.on),
            .eligibility = catalogue::eligibility_of(type, group.variant),
            .anonymous = type.register_kind == catalogue::Register::anonymous,
            .too_late = entry.last_day && entry.on > *entry.last_day,
            .asks_completed = !catalogue::requires_completed_of(type, group.variant).empty(),
            .steps = type.steps};
}

} // namespace peergroup::admission
