#include "language/messages.hpp"

#include "language/message_catalogue.hpp"
#include "language/message_format.hpp"

#include <algorithm>
#include <stdexcept>

namespace peergroup::language {
namespace {

const MessageEntry* find(Language language, std::string_view key) {
    const auto entries = message_catalogue(language);
    const auto found = std::ranges::lower_bound(entries, key, {}, &MessageEntry::key);
    return found != entries.end() && found->key == key ? &*found : nullptr;
}

} // namespace

std::string say(Language language, std::string_view key, const std::vector<Argument>& arguments) {
    return fill_in(language, message_pattern(language, key), arguments);
}

bool has_message(Language language, std::string_view key) {
    return find(language, key) != nullptr;
}

std::vector<std::string_view> message_keys(Language language) {
    std::vector<std::string_view> keys;
    for (const MessageEntry& entry : message_catalogue(language))
        keys.push_back(entry.key);
    return keys;
}

std::string_view message_pattern(Language language, std::string_view key) {
    const MessageEntry* entry = find(language, key);
    if (entry == nullptr) throw std::logic_error("no message " + std::string(key) + " in " + std::string(code_of(language)));
    return entry->pattern;
}

} // namespace peergroup::language
