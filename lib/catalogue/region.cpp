#include "catalogue/region.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

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

const Venue& Region::require_venue(std::string_view wanted) const {
    if (const Venue* const known = venue(wanted)) return *known;
    std::vector<std::string> ids;
    for (const Venue& one : venues)
        ids.push_back(one.id);
    throw Problem(ProblemKind::not_found, "venue-not-found", fmt::format("{} has no venue {}", id, wanted), "--venue",
                  language::did_you_mean(std::string(wanted), ids));
}

} // namespace peergroup::catalogue
