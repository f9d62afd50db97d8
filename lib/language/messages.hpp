#pragma once

#include "language/language.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace peergroup::language {

/// A named value of a message: `{count, plural, …}` takes a whole number, `{group}` takes text.
struct Argument {
    std::string_view name;
    std::variant<std::int64_t, std::string> value;
};

/// The message `key` in `language`, in ICU message format with its arguments filled in. Throws std::logic_error for a key that no
/// catalogue has: a key is part of the program, not of its input.
std::string say(Language language, std::string_view key, const std::vector<Argument>& arguments = {});

/// Whether the catalogue of `language` has `key`.
bool has_message(Language language, std::string_view key);

/// Every key of the catalogue of `language`, sorted.
std::vector<std::string_view> message_keys(Language language);

/// The text of a message as it stands in the catalogue, before its arguments are filled in.
std::string_view message_pattern(Language language, std::string_view key);

} // namespace peergroup::language
