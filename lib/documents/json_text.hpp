#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// `text` as a JSON string with its quotes; invalid UTF-8 becomes U+FFFD.
std::string json_string(std::string_view text);

/// Takes a member of an object: its key, its value as text (empty for null) and the byte of the text where the value starts.
/// False ends the reading.
using TakeMember = std::function<bool(std::string_view key, std::string_view value, std::size_t starts)>;

/// Why a text is no flat JSON object: `invalid-json` or `nested-json`.
struct JsonFault {
    std::string_view code;
    std::string_view sentence;
    std::size_t at = 0; ///< byte of the text
};

/// Reads one flat JSON object and gives its members to `take` in order, repeated ones too. Numbers keep their spelling. Reading
/// ends at the first value that nests, so depth costs nothing.
std::optional<JsonFault> read_json_object(std::string_view text, const TakeMember& take);

} // namespace peergroup::documents
