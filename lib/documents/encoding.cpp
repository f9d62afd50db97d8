#include "documents/encoding.hpp"

#include "language/problem.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace peergroup::documents {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t piece_size = std::size_t{64} << 10U;
constexpr std::uint64_t largest_utf16_file = std::uint64_t{64} << 20U;
constexpr char32_t replacement = 0xFFFD;

enum class ByteOrder { little, big };

unsigned value_of(char byte) {
    return static_cast<unsigned char>(byte);
}

/// Strict UTF-8, checked a piece at a time: no overlong forms, no surrogates, nothing above U+10FFFF.
class Utf8Check {
public:
    bool feed(std::string_view piece) {
        return std::all_of(piece.begin(), piece.end(), [this](char byte) { return step(value_of(byte)); });
    }
    bool is_complete() const { return pending_ == 0; }

private:
    bool step(unsigned byte) {
        if (pending_ == 0) return byte < 0x80 || start(byte);
        const bool fits = byte >= lowest_ && byte <= highest_;
        lowest_ = 0x80;
        highest_ = 0xBF;
        --pending_;
        return fits;
    }

    bool start(unsigned byte) {
        if (byte < 0xC2 || byte > 0xF4) return false;
        pending_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
        if (byte == 0xE0) lowest_ = 0xA0;
        if (byte == 0xED) highest_ = 0x9F;
        if (byte == 0xF0) lowest_ = 0x90;
        if (byte == 0xF4) highest_ = 0x8F;
        return true;
    }

    unsigned pending_ = 0;
    unsigned lowest_ = 0x80;
    unsigned highest_ = 0xBF;
};

bool is_utf8(const TextSource& source) {
    std::vector<char> buffer(piece_size);
    Utf8Check check;
    std::uint64_t offset = 0;
    while (const std::size_t got = source.read(offset, buffer)) {
        if (!check.feed({buffer.data(), got})) return false;
        offset += got;
    }
    return check.is_complete();
}

/// By the mark, else by where the zero bytes stand: Latin letters leave every other byte zero. One stray zero is no UTF-16.
std::optional<ByteOrder> utf16_order(std::string_view start) {
    if (start.starts_with("\xFF\xFE")) return ByteOrder::little;
    if (start.starts_with("\xFE\xFF")) return ByteOrder::big;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < start.size(); ++at)
        if (start[at] == '\0') ++zeros[at % 2];
    const std::size_t pairs = start.size() / 2;
    if (pairs < 2) return std::nullopt;
    if (zeros[1] * 2 >= pairs && zeros[0] * 20 <= pairs) return ByteOrder::little;
    if (zeros[0] * 2 >= pairs && zeros[1] * 20 <= pairs) return ByteOrder::big;
    return std::nullopt;
}

void append_character(std::string& text, char32_t character) {
    const auto continuation = [&](unsigned shift) { text += static_cast<char>(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0U | (character >> 6U));
        continuation(0);
    } else if (character < 0x10000) {
        text += static_cast<char>(0xE0U | (character >> 12U));
        continuation(6);
        continuation(0);
    } else {
        text += static_cast<char>(0xF0U | (character >> 18U));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

bool is_high_surrogate(char32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool is_low_surrogate(char32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

std::string from_utf16(std::string_view bytes) {
    const ByteOrder order = utf16_order(bytes.substr(0, 4096)).value_or(ByteOrder::little);
    const auto unit_at = [&](std::size_t at) -> char32_t {
        const unsigned first = value_of(bytes[at]);
        const unsigned second = value_of(bytes[at + 1]);
        return order == ByteOrder::little ? first | (second << 8U) : (first << 8U) | second;
    };
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = bytes.size() >= 2 && unit_at(0) == 0xFEFF ? 2 : 0;
    for (; at + 1 < bytes.size(); at += 2) {
        char32_t character = unit_at(at);
        const bool pair = is_high_surrogate(character) && at + 3 < bytes.size() && is_low_surrogate(unit_at(at + 2));
        if (pair) {
            at += 2;
            character = 0x10000 + ((character - 0xD800) << 10U) + (unit_at(at) - 0xDC00);
        } else if (is_high_surrogate(character) || is_low_surrogate(character)) {
            character = replacement;
        }
        append_character(text, character);
    }
    if (at < bytes.size()) append_character(text, replacement);
    return text;
}

/// What Windows-1252 has at 80 to 9F, where Latin-1 has control characters.
constexpr std::array<char32_t, 32> windows_1252_block = {
    0x20AC, replacement, 0x201A,      0x0192, 0x201E,      0x2026,      0x2020, 0x2021,      0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152,      replacement, 0x017D, replacement, replacement, 0x2018, 0x2019,      0x201C, 0x201D, 0x2022,
    0x2013, 0x2014,      0x02DC,      0x2122, 0x0161,      0x203A,      0x0153, replacement, 0x017E, 0x0178};

} // namespace

Encoding detect_encoding(const TextSource& source) {
    std::array<char, 4096> buffer{};
    const std::string_view start(buffer.data(), source.read(0, buffer));
    if (start.starts_with(utf8_mark)) return Encoding::utf8_with_mark;
    // Before the UTF-8 check, because the zero bytes of UTF-16 are valid UTF-8.
    if (utf16_order(start)) return Encoding::utf16;
    return is_utf8(source) ? Encoding::utf8 : Encoding::windows_1252;
}

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf8:
    case Encoding::utf8_with_mark:
        return "UTF-8";
    case Encoding::utf16:
        return "UTF-16";
    case Encoding::windows_1252:
        break;
    }
    return "Windows-1252";
}

void append_windows_1252(std::string& text, std::string_view bytes) {
    for (const char byte : bytes) {
        const unsigned value = value_of(byte);
        append_character(text, value >= 0x80 && value < 0xA0 ? windows_1252_block[value - 0x80] : char32_t{value});
    }
}

std::uint32_t count_characters(std::string_view text) {
    const auto starts_character = [](char byte) { return (value_of(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
    if (encoding == Encoding::utf16) return from_utf16(bytes);
    if (encoding == Encoding::windows_1252) {
        std::string text;
        append_windows_1252(text, bytes);
        return text;
    }
    return std::string(bytes.starts_with(utf8_mark) ? bytes.substr(utf8_mark.size()) : bytes);
}

TextSource transcode_utf16(const TextSource& source) {
    if (source.size() > largest_utf16_file)
        throw Problem(ProblemKind::file, "file-too-large", "is UTF-16 and larger than 64 MiB", source.name(), "save it as UTF-8");
    std::string bytes(source.size(), '\0');
    bytes.resize(source.read(0, bytes));
    return TextSource::memory(source.name(), to_utf8(bytes, Encoding::utf16));
}

} // namespace peergroup::documents
