#include "groups/group_code.hpp"

#include <algorithm>

namespace peergroup::groups {

std::optional<GroupCode> GroupCode::parse(std::string_view text) {
    if (text.size() < 3 || text.size() > longest) return std::nullopt;
    std::string code(text);
    for (char& character : code)
        if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
    const auto is_letter = [](char character) { return character >= 'A' && character <= 'Z'; };
    const auto fits = [&](char character) {
        return is_letter(character) || (character >= '0' && character <= '9') || character == '-';
    };
    if (!is_letter(code.front()) || code.back() == '-' || !std::ranges::all_of(code, fits)) return std::nullopt;
    return GroupCode(std::move(code));
}

} // namespace peergroup::groups
