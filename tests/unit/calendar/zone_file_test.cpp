#include "calendar/zone_file.hpp"
#include "print.hpp"

#include <fstream>
#include <iterator>
#include <string>

using peergroup::calendar::ZoneFile;

namespace {

std::string bytes_of(const std::string& zone) {
    std::ifstream file("/usr/share/zoneinfo/" + zone, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string big_endian(std::uint64_t number, int size) {
    std::string bytes;
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFFU);
    return bytes;
}

/// A header with its counts in the order of the file: UT marks, standard marks, leap seconds, changes, types, letters.
std::string header(char version, const std::vector<std::uint64_t>& counts) {
    std::string bytes = std::string("TZif") + version + std::string(15, '\0');
    for (const std::uint64_t count : counts)
        bytes += big_endian(count, 4);
    return bytes;
}

std::string local_type(std::int32_t offset) {
    return big_endian(static_cast<std::uint32_t>(offset), 4) + std::string(2, '\0');
}

const std::string empty_old_section = header('2', {0, 0, 0, 0, 0, 0});

/// A zone of two offsets that changes at the given seconds; the first change is to the second offset.
std::string zone_with_changes(const std::vector<std::uint64_t>& changes, char types_used, const std::string& footer) {
    std::string bytes = empty_old_section + header('2', {0, 0, 0, changes.size(), 2, 0});
    for (const std::uint64_t change : changes)
        bytes += big_endian(change, 8);
    for (std::size_t index = 0; index < changes.size(); ++index)
        bytes += static_cast<char>(types_used - static_cast<char>(index % 2));
    return bytes + local_type(7200) + local_type(10800) + "\n" + footer + "\n";
}

} // namespace

TEST_CASE("a small zone is read and its last offset stays without a rule") {
    const auto file = ZoneFile::parse(zone_with_changes({1000, 2000}, 1, ""));
    REQUIRE(file.has_value());
    CHECK(file->offset_at(-5) == 7200);
    CHECK(file->offset_at(999) == 7200);
    CHECK(file->offset_at(1000) == 10800);
    CHECK(file->offset_at(1999) == 10800);
    CHECK(file->offset_at(2000) == 7200);
    CHECK(file->offset_at(4'000'000'000) == 7200);
}

TEST_CASE("after the last change the rule holds") {
    const auto file = ZoneFile::parse(zone_with_changes({1000, 2000}, 1, "XXX-9"));
    REQUIRE(file.has_value());
    CHECK(file->offset_at(1999) == 10800);
    CHECK(file->offset_at(2000) == 9 * 3600);
}

TEST_CASE("every file that is cut short is refused") {
    const std::string whole = bytes_of("Europe/Helsinki");
    REQUIRE(ZoneFile::parse(whole).has_value());
    int accepted = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        if (ZoneFile::parse(std::string_view(whole).substr(0, size))) ++accepted;
    }
    CHECK(accepted == 0);
}

TEST_CASE("a file with one byte changed is refused or gives offsets within a day and two hours") {
    const std::string whole = bytes_of("Europe/Helsinki");
    REQUIRE_FALSE(whole.empty());
    int beyond = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char mask : {'\x01', '\x80', '\xFF'}) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ mask);
            const auto file = ZoneFile::parse(damaged);
            if (!file) continue;
            for (const std::int64_t seconds : {-3'000'000'000LL, 0LL, 1'774'450'800LL, 3'800'000'000LL}) {
                const int offset = file->offset_at(seconds);
                if (offset > 26 * 3600 || offset < -26 * 3600) ++beyond;
            }
        }
    }
    CHECK(beyond == 0);
}

TEST_CASE("what the format forbids is refused") {
    CHECK_FALSE(ZoneFile::parse("").has_value());
    CHECK_FALSE(ZoneFile::parse("TZif").has_value());
    CHECK_FALSE(ZoneFile::parse(zone_with_changes({2000, 1000}, 1, "")).has_value());
    CHECK_FALSE(ZoneFile::parse(zone_with_changes({1000, 1000}, 1, "")).has_value());
    CHECK_FALSE(ZoneFile::parse(zone_with_changes({1000}, 2, "")).has_value());
    CHECK_FALSE(ZoneFile::parse(zone_with_changes({1000}, 1, "no rule")).has_value());
    CHECK_FALSE(ZoneFile::parse(empty_old_section + header('2', {0, 0, 0, 0, 0, 0}) + "\n\n").has_value());
    CHECK_FALSE(
        ZoneFile::parse(empty_old_section + header('2', {0, 0, 0, 0, 1, 0}) + local_type(27 * 3600) + "\n\n").has_value());
    CHECK(ZoneFile::parse(empty_old_section + header('2', {0, 0, 0, 0, 1, 0}) + local_type(3600) + "\n\n").has_value());
}

TEST_CASE("a file of version 1 is refused") {
    std::string old_file = bytes_of("Europe/Helsinki");
    REQUIRE(old_file.size() > 5);
    old_file[4] = '\0';
    CHECK_FALSE(ZoneFile::parse(old_file).has_value());
}

TEST_CASE("a file that counts leap seconds is refused") {
    const std::string leap = big_endian(78796800, 8) + big_endian(1, 4);
    const std::string bytes = empty_old_section + header('2', {0, 0, 1, 0, 1, 0}) + local_type(0) + leap + "\n\n";
    CHECK_FALSE(ZoneFile::parse(bytes).has_value());
}

TEST_CASE("counts that claim more than the file holds are refused") {
    const std::uint64_t most = 0xFFFFFFFF;
    CHECK_FALSE(ZoneFile::parse(header('2', {most, most, most, most, most, most}) + std::string(100, '\0')).has_value());
    CHECK_FALSE(ZoneFile::parse(empty_old_section + header('2', {0, 0, 0, most, 1, 0}) + std::string(100, '\0')).has_value());
}
