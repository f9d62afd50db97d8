#pragma once

#include "language/language.hpp"
#include "language/messages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::language {

/// A pattern of ICU message format with its arguments filled in, whole numbers with the language's thousands separators (so years
/// and codes are passed as text). Throws std::logic_error for a malformed pattern or an argument that is not given.
std::string fill_in(Language language, std::string_view pattern, const std::vector<Argument>& arguments);

} // namespace peergroup::language
