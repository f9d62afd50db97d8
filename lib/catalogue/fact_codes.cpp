#include "catalogue/fact_codes.hpp"

#include <algorithm>
#include <set>

namespace peergroup::catalogue {

std::vector<std::string> fact_codes(const Catalogue& catalogue) {
    std::set<std::string> codes;
    for (const std::string& id : catalogue.type_ids()) {
        const GroupType& type = catalogue.type(id);
        codes.insert(type.eligibility.begin(), type.eligibility.end());
        for (const Variant& variant : type.variants)
            codes.insert(variant.eligibility.begin(), variant.eligibility.end());
    }
    return {codes.begin(), codes.end()};
}

const std::vector<std::string>& eligibility_of(const GroupType& type, std::string_view variant) {
    const auto found = std::ranges::find(type.variants, variant, &Variant::id);
    return found != type.variants.end() && !found->eligibility.empty() ? found->eligibility : type.eligibility;
}

const std::string& requires_completed_of(const GroupType& type, std::string_view variant) {
    const Variant* const found = type.variant(variant);
    return found != nullptr && !found->requires_completed.empty() ? found->requires_completed : type.requires_completed;
}

} // namespace peergroup::catalogue
