#include "catalogue/facilitator_words.hpp"

#include <set>

namespace peergroup::catalogue {

const std::vector<std::string>& facilitator_roles() {
    static const std::vector<std::string> roles = [] {
        std::vector<std::string> texts;
        for (const auto& word : facilitator_role_words)
            texts.emplace_back(word.value);
        return texts;
    }();
    return roles;
}

std::vector<std::string> qualification_codes(const Catalogue& catalogue) {
    std::set<std::string> codes;
    const auto add = [&](const std::string& code) {
        if (!code.empty()) codes.insert(code);
    };
    for (const std::string& id : catalogue.type_ids()) {
        const GroupType& type = catalogue.type(id);
        add(type.completes);
        for (const FacilitatorRole& role : type.facilitators)
            add(role.qualification);
        for (const Variant& variant : type.variants)
            add(variant.completes);
    }
    return {codes.begin(), codes.end()};
}

std::vector<std::string> qualifications_for(const GroupType& type, std::string_view role) {
    std::set<std::string> codes;
    for (const FacilitatorRole& asked : type.facilitators)
        if ((asked.role == role || role == "substitute") && !asked.qualification.empty()) codes.insert(asked.qualification);
    return {codes.begin(), codes.end()};
}

} // namespace peergroup::catalogue
