#include "facilitators/qualification.hpp"

#include <set>

namespace peergroup::facilitators {

bool Qualification::is_held_on(calendar::Date day) const {
    return earned_on <= day && (!expires_on || day <= *expires_on) && (!revoked_on || day < *revoked_on);
}

std::vector<std::string> held_on(const std::vector<Qualification>& qualifications, calendar::Date day) {
    std::set<std::string> codes;
    for (const Qualification& qualification : qualifications)
        if (qualification.is_held_on(day)) codes.insert(qualification.code);
    return {codes.begin(), codes.end()};
}

} // namespace peergroup::facilitators
