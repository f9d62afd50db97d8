#include "vault/ring_text.hpp"

#include "language/problem.hpp"
#include "vault/digest.hpp"
#include "vault/seal.hpp"

#include <sodium.h>

#include <charconv>

namespace peergroup::vault {

namespace {

constexpr std::string_view heading = "peergroup key ring 1\n";
constexpr std::string_view public_heading = "peergroup ring ";
constexpr std::string_view clear_word = "clear ";
constexpr std::string_view sealed_word = "argon2id ";
constexpr SealedPlace ring_place{"key-ring", 1};

// RFC 9106 asks for a memory-hard function; 64 MiB and 3 passes take about a tenth of a second.
constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = std::size_t{64} << 20U;
constexpr std::size_t most_memory_bytes = std::size_t{1} << 30U;

Problem damaged() {
    return {ProblemKind::integrity, "key-ring-damaged", "the key ring cannot be read", "", "restore its backup"};
}

struct Hardness {
    unsigned long long passes;
    std::size_t memory;
};

SecretKey stretched(const SecretBytes& passphrase, std::string_view salt, const Hardness& hardness) {
    SecretBytes key(SecretKey::bytes);
    if (crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(passphrase.data()), passphrase.size(),
                      reinterpret_cast<const unsigned char*>(salt.data()), hardness.passes, hardness.memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw Problem(ProblemKind::failed, "out-of-memory", "there is no memory for the passphrase");
    return SecretKey::of(key.view());
}

} // namespace

std::string to_base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

std::optional<SecretBytes> from_base64(std::string_view text) {
    SecretBytes room(text.size());
    std::size_t size = 0;
    if (sodium_base642bin(room.data(), room.size(), text.data(), text.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    return SecretBytes::of(room.view().substr(0, size));
}

bool read_base64(std::string_view text, std::span<std::byte> room) {
    std::size_t size = 0;
    return sodium_base642bin(reinterpret_cast<unsigned char*>(room.data()), room.size(), text.data(), text.size(), nullptr, &size,
                             nullptr, sodium_base64_VARIANT_ORIGINAL) == 0 &&
           size == room.size();
}

std::string_view behind(std::string_view words, std::string_view text) {
    if (!text.starts_with(words)) return {};
    text.remove_prefix(words.size());
    return text.substr(0, text.find('\n'));
}

std::string public_text_of(std::string_view public_key) {
    return std::string(public_heading) + to_base64(public_key) + '\n';
}

SecretBytes public_key_of(std::string_view public_text) {
    std::optional<SecretBytes> key = from_base64(behind(public_heading, public_text));
    if (!key || key->size() != crypto_box_PUBLICKEYBYTES)
        throw Problem(ProblemKind::usage, "no-ring", "the file names no ring", "--to",
                      "have it written there by `peergroup vault status --public FILE`");
    return std::move(*key);
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && stopped == text.data() + text.size() && number >= 0 ? std::optional(number) : std::nullopt;
}

RingText RingText::read(std::string_view text) {
    if (!text.starts_with(heading)) throw damaged();
    text.remove_prefix(heading.size());
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) throw damaged();
    const std::string_view how = text.substr(0, end);
    RingText ring;
    ring.body_ = text.substr(end + 1);
    if (how.starts_with(clear_word)) {
        ring.check_ = how.substr(clear_word.size());
        return ring;
    }
    const std::vector<std::string_view> words = words_of(how);
    if (words.size() != 4 || !how.starts_with(sealed_word) || ring.body_.empty()) throw damaged();
    const auto stated_passes = whole_number(words[1]);
    const auto stated_memory = whole_number(words[2]);
    if (!stated_passes || !stated_memory || *stated_passes < 1 || static_cast<std::size_t>(*stated_memory) > most_memory_bytes)
        throw damaged();
    ring.passes_ = static_cast<unsigned long long>(*stated_passes);
    ring.memory_ = static_cast<std::size_t>(*stated_memory);
    ring.salt_ = words[3];
    ring.body_.remove_suffix(ring.body_.ends_with('\n') ? 1 : 0);
    return ring;
}

std::string RingText::clear(std::string_view body) {
    return std::string(heading) + std::string(clear_word) + digest_hex(body) + '\n' + std::string(body);
}

std::string RingText::sealed(std::string_view body, const SecretBytes& passphrase) {
    std::string salt(crypto_pwhash_SALTBYTES, '\0');
    randombytes_buf(salt.data(), salt.size());
    const std::string bytes = seal(stretched(passphrase, salt, {passes, memory_bytes}), ring_place, body);
    return std::string(heading) + std::string(sealed_word) + std::to_string(passes) + ' ' + std::to_string(memory_bytes) + ' ' +
           to_base64(salt) + '\n' + to_base64(bytes) + '\n';
}

SecretBytes RingText::open(const std::optional<SecretBytes>& passphrase) const {
    if (!is_sealed()) {
        if (digest_hex(body_) != check_) throw damaged();
        return SecretBytes::of(body_);
    }
    if (!passphrase)
        throw Problem(ProblemKind::integrity, "passphrase-missing", "the key ring is under a passphrase", "",
                      "give it at the terminal, or with --passphrase-file FILE");
    const std::optional<SecretBytes> salt = from_base64(salt_);
    const std::optional<SecretBytes> bytes = from_base64(body_);
    if (!salt || salt->size() != crypto_pwhash_SALTBYTES || !bytes) throw damaged();
    SecretBytes body(unsealed_size(bytes->view()));
    if (!unseal_into(stretched(*passphrase, salt->view(), {passes_, memory_}), ring_place, bytes->view(), body.data()))
        throw Problem(ProblemKind::integrity, "passphrase-wrong", "the passphrase does not open the key ring");
    return body;
}

} // namespace peergroup::vault
