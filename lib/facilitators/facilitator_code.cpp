#include "facilitators/facilitator_code.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace peergroup::facilitators {

FacilitatorCode::FacilitatorCode(std::int64_t number) : number_(number) {
    if (number < 1) throw std::invalid_argument("a facilitator's number starts at 1");
}

std::optional<FacilitatorCode> FacilitatorCode::parse(std::string_view text) {
    constexpr std::size_t most_digits = 15;
    if (text.size() < 3 || text.size() > 2 + most_digits || (text[0] != 'F' && text[0] != 'f') || text[1] != '-')
        return std::nullopt;
    const char* const end = text.data() + text.size();
    std::int64_t number = 0;
    const auto [stopped, error] = std::from_chars(text.data() + 2, end, number);
    if (error != std::errc{} || stopped != end || number < 1) return std::nullopt;
    return FacilitatorCode(number);
}

std::string FacilitatorCode::text() const {
    return fmt::format("F-{:04}", number_);
}

} // namespace peergroup::facilitators
