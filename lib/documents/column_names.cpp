#include "documents/column_names.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::documents {

namespace {

constexpr std::size_t longest_shown_name = 40;
constexpr std::size_t most_shown_faults = 10;

/// A name for a message: no control characters, and short, for a file without a header has data in its place.
std::string shown(std::string_view name) {
    std::string text = language::printable(name);
    if (text.size() <= longest_shown_name) return text;
    std::size_t cut = longest_shown_name;
    while ((static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
        --cut;
    return text.substr(0, cut) + "…";
}

/// Goes through the names of one header line and collects what is wrong with them.
class HeaderReader {
public:
    HeaderReader(const ColumnNames& known, std::string where)
        : known_(known), where_(std::move(where)), first_seen_(known.canonical().size(), 0) {}

    void read(const HeaderName& name) {
        if (name.name.empty()) return header_.slots.push_back(Header::unnamed);
        if (is_remark_column(name.name)) return header_.slots.push_back(Header::remark);
        const std::optional<std::size_t> place = known_.find(name.name);
        if (!place) return refuse_unknown(name);
        if (first_seen_[*place] != 0) return refuse_repeated(name, *place);
        first_seen_[*place] = name.column;
        header_.slots.push_back(header_.columns.size());
        header_.columns.push_back(known_.canonical()[*place]);
    }

    Header finish() {
        if (header_.columns.empty()) refuse_headless();
        if (fault_count_ == 0) return std::move(header_);
        if (fault_count_ > most_shown_faults) faults_ += fmt::format("; and {} more", fault_count_ - most_shown_faults);
        throw Problem(ProblemKind::file, code_, faults_, fmt::format("{}:{}", where_, fault_column_), hint());
    }

private:
    void refuse_unknown(const HeaderName& name) {
        if (fault_count_ >= most_shown_faults) return refuse(name, "", "");
        const std::optional<std::string> near = known_.suggest(name.name);
        const std::string meant = near ? fmt::format(" (did you mean \"{}\"?)", *near) : "";
        refuse(name, "unknown-column", fmt::format("there is no column \"{}\"{}", shown(name.name), meant));
    }

    void refuse_repeated(const HeaderName& name, std::size_t place) {
        const std::string& column = known_.canonical()[place];
        refuse(name, "repeated-column",
               fmt::format("\"{}\" repeats {} of column {}", shown(name.name), column, first_seen_[place]));
    }

    void refuse(const HeaderName& name, std::string_view code, const std::string& sentence) {
        header_.slots.push_back(Header::unnamed);
        if (++fault_count_ > most_shown_faults) return;
        if (fault_count_ == 1) {
            code_ = code;
            fault_column_ = name.column;
        } else {
            faults_ += "; ";
        }
        faults_ += sentence;
    }

    /// Names none of what stands there: without a header it is a person's data.
    [[noreturn]] void refuse_headless() const {
        throw Problem(ProblemKind::file, "header-missing", "no known column name stands in the first line", where_, hint());
    }

    std::string hint() const { return fmt::format("known columns: {}", fmt::join(known_.canonical(), ", ")); }

    const ColumnNames& known_;
    std::string where_;
    std::vector<std::uint32_t> first_seen_;
    Header header_;
    std::string code_;
    std::string faults_;
    std::size_t fault_count_ = 0;
    std::uint32_t fault_column_ = 0;
};

} // namespace

std::string fold_column_name(std::string_view name) {
    std::string folded = language::fold(name);
    std::replace_if(
        folded.begin(), folded.end(), [](char character) { return character == ' ' || character == '-'; }, '_');
    return folded;
}

bool is_remark_column(std::string_view name) {
    return name.starts_with('_');
}

ColumnNames::ColumnNames(const std::vector<ColumnName>& known) {
    for (const ColumnName& column : known) {
        const std::size_t place = canonical_.size();
        canonical_.emplace_back(column.name);
        spellings_.emplace_back(column.name);
        places_.emplace(fold_column_name(column.name), place);
        for (const std::string_view alias : column.aliases) {
            spellings_.emplace_back(alias);
            places_.emplace(fold_column_name(alias), place);
        }
    }
}

std::optional<std::size_t> ColumnNames::find(std::string_view name) const {
    // A canonical name is its own folded form, and nearly every name is canonical.
    auto found = places_.find(std::string(name));
    if (found == places_.end()) found = places_.find(fold_column_name(name));
    if (found == places_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> ColumnNames::suggest(std::string_view name) const {
    return language::nearest(name, spellings_);
}

std::size_t Header::own_fields() const {
    std::size_t count = slots.size();
    while (count > 0 && slots[count - 1] == remark)
        --count;
    return count;
}

Header read_header(const std::vector<HeaderName>& names, const ColumnNames& known, const std::string& where) {
    HeaderReader reader(known, where);
    for (const HeaderName& name : names)
        reader.read(name);
    return reader.finish();
}

} // namespace peergroup::documents
