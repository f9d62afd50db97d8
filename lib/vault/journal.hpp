#pragma once

#include "store/database.hpp"
#include "vault/actor.hpp"
#include "vault/key_ring.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::vault {

/// The circumstances of one command: everything but the actor that its record needs.
struct Occasion {
    std::string recorded_at;    ///< the real UTC instant, RFC 3339
    std::string verb;           ///< `group create`
    std::string stated_now;     ///< `--now`, or empty
    std::string stated_on;      ///< `--on`, or empty
    std::string ground;         ///< `--reason`, or empty
    std::string recipient = {}; ///< `--recipient`: to whom it was given, a code; or empty
};

/// What an entry says besides its circumstances: codes of what the command was about and numbers by name, never personal data.
struct EntryText {
    std::string_view objects;
    std::string_view counts;
    std::int64_t batch = 0; ///< 0 when nothing was changed
};

/// The record of who did what: written in the transaction of what it records. Entries stand in chains, one for the changes of
/// each region, one for what belongs to no region, one for reads, exports and refused attempts; each entry carries a keyed hash
/// over itself and the one before it, so that nothing can be changed, taken out or put in unnoticed.
class Journal {
public:
    Journal(Actor actor, Occasion occasion, std::shared_ptr<const KeyRing> keys);

    const Actor& actor() const { return actor_; }
    const Occasion& occasion() const { return occasion_; }
    /// The keys that the actor works with.
    const KeyRing& keys() const { return *keys_; }

    /// Opens the one batch of this command, to which every step, mark and change that it writes belongs, made under the catalogue
    /// of row `catalogue`. Gives its number. Called once in a transaction.
    std::int64_t begin_batch(store::Transaction& transaction, std::int64_t catalogue) const;

    /// Adds an entry to the chain of each of the regions, once. Throws Problem(integrity): `no-region-key`; `key-ring-other`
    /// where the chain was begun with another key than the ring holds for its version.
    void record_change(store::Transaction& transaction, const std::vector<std::string>& regions, const EntryText& text) const;
    /// Adds an entry about what was read, exported or refused.
    void record_read(store::Transaction& transaction, const EntryText& text) const;
    /// Adds an entry about the workspace, which belongs to no region.
    void record(store::Transaction& transaction, std::string_view objects, std::string_view counts, std::int64_t batch = 0) const;

private:
    void require_own_ring(store::Transaction& transaction, const std::string& region) const;
    void append(store::Transaction& transaction, const std::string& chain, const EntryText& text) const;

    Actor actor_;
    Occasion occasion_;
    std::shared_ptr<const KeyRing> keys_;
};

} // namespace peergroup::vault
