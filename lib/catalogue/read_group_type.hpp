#pragma once

#include "catalogue/findings.hpp"
#include "catalogue/group_type.hpp"
#include "documents/toml_reader.hpp"

#include <optional>
#include <string_view>

namespace peergroup::catalogue {

/// Reads one group type, the whole file whatever is wrong with it: every fault goes to `findings`, and only where there is none
/// is the value sound. Never throws a Problem.
GroupType read_group_type(const SourceFile& file, Findings& findings);

/// The register that `key` names; another word is reported.
std::optional<Register> read_register(const documents::TomlTable& table, std::string_view key);

} // namespace peergroup::catalogue
