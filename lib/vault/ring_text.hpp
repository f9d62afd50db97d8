#pragma once

#include "vault/secret.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::vault {

/// The file of a key ring: a heading, how it is kept, and the lines of its keys, in the clear with a check or sealed.
class RingText {
public:
    /// Throws Problem(integrity, `key-ring-damaged`) for a text that is no ring of this version.
    static RingText read(std::string_view text);
    static std::string clear(std::string_view body);
    static std::string sealed(std::string_view body, const SecretBytes& passphrase);

    bool is_sealed() const { return !salt_.empty(); }
    /// The lines of the keys. Throws Problem(integrity): `key-ring-damaged`, `passphrase-missing`, `passphrase-wrong`.
    SecretBytes open(const std::optional<SecretBytes>& passphrase) const;

private:
    std::string_view check_;
    std::string_view salt_;
    std::string_view body_; ///< the lines, or what is sealed
    unsigned long long passes_ = 0;
    std::size_t memory_ = 0;
};

std::string to_base64(std::string_view bytes);
std::optional<SecretBytes> from_base64(std::string_view text);
/// Reads exactly as many bytes as there is room for; false otherwise.
bool read_base64(std::string_view text, std::span<std::byte> room);
/// The first line of a text that begins with `words`, without them; nothing of any other text.
std::string_view behind(std::string_view words, std::string_view text);
/// What others need to seal a key to the ring whose open key it is, and back. Throws Problem(usage, `no-ring`) for another text.
std::string public_text_of(std::string_view public_key);
SecretBytes public_key_of(std::string_view public_text);

std::vector<std::string_view> words_of(std::string_view line);
std::optional<int> whole_number(std::string_view text);

} // namespace peergroup::vault
