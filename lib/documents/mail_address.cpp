#include "documents/mail_address.hpp"

#include <algorithm>

namespace peergroup::documents {

namespace {

constexpr std::size_t longest_local_part = 64; // RFC 5321, section 4.5.3.1
constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_host = 253;
constexpr std::size_t longest_label = 63;

bool is_letter_or_digit(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

bool is_atom(std::string_view word) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
    return !word.empty() && std::ranges::all_of(word, [&](char character) {
        return is_letter_or_digit(character) || others.find(character) != std::string_view::npos;
    });
}

bool is_label(std::string_view word) {
    return !word.empty() && word.size() <= longest_label && word.front() != '-' && word.back() != '-' &&
           std::ranges::all_of(word, [](char character) { return is_letter_or_digit(character) || character == '-'; });
}

template <class Accepts> bool all_between_dots(std::string_view text, Accepts accepts) {
    for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
        if (!accepts(text.substr(0, dot))) return false;
        text.remove_prefix(dot + 1);
    }
    return accepts(text);
}

} // namespace

bool is_host_name(std::string_view text) {
    return text.size() <= longest_host && all_between_dots(text, is_label);
}

std::optional<MailAddress> MailAddress::parse(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at > longest_local_part || text.size() > longest_address) return std::nullopt;
    const std::string_view host = text.substr(at + 1);
    // An operand that begins with a hyphen would be read as an option.
    if (text.front() == '-' || !all_between_dots(text.substr(0, at), is_atom)) return std::nullopt;
    if (!is_host_name(host) || host.find('.') == std::string_view::npos) return std::nullopt;
    return MailAddress(text);
}

} // namespace peergroup::documents
