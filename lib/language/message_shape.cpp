#include "language/message_shape.hpp"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

namespace peergroup::language {
namespace {

std::string text_of(const icu::MessagePattern& pattern, const icu::MessagePattern::Part& part) {
    std::string bytes;
    return pattern.getSubstring(part).toUTF8String(bytes);
}

/// Whether the plural that starts at a part has the branch itself, not one nested in it.
bool has_branch(const icu::MessagePattern& pattern, std::int32_t start, std::string_view selector) {
    const std::int32_t limit = pattern.getLimitPartIndex(start);
    for (std::int32_t index = start + 1; index < limit; ++index) {
        const auto& part = pattern.getPart(index);
        if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) index = pattern.getLimitPartIndex(index);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR && text_of(pattern, part) == selector) return true;
    }
    return false;
}

icu::MessagePattern parse(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError position{};
    const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
    icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(bytes), &position, status);
    if (U_FAILURE(status) != 0)
        throw std::invalid_argument("malformed at character " + std::to_string(position.offset) + ": " + std::string(text));
    return pattern;
}

} // namespace

MessageShape shape_of(std::string_view text) {
    const icu::MessagePattern pattern = parse(text);
    MessageShape shape;
    for (std::int32_t index = 0; index < pattern.countParts(); ++index) {
        const auto& part = pattern.getPart(index);
        const auto type = part.getType();
        if (type == UMSGPAT_PART_TYPE_ARG_NAME || type == UMSGPAT_PART_TYPE_ARG_NUMBER)
            shape.arguments.push_back(text_of(pattern, part));
        const bool plural = type == UMSGPAT_PART_TYPE_ARG_START && part.getArgType() == UMSGPAT_ARG_TYPE_PLURAL;
        if (plural && !(has_branch(pattern, index, "one") && has_branch(pattern, index, "other"))) shape.plurals_complete = false;
    }
    std::ranges::sort(shape.arguments);
    shape.arguments.erase(std::unique(shape.arguments.begin(), shape.arguments.end()), shape.arguments.end());
    return shape;
}

} // namespace peergroup::language
