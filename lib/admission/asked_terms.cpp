#include "admission/asked_terms.hpp"

#include "catalogue/fact_codes.hpp"

namespace peergroup::admission {

Terms terms_of(const groups::GroupTerms& group, const catalogue::GroupType& type, calendar::Date on) {
    return {.running = group.running,
            .intake_open = group.intake_open,
            .age_min = group.age_min,
            .age_max = group.age_max,
            .age_day = group.first_on.value_or(on),
            .eligibility = catalogue::eligibility_of(type, group.variant),
            .anonymous = type.register_kind == catalogue::Register::anonymous,
            .asks_completed = !catalogue::requires_completed_of(type, group.variant).empty(),
            .steps = type.steps};
}

} // namespace peergroup::admission
