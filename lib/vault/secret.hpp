#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace peergroup::vault {

/// Fills the bytes with randomness that nobody can guess; tests give one of their own.
using Entropy = std::function<void(std::span<std::byte> bytes)>;

/// The system's own source.
Entropy system_entropy();

/// Secret bytes: in memory that is never swapped out, between pages that nothing may touch, wiped when they go.
class SecretBytes {
public:
    explicit SecretBytes(std::size_t size);
    static SecretBytes of(std::string_view bytes);

    std::span<std::byte> span() { return {bytes_.get(), size_}; }
    unsigned char* data() { return reinterpret_cast<unsigned char*>(bytes_.get()); }
    const unsigned char* data() const { return reinterpret_cast<const unsigned char*>(bytes_.get()); }
    std::size_t size() const { return size_; }
    std::string_view view() const { return {reinterpret_cast<const char*>(bytes_.get()), size_}; }

private:
    struct Wipe {
        void operator()(std::byte* bytes) const;
    };
    std::unique_ptr<std::byte, Wipe> bytes_;
    std::size_t size_;
};

/// What a key derived from a region's key is for; keys of different purposes never meet.
enum class Purpose { person_keys = 1, lookups = 2, notes = 3, journal = 4, calendars = 5 };

/// A key of thirty-two bytes.
class SecretKey {
public:
    static constexpr std::size_t bytes = 32;

    /// `view` holds thirty-two bytes; anything else is a std::logic_error.
    static SecretKey of(std::string_view view);
    void assign(std::string_view view);
    SecretKey derived(Purpose purpose) const;

    const unsigned char* data() const { return secret_.data(); }
    std::string_view view() const { return secret_.view(); }

    SecretKey() : secret_(bytes) {}

private:
    SecretBytes secret_;
};

/// Wipes a text that held a secret.
void wipe(std::string& text);

} // namespace peergroup::vault
