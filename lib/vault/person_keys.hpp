#pragma once

#include "calendar/date.hpp"
#include "store/database.hpp"
#include "store/read_ahead.hpp"
#include "vault/key_ring.hpp"
#include "vault/seal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::vault {

/// The person keys of one transaction. Each person has a key of their own; what is sealed with it is gone when the key is
/// destroyed, from old copies of the store too. The key lies sealed with the region's key, and with it what eligibility asks for:
/// the birth date and the attested facts.
class PersonKeys {
public:
    PersonKeys(store::Transaction& transaction, const KeyRing& ring);

    /// Makes a key for a new person of `region`. Throws Problem(integrity, `no-region-key`).
    void create(std::int64_t person, const std::string& region, std::optional<calendar::Date> born_on);
    void set_born_on(std::int64_t person, calendar::Date born_on);
    /// Nothing for whom no date is known, or whose key was destroyed. Throws Problem(integrity): `no-region-key`,
    /// `sealed-value-damaged`.
    std::optional<calendar::Date> born_on(std::int64_t person);

    /// What is attested of the person, as `people::FactRegister` writes it; empty for whom nothing is. Throws as `born_on` does.
    std::string_view facts(std::int64_t person);
    void set_facts(std::int64_t person, std::string_view facts);
    /// Whether there is a key, with whatever it is sealed.
    bool has(std::int64_t person);

    /// Seals a value of the person for its place. The person has a key: anything else is Problem(integrity, `no-person-key`).
    std::string seal(std::int64_t person, std::string_view column, std::string_view plain);
    /// Throws Problem(integrity): `no-person-key`, `no-region-key`, `sealed-value-damaged`.
    std::string unseal(std::int64_t person, std::string_view column, std::string_view sealed);

    /// Seals the keys of the region's people with the region's newest key; gives how many were sealed with an older one.
    std::int64_t renew(const std::string& region);

private:
    struct KeyRow {
        std::int64_t person = 0;
        std::string region;
        int version = 0;
        std::string wrapped;
    };

    /// Opens the person's key row; false when there is none.
    bool open(std::int64_t person);
    void read_from(std::int64_t person);
    /// Goes to the person's first row; false when there is none.
    bool go_to(std::int64_t person);
    void unwrap(std::int64_t person, const RegionKeys& keys, std::string_view wrapped);
    void require(std::int64_t person);
    const RegionKeys& keys_of(const std::string& region, int version);
    std::string wrap(std::int64_t person, const std::string& region) const;
    void rewrite();
    void draw_key();

    store::Transaction& transaction_;
    const KeyRing& ring_;
    const RegionKeys* keys_ = nullptr; ///< used last: most people of a batch are of one region
    store::Statement find_;
    store::ReadAhead ahead_;
    std::vector<KeyRow> rows_; ///< of everybody who was read ahead, by number; used again
    std::size_t row_count_ = 0;
    std::size_t next_row_ = 0; ///< of the first row that is not of somebody who was asked about before
    store::Appender insert_;
    SecretBytes opened_; ///< the key in hand, then the day of birth, then the facts
    std::size_t opened_size_ = 0;
    SecretKey key_;           ///< the key in hand
    std::int64_t person_ = 0; ///< whose key is in hand
    std::string region_;      ///< whose key it was sealed with
    SecretBytes drawn_;       ///< randomness for new keys
    std::size_t used_;
};

/// The regions with whose keys anything in the store is sealed or chained.
std::vector<std::string> regions_in_use(store::Transaction& transaction);

} // namespace peergroup::vault
