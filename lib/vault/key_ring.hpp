#pragma once

#include "vault/secret.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peergroup::vault {

/// The keys derived from one version of a region's key, each for a purpose of its own.
struct RegionKeys {
    std::string region;
    int version;
    SecretKey person_keys; ///< wraps the keys of people
    SecretKey lookups;     ///< makes blind keys
    SecretKey notes;       ///< seals free text that belongs to no one person
    SecretKey journal;     ///< chains the region's entries
};

/// A version of a region's key that a ring holds.
struct HeldKey {
    std::string region;
    int version;

    auto operator<=>(const HeldKey&) const = default;
};

/// The keys of a workspace: of its regions, of the chain of reads, and a pair of its own to which others can seal a key. It is a
/// file beside the store, never in it; whoever has both can read everything, whoever has lost it can read nothing.
class KeyRing {
public:
    /// A ring with a first key for each region.
    static KeyRing make(std::span<const std::string> regions, const Entropy& entropy);

    /// Whether the text of a ring is sealed under a passphrase.
    static bool asks_passphrase(std::string_view text);
    /// Reads the text of a ring. `passphrase` is used when it is sealed under one. Throws Problem(integrity): `key-ring-damaged`,
    /// `passphrase-missing`, `passphrase-wrong`.
    static KeyRing read(std::string_view text, const std::optional<SecretBytes>& passphrase = {});

    /// The text of the ring; sealed under `passphrase` (Argon2id, 64 MiB, 3 passes) when one is given. To be wiped when written.
    std::string text(const std::optional<SecretBytes>& passphrase = {}) const;

    bool holds(std::string_view region) const;
    /// Every key of a region, by region and version.
    std::vector<HeldKey> held() const;
    /// The keys of the region's newest version. Throws Problem(integrity, `no-region-key`).
    const RegionKeys& newest(std::string_view region) const;
    /// Throws Problem(integrity, `no-region-key`).
    const RegionKeys& version(std::string_view region, int version) const;
    /// Chains the reads, and what belongs to no region.
    SecretKey reads_key() const;
    /// Makes the secret names of the region's calendars. Throws Problem(integrity, `no-region-key`).
    SecretKey calendars_key(const HeldKey& held) const;

    /// Adds a new version of the region's key, its first one when it has none.
    void renew(const std::string& region, const Entropy& entropy);
    /// Drops every version of the region's key.
    void forget(std::string_view region);

    /// What others need to seal a key to this ring.
    std::string public_text() const;
    /// The region's keys, sealed to the ring that gave `public_text`. Throws Problem(usage,
    /// `no-ring`) for another text, and integrity `no-region-key`.
    std::string grant(std::string_view region, std::string_view public_text) const;
    /// Takes a grant in: the regions whose keys came with it, in place of keys of the same region that nothing is sealed with
    /// yet. Throws Problem: integrity `grant-unreadable`, refused `region-in-use` when one of `used` has other keys here.
    std::vector<std::string> accept(std::string_view grant, const std::vector<std::string>& used);

private:
    struct Line {
        std::string kind; ///< pair-public, pair-secret, reads, region
        std::string region;
        int version = 0;
        std::size_t slot = 0; ///< of its thirty-two bytes
    };

    KeyRing();
    static KeyRing of_body(std::string_view body);
    std::string body(std::string_view only_region = {}) const;
    /// Adds a line; its key is to be written to the bytes given back.
    std::span<std::byte> add(std::string_view kind, std::string_view region, int version);
    std::string_view key_of(const Line& line) const;
    std::string_view key_of(std::string_view kind) const;
    int newest_version(std::string_view region) const;
    bool differs_from(const KeyRing& granted, std::string_view region) const;

    std::vector<Line> lines_;
    SecretBytes slots_; ///< all keys in one piece: locked memory is costly to come by
    mutable std::map<HeldKey, RegionKeys> derived_;
};

} // namespace peergroup::vault
