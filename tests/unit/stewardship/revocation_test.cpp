#include "stewardship/rotation.hpp"
#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
namespace stewardship = peergroup::stewardship;

namespace {

/// Kainuu's key was granted to two rings, and two of its people are in the store.
struct Granted : County {
    Granted() {
        import(*this, "given_name,reference\nAino,1\nEero,2\n");
        renewed->renew("kainuu", vault::system_entropy());
        store::Transaction transaction = database().write();
        vault::Grants grants(transaction);
        grants.add({"kainuu", "1111111111111111", 1, "2026-01-02T09:00:00Z"});
        grants.add({"kainuu", "2222222222222222", 1, "2026-01-03T09:00:00Z"});
        grants.add({"helsinki", "1111111111111111", 1, "2026-01-03T09:00:00Z"});
        transaction.commit();
    }
    vault::Journal with_new_key() const {
        return {actor, {.recorded_at = now, .verb = "vault revoke", .stated_now = "", .stated_on = "", .ground = ""}, renewed};
    }
    stewardship::Revocation revoke(const std::string& ring = "") {
        return stewardship::revoke_grants(database(), with_new_key(), {"kainuu", ring});
    }
    Lines grants() {
        return lines("SELECT region || ' ' || ring || ' ' || version || ' ' || coalesce(revoked_at, '-') FROM key_grant "
                     "ORDER BY region, ring");
    }

    std::shared_ptr<vault::KeyRing> renewed = std::make_shared<vault::KeyRing>(vault::KeyRing::read(ring()->text()));
};

} // namespace

TEST_CASE_FIXTURE(Granted,
                  "a revoked ring gets nothing newer, the others of the region are named, and people are under the new key") {
    const stewardship::Revocation done = revoke("1111111111111111");
    CHECK(done.rotation.version == 2);
    CHECK(done.rotation.people == 2);
    REQUIRE(done.revoked.size() == 1);
    REQUIRE(done.rotation.to_grant.size() == 1);
    CHECK(done.rotation.to_grant[0].ring == "2222222222222222");
    CHECK(grants() == Lines{"helsinki 1111111111111111 1 -", "kainuu 1111111111111111 1 2026-01-15T09:00:00Z",
                            "kainuu 2222222222222222 1 -"});
    CHECK(number("SELECT count(*) FROM keys.person_key WHERE region = 'kainuu' AND version <> 2") == 0);
    CHECK(lines("SELECT chain || ' ' || objects FROM journal ORDER BY id DESC LIMIT 2") ==
          Lines{"workspace kainuu 1111111111111111", "kainuu key 2"});
}

TEST_CASE_FIXTURE(Granted, "a new key names the rings of the region that have the old one") {
    const stewardship::Rotation done = stewardship::rotate_region(database(), with_new_key(), "kainuu");
    REQUIRE(done.to_grant.size() == 2);
    CHECK(done.to_grant[0].ring == "1111111111111111");
}

TEST_CASE_FIXTURE(Granted, "what was never granted, or is revoked already, is refused and nothing is sealed anew") {
    const std::string before = content();
    CHECK(problem_of([&] { revoke("3333333333333333"); }).code == "no-such-grant");
    CHECK(content() == before);
    revoke();
    CHECK(problem_of([&] { revoke(); }).code == "no-such-grant");
}

TEST_CASE_FIXTURE(Granted, "a grant after a revocation stands in its place") {
    revoke();
    store::Transaction transaction = database().write();
    vault::Grants(transaction).add({"kainuu", "1111111111111111", 2, "2026-01-16T09:00:00Z"});
    transaction.commit();
    CHECK(grants()[1] == "kainuu 1111111111111111 2 -");
}

TEST_CASE("a ring is called by its open part, and a text that is none is refused") {
    const std::string open_part = Workplace::ring()->public_text();
    CHECK(vault::fingerprint_of_ring(open_part).size() == 16);
    CHECK(vault::fingerprint_of_ring(open_part) == vault::fingerprint_of_ring(open_part));
    CHECK(problem_of([] { vault::fingerprint_of_ring("peergroup ring AAAA\n"); }).code == "no-ring");
}
