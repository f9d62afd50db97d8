#include "catalogue/group_type.hpp"

#include <algorithm>

namespace peergroup::catalogue {

const Variant* GroupType::variant(std::string_view wanted) const {
    const auto found = std::ranges::find(variants, wanted, &Variant::id);
    return found != variants.end() ? &*found : nullptr;
}

} // namespace peergroup::catalogue
