#include "catalogue/region.hpp"

#include <algorithm>

namespace peergroup::catalogue {

const Municipality* Region::municipality(std::string_view wanted) const {
    const auto found = std::ranges::find(municipalities, wanted, &Municipality::id);
    return found != municipalities.end() ? &*found : nullptr;
}

const Venue* Region::venue(std::string_view wanted) const {
    const auto found = std::ranges::find(venues, wanted, &Venue::id);
    return found != venues.end() ? &*found : nullptr;
}

} // namespace peergroup::catalogue
