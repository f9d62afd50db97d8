#pragma once

#include "language/language.hpp"

#include <span>
#include <string_view>

namespace peergroup::language {

/// One line of a message file.
struct MessageEntry {
    std::string_view key;
    std::string_view pattern;
};

/// The messages of a language in the order of their keys; written by cmake/EmbedMessages.cmake from config/messages/.
std::span<const MessageEntry> message_catalogue(Language language);

} // namespace peergroup::language
