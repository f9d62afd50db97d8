#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace peergroup::language {

/// The candidate that was most likely meant: fewest letters added, left out, changed or swapped with their neighbour, at most one
/// for every three letters of `word` (and always one). Case of ASCII letters is ignored; of equals the first.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// ``did you mean `x`?`` for the nearest candidate, empty where none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

} // namespace peergroup::language
