#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace peergroup::documents {

/// A column that a sheet may have: its canonical name and what else people call it, in any language.
struct ColumnName {
    std::string_view name;
    std::vector<std::string_view> aliases;
};

/// The form in which names are compared: trimmed, lower case (åäö too), blanks and hyphens as underscores.
std::string fold_column_name(std::string_view name);

/// Whether a column holds the program's own remarks on rejected rows (`_row`, `_code`): read over, never data.
bool is_remark_column(std::string_view name);

/// The columns that a reader knows.
class ColumnNames {
public:
    explicit ColumnNames(const std::vector<ColumnName>& known);

    /// The place of the column that `name` calls, in canonical(); nothing for an unknown name.
    std::optional<std::size_t> find(std::string_view name) const;
    /// The canonical name or alias nearest to a mistyped `name`.
    std::optional<std::string> suggest(std::string_view name) const;
    /// The canonical names, in the order given.
    const std::vector<std::string>& canonical() const { return canonical_; }

private:
    std::vector<std::string> canonical_;
    std::vector<std::string> spellings_;
    std::unordered_map<std::string, std::size_t> places_;
};

/// One name of a header line and where it starts, in characters from 1.
struct HeaderName {
    std::string name;
    std::uint32_t column = 1;
};

/// What a header line says.
struct Header {
    static constexpr std::size_t unnamed = static_cast<std::size_t>(-1); ///< nothing may stand below it
    static constexpr std::size_t remark = static_cast<std::size_t>(-2);  ///< read over

    std::vector<std::string> columns; ///< canonical names in the order of the file
    std::vector<std::size_t> slots;   ///< for each field of the file its place in `columns`, or unnamed, or remark

    /// How many fields stand before the remarks with which the line ends.
    std::size_t own_fields() const;
};

/// Understands the names of a header that stands at `where` (`file:line`). Throws Problem `header-missing`, `unknown-column` or
/// `repeated-column`: one message with every fault (the first ten), the place of the first, "did you mean" where a name is near.
Header read_header(const std::vector<HeaderName>& names, const ColumnNames& known, const std::string& where);

} // namespace peergroup::documents
