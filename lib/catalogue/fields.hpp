#pragma once

#include "catalogue/findings.hpp"
#include "catalogue/names.hpp"
#include "documents/toml_reader.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// The fields that files of every kind have. What is wrong with one is reported to its document.

/// `id`, which has to be the name of the file.
std::string read_file_id(const documents::TomlTable& root, const SourceFile& file);

/// `id` of one table among others, which has to differ from all in `taken`, and joins them.
std::string read_own_id(const documents::TomlTable& table, std::set<std::string, std::less<>>& taken);

/// A code: small letters, digits, `-` and `_`; empty when the key is absent.
std::string read_code(const documents::TomlTable& table, std::string_view key);
std::string read_required_code(const documents::TomlTable& table, std::string_view key);
std::vector<std::string> read_codes(const documents::TomlTable& table, std::string_view key);

/// Capital letters, `length` of them, such as group codes are made of.
std::string read_capitals(const documents::TomlTable& table, std::string_view key, documents::WholeRange length);

/// `{ fi = …, sv = …, en = … }`, none of which may be missing.
Names read_names(const documents::TomlTable& table, std::string_view key);
std::optional<Names> read_optional_names(const documents::TomlTable& table, std::string_view key);

/// A number that has been read, and the key it stands under.
struct Bound {
    std::string_view key;
    std::optional<int> value;
};

/// Reports a `low` that is more than `high` where both are there.
void require_order(const documents::TomlTable& table, const Bound& low, const Bound& high);

} // namespace peergroup::catalogue
