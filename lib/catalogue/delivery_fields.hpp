#pragma once

#include "documents/toml_reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace peergroup::catalogue {

/// The fields of `delivery.toml`. Each gives nothing for an absent key and for a value without the form that it needs, which is
/// then reported as `config-malformed`.

std::optional<std::string> read_mail_address(const documents::TomlTable& table, std::string_view key);
std::optional<std::string> read_host_name(const documents::TomlTable& table, std::string_view key);
/// A path from the root: the folder in which a command is given decides nothing.
std::optional<std::string> read_path(const documents::TomlTable& table, std::string_view key);
/// The name of a header or a field: letters, digits, `-` and `_`.
std::optional<std::string> read_field_name(const documents::TomlTable& table, std::string_view key);
/// One line of text without control characters.
std::optional<std::string> read_line(const documents::TomlTable& table, std::string_view key);

/// Whether what is sent to `host` stays on this machine: `localhost`, `127.…` or `::1`.
bool is_this_machine(std::string_view host);
/// The host of an http or https URL in lower case, without port and brackets; nothing where the text is no such URL, or names a
/// user: a secret has no place in it.
std::optional<std::string> host_of_url(std::string_view url);

} // namespace peergroup::catalogue
