#include "catalogue/delivery_fields.hpp"

#include "documents/mail_address.hpp"
#include "language/steering.hpp"
#include "language/text.hpp"
#include "language/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <arpa/inet.h>

namespace peergroup::catalogue {

using documents::TomlTable;

namespace {

template <class Accepts>
std::optional<std::string> read_formed(const TomlTable& table, std::string_view key, std::string_view form, Accepts accepts) {
    std::optional<std::string> text = table.text(key);
    if (!text || accepts(*text)) return text;
    table.report(key, "config-malformed", fmt::format("must be {}, not \"{}\"", form, language::printable(*text)));
    return std::nullopt;
}

bool is_ipv6(const std::string& text) {
    in6_addr address{};
    return ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

bool is_one_line(std::string_view text) {
    while (!text.empty()) {
        const language::DecodedCharacter character = language::decode_character(text);
        if (!character.valid || language::steers(character.code_point)) return false;
        text.remove_prefix(character.length);
    }
    return true;
}

bool is_field_name(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-' ||
               byte == '_';
    });
}

} // namespace

std::optional<std::string> read_mail_address(const TomlTable& table, std::string_view key) {
    return read_formed(table, key, "one address such as name@example.org",
                       [](const std::string& text) { return documents::MailAddress::parse(text).has_value(); });
}

std::optional<std::string> read_host_name(const TomlTable& table, std::string_view key) {
    return read_formed(table, key, "the name of a host",
                       [](const std::string& text) { return documents::is_host_name(text) || is_ipv6(text); });
}

std::optional<std::string> read_path(const TomlTable& table, std::string_view key) {
    return read_formed(table, key, "a path that begins with a slash",
                       [](const std::string& text) { return text.front() == '/' && is_one_line(text); });
}

std::optional<std::string> read_field_name(const TomlTable& table, std::string_view key) {
    return read_formed(table, key, "letters, digits, hyphens and underscores", is_field_name);
}

std::optional<std::string> read_line(const TomlTable& table, std::string_view key) {
    return read_formed(table, key, "one line of text", is_one_line);
}

bool is_this_machine(std::string_view host) {
    in_addr address{};
    const bool number = ::inet_pton(AF_INET, std::string(host).c_str(), &address) == 1;
    return host == "localhost" || host == "::1" || (number && host.starts_with("127."));
}

std::optional<std::string> host_of_url(std::string_view url) {
    const bool printable = std::ranges::all_of(url, [](char byte) { return byte > ' ' && byte <= '~'; });
    if (!printable || url.find_first_of("@#\\\"<>") != std::string_view::npos) return std::nullopt;
    if (url.starts_with("https://"))
        url.remove_prefix(8);
    else if (url.starts_with("http://"))
        url.remove_prefix(7);
    else
        return std::nullopt;
    const std::string_view authority = url.substr(0, url.find_first_of("/?"));
    std::string host(authority.substr(0, authority.rfind(':')));
    if (authority.starts_with('[')) host = std::string(authority.substr(1, authority.find(']') - 1));
    host = language::lower(host);
    if (!documents::is_host_name(host) && !is_ipv6(host)) return std::nullopt;
    return host;
}

} // namespace peergroup::catalogue
