#include "catalogue/group_type.hpp"

#include <algorithm>

namespace peergroup::catalogue {

std::string_view code_of(Register register_kind) {
    if (register_kind == Register::client) return "client";
    return register_kind == Register::ngo ? "ngo" : "anonymous";
}

const Variant* GroupType::variant(std::string_view wanted) const {
    const auto found = std::ranges::find(variants, wanted, &Variant::id);
    return found != variants.end() ? &*found : nullptr;
}

} // namespace peergroup::catalogue
