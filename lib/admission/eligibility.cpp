#include "admission/eligibility.hpp"

#include <algorithm>

namespace peergroup::admission {

namespace {

bool suffices(std::span<const std::string> asked, std::span<const std::string> attested) {
    return asked.empty() || std::ranges::find_first_of(asked, attested) != asked.end();
}

std::string reason_of_age(const Terms& terms, const std::optional<calendar::Date>& born_on) {
    if (!terms.age_min && !terms.age_max) return "";
    if (!born_on) return "birth-date-unknown";
    const int age = calendar::full_years(*born_on, terms.age_day);
    const bool outside = (terms.age_min && age < *terms.age_min) || (terms.age_max && age > *terms.age_max);
    return outside ? "not-eligible.age" : "";
}

} // namespace

std::vector<std::string> reasons_against(const Terms& terms, const Facts& facts) {
    std::vector<std::string> reasons;
    if (!terms.running)
        reasons.emplace_back("group-ended");
    else if (!terms.intake_open)
        reasons.emplace_back("intake-closed");
    if (terms.anonymous) reasons.emplace_back("group-anonymous");
    if (facts.restricted) reasons.emplace_back("person-restricted");
    if (!suffices(terms.eligibility, facts.attested)) reasons.emplace_back("fact-unknown");
    if (std::string reason = reason_of_age(terms, facts.born_on); !reason.empty()) reasons.push_back(std::move(reason));
    return reasons;
}

} // namespace peergroup::admission
