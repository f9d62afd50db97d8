#pragma once

#include <optional>
#include <string_view>

namespace peergroup {

/// The languages that everything for coordinators, facilitators and participants is written in.
enum class Language { fi, sv, en };

/// Reads `fi`, `sv` or `en`, also as the start of a locale name such as `sv_FI.UTF-8`; nothing for any other text.
std::optional<Language> parse_language(std::string_view text);

/// The two-letter code.
std::string_view code_of(Language language);

} // namespace peergroup
