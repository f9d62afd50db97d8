#include "unit/documents/problem_of.hpp"
#include "vault/key_ring.hpp"
#include "vault/secret_name.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace peergroup::vault;

namespace {

KeyRing new_ring() {
    return KeyRing::make(std::vector<std::string>{"helsinki", "kainuu"}, system_entropy());
}

} // namespace

TEST_CASE("a secret name is the same under the same key, and another for another value or key") {
    const KeyRing ring = new_ring();
    const SecretKey kainuu = ring.calendars_key({"kainuu", 1});
    CHECK(secret_name(kainuu, "F-0001") == secret_name(ring.calendars_key({"kainuu", 1}), "F-0001"));
    CHECK(secret_name(kainuu, "F-0001") != secret_name(kainuu, "F-0002"));
    CHECK(secret_name(kainuu, "F-0001") != secret_name(ring.calendars_key({"helsinki", 1}), "F-0001"));
    CHECK(secret_name(kainuu, "F-0001") != secret_name(new_ring().calendars_key({"kainuu", 1}), "F-0001"));
}

TEST_CASE("a secret name is 32 hexadecimal digits") {
    const std::string name = secret_name(new_ring().calendars_key({"kainuu", 1}), "");
    CHECK(name.size() == 32);
    CHECK(name.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("a renewed key gives other names, and the old one is there still") {
    KeyRing ring = new_ring();
    const std::string before = secret_name(ring.calendars_key({"kainuu", 1}), "F-0001");
    ring.renew("kainuu", system_entropy());
    CHECK(secret_name(ring.calendars_key({"kainuu", 2}), "F-0001") != before);
    CHECK(secret_name(ring.calendars_key({"kainuu", 1}), "F-0001") == before);
    CHECK(problem_of([&] { ring.calendars_key({"kainuu", 3}); }).code == "no-region-key");
}
