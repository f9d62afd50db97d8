#pragma once

#include "admission/offers.hpp"
#include "documents/document.hpp"
#include "language/language.hpp"
#include "store/database.hpp"

namespace peergroup::cli {

/// What a change gave to those who wait: who was offered a seat and until when, who became a member, whose offer ended.
documents::Table settled_table(Language language, store::Database& database, const admission::Settled& settled);

} // namespace peergroup::cli
