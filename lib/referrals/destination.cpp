#include "referrals/destination.hpp"

#include <algorithm>

namespace peergroup::referrals {

Destinations::Destinations(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Actor& actor)
    : catalogue_(catalogue), actor_(actor), terms_(transaction) {}

const FoundDestination& Destinations::of_group(const groups::GroupCode& code) {
    const auto [known, added] = found_.try_emplace(code.text());
    FoundDestination& found = known->second;
    if (!added) return found;
    found.detail = code.text();
    std::optional<groups::GroupTerms> terms = terms_.of(code);
    if (!terms) terms = terms_.of_pair(code);
    if (!terms) return found.refusal = "group-not-found", found;
    found.refusal = actor_.refusal_of({terms->region, code.text()});
    if (found.refusal.empty() && !terms->running) found.refusal = "group-ended";
    const bool children = terms->children_side;
    found.destination = {.group = children ? terms->other_side : terms->id,
                         .other_side = children ? terms->id : terms->other_side,
                         .type = terms->type,
                         .region = terms->region};
    return found;
}

const FoundDestination& Destinations::of_type(std::string_view type, std::string_view region) {
    const auto [known, added] = found_.try_emplace(std::string(type) + ' ' + std::string(region));
    FoundDestination& found = known->second;
    if (!added) return found;
    found.detail = known->first;
    found.destination = {.type = std::string(type), .region = std::string(region)};
    found.refusal = refusal_of_type(catalogue_, actor_, found.destination);
    return found;
}

std::string refusal_of_type(const catalogue::Catalogue& catalogue, const vault::Actor& actor, const Destination& destination) {
    const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
        return std::ranges::find(ids, id) != ids.end();
    };
    if (!has(catalogue.type_ids(), destination.type)) return "unknown-type";
    if (!has(catalogue.region_ids(), destination.region)) return "unknown-region";
    if (!actor.may_see_region(destination.region)) return "not-permitted.region";
    const std::vector<std::string>& regions = catalogue.type(destination.type).regions;
    return regions.empty() || has(regions, destination.region) ? "" : "type-not-in-region";
}

} // namespace peergroup::referrals
