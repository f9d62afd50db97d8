#include "admission/eligibility.hpp"

#include "language/problem.hpp"

#include <algorithm>
#include <array>

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

constexpr std::array<std::string_view, 4> betraying{"facilitator-of-group", "facilitator-related", "keep-apart",
                                                    "family-in-group"};

void add_ties(const Ties& ties, std::vector<std::string>& reasons) {
    const std::array stands{ties.guides, ties.related_to_guide, ties.apart, ties.family_there};
    for (std::size_t index = 0; index < betraying.size(); ++index)
        if (stands.at(index)) reasons.emplace_back(betraying.at(index));
}

} // namespace

std::vector<std::string> reasons_against(const Terms& terms, const Facts& facts) {
    std::vector<std::string> reasons;
    if (!terms.running)
        reasons.emplace_back("group-ended");
    else if (!terms.intake_open)
        reasons.emplace_back("intake-closed");
    if (terms.too_late) reasons.emplace_back("late-entry");
    if (terms.anonymous) reasons.emplace_back("group-anonymous");
    if (facts.restricted) reasons.emplace_back("person-restricted");
    if (!suffices(terms.eligibility, facts.attested)) reasons.emplace_back("fact-unknown");
    if (terms.asks_completed && !facts.completed) reasons.emplace_back("not-completed");
    if (std::string reason = reason_of_age(terms, facts.born_on); !reason.empty()) reasons.push_back(std::move(reason));
    for (std::string& missing : referrals::missing_steps(terms.steps, facts.reached))
        reasons.push_back(std::move(missing));
    add_ties(facts.ties, reasons);
    return reasons;
}

bool betrays_another(std::string_view reason) {
    return std::ranges::find(betraying, reason) != betraying.end();
}

std::vector<std::string> told(std::vector<std::string> reasons, bool cleared) {
    if (cleared) return reasons;
    if (std::erase_if(reasons, betrays_another) > 0) reasons.emplace_back(restricted_reason);
    return reasons;
}

std::int64_t set_aside(std::vector<std::string>& reasons, std::string_view override_code) {
    return static_cast<std::int64_t>(std::erase_if(reasons, [&](const std::string& reason) {
        return reason == override_code || (override_code == restricted_reason && betrays_another(reason));
    }));
}

const std::vector<std::string>& overridable_reasons() {
    static const std::vector<std::string> codes = [] {
        std::vector<std::string> all = {"fact-unknown",  "late-entry",       "no-linked-adult",
                                        "not-completed", "not-eligible.age", std::string(restricted_reason)};
        all.insert(all.end(), betraying.begin(), betraying.end());
        const std::vector<std::string>& steps = referrals::codes_of_missing_steps();
        all.insert(all.end(), steps.begin(), steps.end());
        return all;
    }();
    return codes;
}

void require_override(const vault::Actor& actor, std::string_view override_code) {
    if (actor.cleared || !betrays_another(override_code)) return;
    throw Problem(ProblemKind::not_permitted, "clearance-missing", "only somebody with clearance can answer for that reason",
                  "--override", "without clearance the reason is not-placeable.restricted");
}

} // namespace peergroup::admission
