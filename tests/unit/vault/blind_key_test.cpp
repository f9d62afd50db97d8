#include "vault/blind_key.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace peergroup::vault;

namespace {

const KeyRing& ring() {
    static const std::vector<std::string> regions = {"helsinki", "kainuu"};
    static const KeyRing made = KeyRing::make(regions, system_entropy());
    return made;
}

BlindKey key(const std::string& region, LookupKind kind, const std::string& value) {
    return blind_key(ring().newest(region), kind, value);
}

} // namespace

TEST_CASE("equal values of one region and kind have one key") {
    CHECK(key("kainuu", LookupKind::reference, "12") == key("kainuu", LookupKind::reference, "12"));
    CHECK(key("kainuu", LookupKind::reference, "").view().size() == 16);
}

TEST_CASE("regions, kinds and values never meet") {
    const std::set<BlindKey> keys = {
        key("kainuu", LookupKind::reference, "12"),     key("helsinki", LookupKind::reference, "12"),
        key("kainuu", LookupKind::identity_code, "12"), key("kainuu", LookupKind::name_and_birth, "12"),
        key("kainuu", LookupKind::reference, "1"),      key("kainuu", LookupKind::reference, std::string("12\0", 3)),
    };
    CHECK(keys.size() == 6);
}

TEST_CASE("another ring gives another key, so nobody can try every value against a stolen store") {
    const std::vector<std::string> regions = {"kainuu"};
    const KeyRing other = KeyRing::make(regions, system_entropy());
    CHECK(blind_key(other.newest("kainuu"), LookupKind::identity_code, "131052-308T") !=
          key("kainuu", LookupKind::identity_code, "131052-308T"));
}

TEST_CASE("a key does not hold its value") {
    const BlindKey made = key("kainuu", LookupKind::identity_code, "131052-308T");
    CHECK(made.view().find("131052") == std::string_view::npos);
    CHECK(made.view().find("308T") == std::string_view::npos);
}
