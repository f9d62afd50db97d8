#pragma once

#include "store/database.hpp"
#include "vault/key_ring.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::vault {

/// The chain of what was read, exported or refused, and the one of what belongs to no region. All others are regions.
inline constexpr std::string_view reads_chain = "reads";
inline constexpr std::string_view workspace_chain = "workspace";

/// One entry as it is stored.
struct JournalEntry {
    std::int64_t id = 0;     ///< over all chains
    std::string chain;       ///< a region, `reads` or `workspace`
    std::int64_t number = 0; ///< within its chain, from 1
    std::string recorded_at;
    std::string actor;
    std::string role;
    std::string verb;
    std::string objects;
    std::string ground;
    std::string counts;
    std::int64_t batch = 0;
    std::string stated_now;
    std::string stated_on;
    std::string recipient;
    int key_version = 1; ///< of the key that made `link`
    std::string link;    ///< thirty-two bytes over the entry and the link before it

    /// Reads a row that has all of these in this order.
    static JournalEntry of(const store::Row& row);
    /// The link that the entry has to carry behind one that carries `previous`.
    std::string link_after(std::string_view previous, const SecretKey& key) const;
};

/// The key of a chain in one of its versions. Throws Problem(integrity, `no-region-key`).
class ChainKey {
public:
    ChainKey(const KeyRing& ring, std::string_view chain, int version);
    const SecretKey& key() const { return *key_; }

    /// The version with which new entries are linked.
    static int newest_version(const KeyRing& ring, std::string_view chain);
    static bool holds(const KeyRing& ring, std::string_view chain);
    static bool holds(const KeyRing& ring, std::string_view chain, int version);

private:
    std::optional<SecretKey> own_;
    const SecretKey* key_;
};

} // namespace peergroup::vault
