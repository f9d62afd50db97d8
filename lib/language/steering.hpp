#pragma once

namespace peergroup::language {

/// Whether whoever shows the character would obey it: control characters (line breaks and tabs too), line separators,
/// bidirectional marks and overrides.
bool steers(char32_t code_point);

} // namespace peergroup::language
