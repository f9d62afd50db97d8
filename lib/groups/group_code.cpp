#include "groups/group_code.hpp"

#include <utility>

namespace peergroup::groups {

namespace {

bool is_letter(char character) {
    return character >= 'A' && character <= 'Z';
}

bool fits(char character) {
    return is_letter(character) || (character >= '0' && character <= '9') || character == '-';
}

/// Hands the code's letters to `take(place, letter)`, put right; false when the text is no code.
template <class Take> bool read_code(std::string_view text, Take take) {
    if (text.size() < 3 || text.size() > GroupCode::longest || text.back() == '-') return false;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char given = text[place];
        const char letter = given >= 'a' && given <= 'z' ? static_cast<char>(given - 'a' + 'A') : given;
        if (!fits(letter) || (place == 0 && !is_letter(letter))) return false;
        take(place, letter);
    }
    return true;
}

constexpr std::size_t letters_of_word = 8;

unsigned shift_of(std::size_t place) {
    return static_cast<unsigned>(letters_of_word * (letters_of_word - 1 - place % letters_of_word));
}

} // namespace

std::optional<GroupCode> GroupCode::parse(std::string_view text) {
    std::string code;
    if (!read_code(text, [&](std::size_t /*place*/, char letter) { code += letter; })) return std::nullopt;
    return GroupCode(std::move(code));
}

std::optional<PackedCode> PackedCode::parse(std::string_view text) {
    PackedCode code{};
    const auto pack = [&](std::size_t place, char letter) {
        code.words_[place / letters_of_word] |= static_cast<std::uint64_t>(letter) << shift_of(place);
    };
    if (!read_code(text, pack)) return std::nullopt;
    return code;
}

GroupCode PackedCode::code() const {
    std::string text;
    for (std::size_t place = 0; place < GroupCode::longest; ++place)
        if (const auto letter = static_cast<char>(words_[place / letters_of_word] >> shift_of(place) & 0xFFU); letter != '\0')
            text += letter;
    return GroupCode::parse(text).value();
}

} // namespace peergroup::groups
