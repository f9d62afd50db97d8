#include "documents/cell.hpp"

namespace peergroup::documents {

bool Cell::is_empty() const {
    if (const auto* share = std::get_if<Ratio>(&value_)) return share->whole == 0;
    if (const auto* items = std::get_if<List>(&value_)) return items->empty();
    return std::holds_alternative<std::monostate>(value_);
}

} // namespace peergroup::documents
