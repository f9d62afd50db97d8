#pragma once

#include "language/language.hpp"

#include <cstdint>
#include <string>

// Numbers for people to read. Finnish and Swedish put U+00A0 between thousands and before the percent sign, so these texts are
// never for CSV or JSON.
namespace peergroup::language {

/// `12 345` in Finnish and Swedish, `12,345` in English; a plain hyphen for minus.
std::string whole_number(Language language, std::int64_t number);

/// With exactly so many decimals (0 to 9): `1 234,5` in Finnish and Swedish, `1,234.5` in English.
std::string decimal(Language language, double number, int decimals);

/// `part` of `whole` in whole percent, halves rounded up: `83 %`, in English `83%`. Empty where `whole` is not above zero, for a
/// rate of nothing is no rate. `part` is not negative.
std::string percent(Language language, std::int64_t part, std::int64_t whole);

} // namespace peergroup::language
