#include "admission/eligibility.hpp"

namespace peergroup::admission {

std::vector<std::string> reasons_against(const Terms& terms, const Facts& facts) {
    std::vector<std::string> reasons;
    if (!terms.running)
        reasons.emplace_back("group-ended");
    else if (!terms.intake_open)
        reasons.emplace_back("intake-closed");
    if (facts.restricted) reasons.emplace_back("person-restricted");
    if (!terms.age_min && !terms.age_max) return reasons;
    if (!facts.born_on) {
        reasons.emplace_back("birth-date-unknown");
        return reasons;
    }
    const int age = calendar::full_years(*facts.born_on, terms.age_day);
    if ((terms.age_min && age < *terms.age_min) || (terms.age_max && age > *terms.age_max))
        reasons.emplace_back("not-eligible.age");
    return reasons;
}

} // namespace peergroup::admission
