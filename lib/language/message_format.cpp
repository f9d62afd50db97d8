#include "language/message_format.hpp"

#include "language/message_shape.hpp"
#include "language/numbers.hpp"

#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace peergroup::language {
namespace {

const Argument& argument_named(const std::vector<Argument>& arguments, std::string_view name, std::string_view pattern) {
    const auto found = std::ranges::find(arguments, name, &Argument::name);
    if (found == arguments.end())
        throw std::logic_error("argument " + std::string(name) + " is not given for the message: " + std::string(pattern));
    return *found;
}

std::string plain_text(Language language, const Argument& argument) {
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return whole_number(language, *number);
    return std::get<std::string>(argument.value);
}

bool is_plain_name(std::string_view name) {
    const auto allowed = [](char letter) { return (letter >= 'a' && letter <= 'z') || letter == '_'; };
    return !name.empty() && std::ranges::all_of(name, allowed);
}

/// Fills in a pattern that has nothing but `{name}` places, without the cost of starting ICU; nothing for any other pattern.
std::optional<std::string> fill_plainly(Language language, std::string_view pattern, const std::vector<Argument>& arguments) {
    if (pattern.find('\'') != std::string_view::npos) return std::nullopt;
    std::string text;
    std::string_view rest = pattern;
    for (std::size_t brace = rest.find_first_of("{}"); brace != std::string_view::npos; brace = rest.find_first_of("{}")) {
        const std::size_t end = rest.find_first_of("{}", brace + 1);
        if (rest[brace] != '{' || end == std::string_view::npos || rest[end] != '}') return std::nullopt;
        const std::string_view name = rest.substr(brace + 1, end - brace - 1);
        if (!is_plain_name(name)) return std::nullopt;
        text.append(rest.substr(0, brace)).append(plain_text(language, argument_named(arguments, name, pattern)));
        rest.remove_prefix(end + 1);
    }
    return text.append(rest);
}

icu::Formattable to_formattable(const Argument& argument) {
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return {*number};
    return {icu::UnicodeString::fromUTF8(std::get<std::string>(argument.value))};
}

std::string fill_with_icu(Language language, std::string_view pattern, const std::vector<Argument>& arguments) {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const std::string& name : shape_of(pattern).arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(name));
        values.push_back(to_formattable(argument_named(arguments, name, pattern)));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(std::string(code_of(language)).c_str());
    const icu::MessageFormat format(
        icu::UnicodeString::fromUTF8(icu::StringPiece(pattern.data(), static_cast<int32_t>(pattern.size()))), locale, status);
    icu::UnicodeString text;
    format.format(names.data(), values.data(), static_cast<int32_t>(values.size()), text, status);
    if (U_FAILURE(status) != 0) throw std::logic_error("message cannot be formatted: " + std::string(pattern));
    std::string bytes;
    return text.toUTF8String(bytes);
}

} // namespace

std::string fill_in(Language language, std::string_view pattern, const std::vector<Argument>& arguments) {
    auto plain = fill_plainly(language, pattern, arguments);
    return plain ? std::move(*plain) : fill_with_icu(language, pattern, arguments);
}

} // namespace peergroup::language
