#pragma once

#include "admission/membership.hpp"
#include "documents/document.hpp"
#include "language/language.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace peergroup::cli {

/// Memberships that ended: who, of which group, on which last day and why.
documents::Table ended_table(Language language, const std::string& group, const std::vector<admission::Membership>& memberships);

/// Children who were left without an adult: who, in which group.
documents::Table alone_table(Language language, store::Database& database, const std::vector<admission::Membership>& memberships);

} // namespace peergroup::cli
