#pragma once

#include "facilitators/facilitator_code.hpp"
#include "store/database.hpp"
#include "vault/key_ring.hpp"
#include "vault/secret.hpp"

#include <cstdint>
#include <string>

namespace peergroup::facilitators {

/// The own key of each facilitator, in the file of keys, sealed with the key of the region: what is sealed with it is gone when
/// the key is destroyed, from old copies of the store too.
class FacilitatorKeys {
public:
    FacilitatorKeys(store::Transaction& transaction, const vault::KeyRing& ring) : transaction_(transaction), ring_(ring) {}

    /// Throws Problem(integrity, `no-region-key`).
    vault::SecretKey create(FacilitatorCode code, const std::string& region);
    /// Throws Problem(integrity): `no-person-key`, `no-region-key`, `sealed-value-damaged`.
    vault::SecretKey of(FacilitatorCode code, const std::string& region);
    void destroy(FacilitatorCode code);
    /// Seals the keys of the region's facilitators with the region's newest key; gives how many there are.
    std::int64_t renew(const std::string& region);

private:
    std::string wrap(FacilitatorCode code, const std::string& region, const vault::SecretKey& key) const;

    store::Transaction& transaction_;
    const vault::KeyRing& ring_;
};

} // namespace peergroup::facilitators
