#include "vault/seal.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace peergroup::vault;

namespace {

SecretKey new_key() {
    SecretBytes bytes(SecretKey::bytes);
    system_entropy()(bytes.span());
    return SecretKey::of(bytes.view());
}

} // namespace

TEST_CASE("what is sealed opens at its place with its key, and nowhere else") {
    const SecretKey key = new_key();
    const std::string sealed = seal(key, {"person_identity.record", 7, "kainuu"}, "Aino Testi");
    CHECK(unseal(key, {"person_identity.record", 7, "kainuu"}, sealed) == "Aino Testi");
    CHECK_FALSE(unseal(key, {"person_identity.record", 8, "kainuu"}, sealed));
    CHECK_FALSE(unseal(key, {"person_identity.recor", 7, "dkainuu"}, sealed));
    CHECK_FALSE(unseal(key, {"person_identity.record", 7, "helsinki"}, sealed));
    CHECK_FALSE(unseal(new_key(), {"person_identity.record", 7, "kainuu"}, sealed));
    CHECK(sealed.find("Aino") == std::string::npos);
}

TEST_CASE("one flipped bit, a missing end or an empty text does not open") {
    const SecretKey key = new_key();
    const std::string sealed = seal(key, {"c", 1}, "x");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string flipped = sealed;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        CHECK_FALSE(unseal(key, {"c", 1}, flipped));
        CHECK_FALSE(unseal(key, {"c", 1}, sealed.substr(0, at)));
    }
    CHECK(unseal(key, {"c", 1}, seal(key, {"c", 1}, "")) == "");
}

TEST_CASE("the same value is sealed differently each time") {
    const SecretKey key = new_key();
    std::set<std::string> sealed;
    for (int count = 0; count < 1000; ++count) // more than one draw of nonces
        sealed.insert(seal(key, {"c", 1}, "x"));
    CHECK(sealed.size() == 1000);
}
