#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::facilitators {

/// How facilitators appear everywhere: `F-0003`, a number apart from those of participants, so that neither leads to the other.
class FacilitatorCode {
public:
    /// Throws std::invalid_argument below 1.
    explicit FacilitatorCode(std::int64_t number);
    /// Reads `F-0003`, also in small letters and with more digits; nothing for any other text.
    static std::optional<FacilitatorCode> parse(std::string_view text);

    std::int64_t number() const { return number_; }
    std::string text() const;
    auto operator<=>(const FacilitatorCode&) const = default;

private:
    std::int64_t number_;
};

} // namespace peergroup::facilitators
