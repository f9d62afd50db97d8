#pragma once

#include "catalogue/group_type.hpp"
#include "documents/toml_reader.hpp"

namespace peergroup::catalogue {

/// Reports what a group type says in one place and takes back in another: one side without the other, visitors counted in a pair
/// (S2: its members are known), a variant that differs from its type, a capacity below the usual size, an interview or a decision
/// that no step asks for.
void report_contradictions(const documents::TomlTable& root, const GroupType& type);

} // namespace peergroup::catalogue
