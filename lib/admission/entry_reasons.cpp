#include "admission/entry_reasons.hpp"

#include "people/person_facts.hpp"

namespace peergroup::admission {

std::vector<std::string> entry_reasons(people::PersonRegister& people, MembershipRegister& memberships, const Terms& terms,
                                       const Candidate& candidate, bool cleared) {
    std::vector<std::string> attested;
    if (!terms.eligibility.empty())
        for (const auto& [code, attestation] : people::FactRegister(people.keys()).of(candidate.person))
            attested.push_back(code);
    const bool completed = !candidate.required.empty() && memberships.has_completed(candidate.person, candidate.required);
    return reasons_against(terms, {.born_on = people.born_on(candidate.person),
                                   .restricted = people.find(candidate.person)->restricted && !cleared,
                                   .attested = attested,
                                   .completed = completed,
                                   .ties = candidate.ties,
                                   .reached = candidate.reached});
}

} // namespace peergroup::admission
