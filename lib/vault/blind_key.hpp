#pragma once

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

/// The key of `value`, which the caller has brought into its one spelling, within `region` and `kind`.
BlindKey blind_key(std::string_view region, LookupKind kind, std::string_view value);

} // namespace peergroup::vault
