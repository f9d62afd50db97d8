#pragma once

#include "vault/key_ring.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

namespace peergroup::vault {

/// What a blind key stands for; keys of different kinds never meet.
enum class LookupKind : std::uint8_t { reference = 1, identity_code = 2, name_and_birth = 3 };

/// Sixteen bytes by which equal values of one region and kind find each other in `person_lookup`, in place of the value itself.
struct BlindKey {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const BlindKey&) const = default;
    std::string_view view() const;
};

/// The key of `value`, which the caller has brought into its one spelling, within the region of `keys` and `kind`. Without the
/// region's key nobody can make it, so nobody can try all identity codes of a century against a stolen store.
BlindKey blind_key(const RegionKeys& keys, LookupKind kind, std::string_view value);

} // namespace peergroup::vault
