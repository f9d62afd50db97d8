#pragma once

#include "catalogue/catalogue.hpp"
#include "documents/toml_reader.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// In which roles somebody guides a group (S3: professional, peer, social worker, expert by experience; S4: volunteer): what
/// `[[facilitator]]` of a type may name, and what facilitators may have.
inline constexpr std::array<documents::Word<std::string_view>, 6> facilitator_role_words{
    {{"professional", "professional"},
     {"peer", "peer"},
     {"volunteer", "volunteer"},
     {"social_worker", "social_worker"},
     {"expert_by_experience", "expert_by_experience"},
     {"substitute", "substitute"}}};

/// The same as texts, in their order.
const std::vector<std::string>& facilitator_roles();

/// Every qualification that a type asks of those who guide it or that completing one earns, sorted.
std::vector<std::string> qualification_codes(const Catalogue& catalogue);

/// The qualifications of which somebody in the role has to hold one: those that the type asks of the role, and of a substitute
/// those of any role; none where nothing is asked.
std::vector<std::string> qualifications_for(const GroupType& type, std::string_view role);

} // namespace peergroup::catalogue
