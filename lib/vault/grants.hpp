#pragma once

#include "store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::vault {

/// By what a ring is called: sixteen digits over the open part that `vault status --public` writes. Throws Problem(usage,
/// `no-ring`) for another text.
std::string fingerprint_of_ring(std::string_view public_text);

/// A ring to which a region's key was sealed, and the newest version that it was given.
struct KeyGrant {
    std::string region;
    std::string ring; ///< its fingerprint
    int version = 0;
    std::string granted_at;      ///< RFC 3339, UTC
    std::string revoked_at = {}; ///< since then it is to get no newer version; empty: it may

    bool is_revoked() const { return !revoked_at.empty(); }
};

/// By their fingerprints.
std::vector<std::string> rings_of(const std::vector<KeyGrant>& grants);

/// The record of what keys were given away in one transaction. It says who can have which version, not who still has it.
class Grants {
public:
    explicit Grants(store::Transaction& transaction);

    /// By region and ring.
    std::vector<KeyGrant> all();
    /// Those of the region that are not revoked, and of `ring` alone when it is not empty. Throws Problem(not_found,
    /// `no-such-grant`) when there is none.
    std::vector<KeyGrant> require(const std::string& region, const std::string& ring);
    /// Notes a grant, in place of an earlier one to the same ring.
    void add(const KeyGrant& grant);
    void revoke(const KeyGrant& grant, const std::string& at);

private:
    store::Transaction& transaction_;
};

} // namespace peergroup::vault
