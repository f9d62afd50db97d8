#pragma once

#include "cli/call.hpp"
#include "documents/document.hpp"
#include "people/identity.hpp"
#include "people/people.hpp"

namespace peergroup::cli {

/// Shows a person without a name; with --identify with one, through the one door.
void show_person(const Call& call, store::Database& database, people::PersonCode code);

} // namespace peergroup::cli
