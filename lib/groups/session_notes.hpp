#pragma once

#include "store/database.hpp"
#include "vault/key_ring.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::groups {

/// What a meeting was about: the theme of the handbook or outline, and what participants raised, in their order.
struct Themes {
    std::string theme;
    std::vector<std::string> raised;

    bool operator==(const Themes&) const = default;
};

/// The themes of meetings in one transaction. They are words of people, so they are sealed with the key of the region.
class SessionNotes {
public:
    SessionNotes(store::Transaction& transaction, const vault::KeyRing& ring);

    /// Throws Problem(integrity): `no-region-key`, `sealed-value-damaged`.
    Themes of(std::int64_t session);
    /// Replaces what is stored. Throws Problem(integrity, `no-region-key`).
    void write(std::int64_t session, const std::string& region, const Themes& themes);
    /// Seals the notes of the region with its newest key; gives how many there are.
    std::int64_t renew(const std::string& region);

private:
    store::Transaction& transaction_;
    const vault::KeyRing& ring_;
    store::Statement read_;
    store::Appender insert_;
};

} // namespace peergroup::groups
