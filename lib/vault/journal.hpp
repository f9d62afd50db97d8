#pragma once

#include "store/database.hpp"
#include "vault/actor.hpp"
#include "vault/key_ring.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace peergroup::vault {

/// The circumstances of one command: everything but the actor that its record needs.
struct Occasion {
    std::string recorded_at; ///< the real UTC instant, RFC 3339
    std::string verb;        ///< `group create`
    std::string stated_now;  ///< `--now`, or empty
    std::string stated_on;   ///< `--on`, or empty
    std::string ground;      ///< `--reason`, or empty
};

/// The record of who did what: written in the transaction of what it records, without personal data.
class Journal {
public:
    Journal(Actor actor, Occasion occasion, std::shared_ptr<const KeyRing> keys);

    /// The keys that the actor works with.
    const KeyRing& keys() const { return *keys_; }
    const Actor& actor() const { return actor_; }
    const Occasion& occasion() const { return occasion_; }

    /// Opens the one batch of this command, to which every step, mark and change that it writes belongs, made under the catalogue
    /// of row `catalogue`. Gives its number. Called once in a transaction.
    std::int64_t begin_batch(store::Transaction& transaction, std::int64_t catalogue) const;

    /// Adds the entry of this command: `objects` are codes, `counts` numbers by name. `batch` 0 when nothing was changed.
    void record(store::Transaction& transaction, std::string_view objects, std::string_view counts, std::int64_t batch = 0) const;

private:
    Actor actor_;
    Occasion occasion_;
    std::shared_ptr<const KeyRing> keys_;
};

} // namespace peergroup::vault
