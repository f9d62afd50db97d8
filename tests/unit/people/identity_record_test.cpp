#include "people/identity_record.hpp"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>
#include <string>

using peergroup::people::IdentityRecord;

namespace {

IdentityRecord full_record() {
    return {"Aino",
            "Testi",
            "131052-308T",
            "12",
            "sotkamo",
            "Koivukatu 1; Kajaani",
            "aino@example.org",
            "+358 40 1234567",
            "kajaani",
            "sotkamo\x1f"
            "12\n"};
}

std::string any_bytes(std::mt19937& random) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random() % 256);
    return bytes;
}

} // namespace

TEST_CASE("a record is read as it was written") {
    CHECK(IdentityRecord::unpack(full_record().packed()) == full_record());
    CHECK(IdentityRecord::unpack(IdentityRecord{}.packed()) == IdentityRecord{});
    CHECK(IdentityRecord::unpack("") == IdentityRecord{});
}

TEST_CASE("a record keeps every byte, also those of its own form") {
    std::mt19937 random(20260101);
    for (int trial = 0; trial < 2000; ++trial) {
        const IdentityRecord record{
            any_bytes(random), "4:Aino0:",       "", any_bytes(random), ":", "12", any_bytes(random), std::string("\0", 1),
            any_bytes(random), any_bytes(random)};
        CHECK(IdentityRecord::unpack(record.packed()) == record);
    }
}

TEST_CASE("a damaged record is refused and never misread") {
    for (const char* const text : {"4", "4:", "4:Ain", ":Aino", "x", "-1:A", "+1:A", "4;Aino", "18446744073709551616:A",
                                   "18446744073709551615:A", "0:0:0:0:0:0:0:0:0:0:0:", "0:0:0:0:0:0:0:0:0:0:rest"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(IdentityRecord::unpack(text), std::invalid_argument);
    }
}

TEST_CASE("a record that is cut short anywhere inside a value is refused") {
    const std::string whole = full_record().packed();
    int refused = 0;
    for (std::size_t length = 1; length < whole.size(); ++length) {
        try {
            const IdentityRecord read = IdentityRecord::unpack(whole.substr(0, length));
            CHECK(read.packed().starts_with(whole.substr(0, length))); // cut between two values: what is left is right
        } catch (const std::invalid_argument&) {
            ++refused;
        }
    }
    CHECK(refused == static_cast<int>(whole.size()) - 10);
}
