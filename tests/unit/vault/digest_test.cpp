#include "vault/digest.hpp"

#include <doctest/doctest.h>

#include <string>

using peergroup::vault::digest_hex;

TEST_CASE("a digest is the BLAKE2b-256 of the bytes, in hexadecimal") {
    CHECK(digest_hex("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(digest_hex("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("every byte counts") {
    CHECK(digest_hex(std::string("a\0b", 3)) != digest_hex(std::string("a\0c", 3)));
    CHECK(digest_hex("a") != digest_hex(std::string("a\0", 2)));
}
