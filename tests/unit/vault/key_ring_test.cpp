#include "unit/documents/problem_of.hpp"
#include "vault/key_ring.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace peergroup::vault;

namespace {

const std::vector<std::string> regions = {"helsinki", "kainuu"};

KeyRing new_ring() {
    return KeyRing::make(regions, system_entropy());
}

std::string lookups_of(const KeyRing& ring, const std::string& region, int version) {
    return std::string(ring.version(region, version).lookups.view());
}

std::string code_of_reading(const std::string& text, const std::optional<SecretBytes>& passphrase = {}) {
    return problem_of([&] { KeyRing::read(text, passphrase); }).code;
}

} // namespace

TEST_CASE("a ring is read back as it was written, and its keys differ by region and purpose") {
    const KeyRing ring = new_ring();
    const KeyRing back = KeyRing::read(ring.text());
    CHECK(back.held() == std::vector<HeldKey>{{"helsinki", 1}, {"kainuu", 1}});
    CHECK(back.text() == ring.text());
    const RegionKeys& keys = back.newest("kainuu");
    CHECK(keys.lookups.view() == ring.newest("kainuu").lookups.view());
    CHECK(keys.lookups.view() != ring.newest("helsinki").lookups.view());
    CHECK(keys.lookups.view() != keys.person_keys.view());
    CHECK(keys.notes.view() != keys.journal.view());
}

TEST_CASE("under a passphrase nothing of a ring stands in its text") {
    const KeyRing ring = new_ring();
    const std::optional<SecretBytes> passphrase = SecretBytes::of("kolme sanaa riittää");
    const std::string text = ring.text(passphrase);
    CHECK(KeyRing::asks_passphrase(text));
    CHECK_FALSE(KeyRing::asks_passphrase(ring.text()));
    CHECK(text.find("kainuu") == std::string::npos);
    CHECK(KeyRing::read(text, SecretBytes::of("kolme sanaa riittää")).text() == ring.text());
    CHECK(code_of_reading(text, SecretBytes::of("kolme sanaa")) == "passphrase-wrong");
    CHECK(code_of_reading(text) == "passphrase-missing");
}

TEST_CASE("a damaged ring is no ring, wherever it is damaged") {
    const std::string text = new_ring().text();
    CHECK(code_of_reading("") == "key-ring-damaged");
    CHECK(code_of_reading(text.substr(0, text.size() / 2)) == "key-ring-damaged");
    for (std::size_t at = 0; at < text.size(); at += 7) {
        std::string flipped = text;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        CHECK(code_of_reading(flipped) == "key-ring-damaged");
    }
    const std::string sealed = new_ring().text(SecretBytes::of("x"));
    CHECK(code_of_reading("peergroup key ring 1\nargon2id 3 99999999999 abcd\nAAAA\n", SecretBytes::of("x")) ==
          "key-ring-damaged");
    CHECK(code_of_reading(sealed.substr(0, sealed.size() - 8), SecretBytes::of("x")) == "key-ring-damaged");
}

TEST_CASE("a renewed region has a new key and keeps the old one for what was sealed with it") {
    KeyRing ring = new_ring();
    const std::string before = lookups_of(ring, "kainuu", 1);
    ring.renew("kainuu", system_entropy());
    CHECK(ring.newest("kainuu").version == 2);
    CHECK(lookups_of(ring, "kainuu", 1) == before);
    CHECK(lookups_of(ring, "kainuu", 2) != before);
    CHECK(ring.newest("helsinki").version == 1);
}

TEST_CASE("a region without a key is told by name") {
    KeyRing ring = new_ring();
    ring.forget("kainuu");
    CHECK_FALSE(ring.holds("kainuu"));
    CHECK(problem_of([&] { ring.newest("kainuu"); }).code == "no-region-key");
    CHECK(ring.holds("helsinki"));
    ring.renew("uusimaa", system_entropy());
    CHECK(ring.newest("uusimaa").version == 1);
}

TEST_CASE("a granted region opens with the ring that it was granted to, and with no other") {
    KeyRing kainuu = new_ring();
    kainuu.renew("kainuu", system_entropy());
    KeyRing other = KeyRing::make(std::vector<std::string>{"uusimaa"}, system_entropy());
    const std::string grant = kainuu.grant("kainuu", other.public_text());
    CHECK(problem_of([&] { kainuu.accept(grant, {}); }).code == "grant-unreadable");
    CHECK(other.accept(grant, {}) == std::vector<std::string>{"kainuu"});
    CHECK(other.held() == std::vector<HeldKey>{{"kainuu", 1}, {"kainuu", 2}, {"uusimaa", 1}});
    CHECK(lookups_of(other, "kainuu", 2) == lookups_of(kainuu, "kainuu", 2));
    CHECK_FALSE(other.holds("helsinki"));
    CHECK(problem_of([&] { kainuu.grant("kainuu", "no ring"); }).code == "no-ring");
    CHECK(problem_of([&] { other.accept("no grant", {}); }).code == "grant-unreadable");
}

TEST_CASE("a grant replaces a key that nothing is sealed with, and no other") {
    const KeyRing kainuu = new_ring();
    KeyRing other = new_ring();
    const std::string own = lookups_of(other, "kainuu", 1);
    const std::string helsinki = lookups_of(other, "helsinki", 1);
    const SecretKey reads = other.reads_key();
    const std::string grant = kainuu.grant("kainuu", other.public_text());
    CHECK(problem_of([&] { other.accept(grant, {"kainuu"}); }).code == "region-in-use");
    CHECK(lookups_of(other, "kainuu", 1) == own);
    other.accept(grant, {"helsinki"});
    CHECK(lookups_of(other, "kainuu", 1) == lookups_of(kainuu, "kainuu", 1));
    CHECK(lookups_of(other, "helsinki", 1) == helsinki);
    CHECK(other.reads_key().view() == reads.view());
    CHECK(other.accept(grant, {"kainuu"}) == std::vector<std::string>{"kainuu"}); // the same again
}
