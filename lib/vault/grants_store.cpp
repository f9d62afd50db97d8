#include "vault/grants.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "vault/digest.hpp"
#include "vault/ring_text.hpp"

#include <algorithm>

namespace peergroup::vault {

namespace {

constexpr std::size_t shown_digits = 16;

} // namespace

std::string fingerprint_of_ring(std::string_view public_text) {
    return digest_hex(public_key_of(public_text).view()).substr(0, shown_digits);
}

std::vector<std::string> rings_of(const std::vector<KeyGrant>& grants) {
    std::vector<std::string> rings;
    for (const KeyGrant& grant : grants)
        rings.push_back(grant.ring);
    return rings;
}

Grants::Grants(store::Transaction& transaction) : transaction_(transaction) {}

std::vector<KeyGrant> Grants::all() {
    std::vector<KeyGrant> grants;
    transaction_.prepare(R"sql(SELECT region, ring, version, granted_at, revoked_at FROM key_grant ORDER BY region, ring)sql")
        .bind()
        .each([&](const store::Row& row) {
            grants.push_back({row.text(0), row.text(1), static_cast<int>(row.integer(2)), row.text(3), row.text_or_empty(4)});
        });
    return grants;
}

std::vector<KeyGrant> Grants::require(const std::string& region, const std::string& ring) {
    std::vector<KeyGrant> grants = all();
    std::erase_if(grants, [&](const KeyGrant& grant) { return grant.region != region || grant.is_revoked(); });
    std::vector<std::string> rings;
    for (const KeyGrant& grant : grants)
        rings.push_back(grant.ring);
    if (!ring.empty()) std::erase_if(grants, [&](const KeyGrant& grant) { return grant.ring != ring; });
    if (!grants.empty()) return grants;
    const std::string hint = language::did_you_mean(ring, rings);
    throw Problem(ProblemKind::not_found, "no-such-grant", "no such grant of the key of " + region + " is on record", ring,
                  hint.empty() ? "see `peergroup vault status`" : hint);
}

void Grants::add(const KeyGrant& grant) {
    transaction_
        .prepare(R"sql(INSERT INTO key_grant (region, ring, version, granted_at) VALUES ($1, $2, $3, $4)
                       ON CONFLICT (region, ring) DO UPDATE SET version = excluded.version, granted_at = excluded.granted_at,
                       revoked_at = NULL)sql")
        .bind(grant.region, grant.ring, grant.version, grant.granted_at)
        .run();
}

void Grants::revoke(const KeyGrant& grant, const std::string& at) {
    transaction_.prepare(R"sql(UPDATE key_grant SET revoked_at = $3 WHERE region = $1 AND ring = $2)sql")
        .bind(grant.region, grant.ring, at)
        .run();
}

} // namespace peergroup::vault
