#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::language {

/// What a message asks of its caller and offers to its language.
struct MessageShape {
    std::vector<std::string> arguments; ///< names, sorted, each once, those inside plural and select branches too
    bool plurals_complete = true;       ///< every plural has the branches `one` and `other`

    bool operator==(const MessageShape&) const = default;
};

/// Reads a pattern of ICU message format. Throws std::invalid_argument for one that is malformed.
MessageShape shape_of(std::string_view pattern);

} // namespace peergroup::language
