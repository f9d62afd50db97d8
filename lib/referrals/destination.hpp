#pragma once

#include "catalogue/catalogue.hpp"
#include "groups/group_code.hpp"
#include "groups/group_terms.hpp"
#include "referrals/referral.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace peergroup::referrals {

/// What the words of a row mean, or why they mean nothing.
struct FoundDestination {
    Destination destination = {};
    std::string refusal = {}; ///< `group-not-found`, `group-ended`, `unknown-type`, `unknown-region`, `not-permitted.region`, …
    std::string detail = {};  ///< the words
};

/// Finds groups, and types with regions, in one transaction, as far as the actor may meet them.
class Destinations {
public:
    Destinations(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Actor& actor);

    /// The group, or the pair of which it is a side or the code.
    const FoundDestination& of_group(const groups::GroupCode& code);
    const FoundDestination& of_type(std::string_view type, std::string_view region);

private:
    const catalogue::Catalogue& catalogue_;
    const vault::Actor& actor_;
    groups::TermsReader terms_;
    std::unordered_map<std::string, FoundDestination> found_; ///< by the words: a file names few
};

/// The refusal of a type and a region by their words; empty where the catalogue has both and the actor may work there.
std::string refusal_of_type(const catalogue::Catalogue& catalogue, const vault::Actor& actor, const Destination& destination);

} // namespace peergroup::referrals
