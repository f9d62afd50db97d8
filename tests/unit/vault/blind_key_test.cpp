#include "vault/blind_key.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace peergroup::vault;

TEST_CASE("equal values of one region and kind have one key") {
    CHECK(blind_key("kainuu", LookupKind::reference, "12") == blind_key("kainuu", LookupKind::reference, "12"));
    CHECK(blind_key("kainuu", LookupKind::reference, "").view().size() == 16);
}

TEST_CASE("regions, kinds and values never meet, also where their texts run together") {
    const std::set<BlindKey> keys = {
        blind_key("kainuu", LookupKind::reference, "12"),
        blind_key("helsinki", LookupKind::reference, "12"),
        blind_key("kainuu", LookupKind::identity_code, "12"),
        blind_key("kainuu", LookupKind::name_and_birth, "12"),
        blind_key("kainuu", LookupKind::reference, "1"),
        blind_key("kainuu", LookupKind::reference, "2"),
        blind_key("kainuu1", LookupKind::reference, "2"),
        blind_key("", LookupKind::reference, "kainuu12"),
        blind_key("kainuu", LookupKind::reference, std::string("12\0", 3)),
    };
    CHECK(keys.size() == 9);
}

TEST_CASE("a key does not hold its value") {
    const BlindKey key = blind_key("kainuu", LookupKind::identity_code, "131052-308T");
    CHECK(key.view().find("131052") == std::string_view::npos);
    CHECK(key.view().find("308T") == std::string_view::npos);
}
