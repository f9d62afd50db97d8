#include "documents/csv_row.hpp"

#include <algorithm>

namespace peergroup::documents {

namespace {

constexpr std::string_view line_ends = "\r\n";

class RowSplitter {
public:
    RowSplitter(std::string_view text, bool whole, char separator, CsvRow& row)
        : text_(text), whole_(whole), separator_(separator), row_(row) {
        row_.fields.clear();
        row_.fault = CsvFault::none;
        row_.fault_at = 0;
    }

    bool split() {
        Stop stop = Stop::separator;
        while (stop == Stop::separator)
            stop = next_field();
        if (stop == Stop::more) return false;
        return stop == Stop::broken ? end_with_first_line() : end_row(at_);
    }

private:
    /// What ended a field: a separator, the row's end, the end of the text though not of the row, or a fault of quoting.
    enum class Stop { separator, row_end, more, broken };

    Stop next_field() {
        starts_ = row_.fields.empty() ? 0 : at_ + 1;
        at_ = starts_;
        skip_blanks();
        if (at_ < text_.size() && text_[at_] == '"') return quoted_field();
        if (at_ == text_.size() && !whole_) return Stop::more;
        return plain_field();
    }

    Stop plain_field() {
        const std::size_t begin = at_;
        const std::string_view rest = text_.substr(begin);
        at_ = begin +
              static_cast<std::size_t>(
                  std::find_if(rest.begin(), rest.end(), [this](char letter) { return ends_field(letter); }) - rest.begin());
        row_.fields.push_back({starts_, begin, at_, false});
        if (at_ - starts_ > longest_field) refuse(CsvFault::field_too_long);
        return stop_here();
    }

    Stop quoted_field() {
        CsvField field{starts_, at_ + 1, at_ + 1, false};
        quoted_ = true;
        while (true) {
            const std::size_t close = text_.find('"', field.end);
            const std::size_t reached = std::min(close, text_.size());
            if (reached - field.begin > longest_field) return open_quote_fault(field.begin);
            if (close == std::string_view::npos) return whole_ ? open_quote_fault(field.begin) : Stop::more;
            if (close + 1 == text_.size() && !whole_) return Stop::more;
            field.end = close;
            at_ = close + 1;
            if (at_ == text_.size() || text_[at_] != '"') break;
            field.has_escapes = true;
            field.end = close + 2;
        }
        row_.fields.push_back(field);
        skip_blanks();
        if (at_ == text_.size() || ends_field(text_[at_])) return stop_here();
        refuse(CsvFault::text_after_quote);
        return Stop::broken;
    }

    /// Over the limit without any line end it is one long value; otherwise a quote was forgotten.
    Stop open_quote_fault(std::size_t begin) {
        const std::string_view reached = text_.substr(begin, longest_field);
        const bool one_line = reached.size() == longest_field && reached.find_first_of(line_ends) == std::string_view::npos;
        refuse(one_line ? CsvFault::field_too_long : CsvFault::missing_closing_quote);
        return Stop::broken;
    }

    Stop stop_here() const {
        if (at_ == text_.size()) return whole_ ? Stop::row_end : Stop::more;
        return text_[at_] == separator_ ? Stop::separator : Stop::row_end;
    }

    bool end_with_first_line() {
        const std::size_t line_end = text_.find_first_of(line_ends);
        if (line_end == std::string_view::npos && !whole_) return false;
        const std::size_t end = std::min(line_end, text_.size());
        // A fault further down is the doing of the field that left the first line.
        if (row_.fault_at > end)
            for (const CsvField& field : row_.fields)
                if (field.starts <= end) row_.fault_at = field.starts;
        row_.fault_at = std::min(row_.fault_at, end);
        std::erase_if(row_.fields, [&](const CsvField& field) { return field.starts >= row_.fault_at; });
        return end_row(end);
    }

    bool end_row(std::size_t end) {
        const std::size_t after = end == text_.size() ? 0 : line_end_length(end);
        if (end < text_.size() && after == 0) return false;
        row_.text_length = end;
        row_.length = end + after;
        row_.lines = 1 + (quoted_ ? count_lines(text_.substr(0, end)) : 0);
        return true;
    }

    /// 0 when it cannot be told yet: a CR at the end of the text may be half a CRLF.
    std::size_t line_end_length(std::size_t at) const {
        if (text_[at] == '\n') return 1;
        if (at + 1 == text_.size()) return whole_ ? 1 : 0;
        return text_[at + 1] == '\n' ? 2 : 1;
    }

    static std::uint32_t count_lines(std::string_view text) {
        std::uint32_t lines = 0;
        for (std::size_t at = text.find_first_of(line_ends); at != std::string_view::npos;
             at = text.find_first_of(line_ends, at + 1)) {
            ++lines;
            if (text.substr(at, 2) == "\r\n") ++at;
        }
        return lines;
    }

    void refuse(CsvFault fault) {
        if (row_.fault != CsvFault::none) return;
        row_.fault = fault;
        row_.fault_at = starts_;
    }

    bool ends_field(char character) const { return character == separator_ || character == '\n' || character == '\r'; }

    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t') && text_[at_] != separator_)
            ++at_;
    }

    std::string_view text_;
    bool whole_;
    char separator_;
    CsvRow& row_;
    std::size_t at_ = 0;
    std::size_t starts_ = 0;
    bool quoted_ = false; ///< only inside quotes can a line end
};

bool is_blank(char character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

std::size_t blank_at_front(std::string_view text) {
    if (text.empty()) return 0;
    return is_blank(text.front()) ? 1 : text.starts_with("\xC2\xA0") ? 2 : 0;
}

std::size_t blank_at_back(std::string_view text) {
    if (text.empty()) return 0;
    return is_blank(text.back()) ? 1 : text.ends_with("\xC2\xA0") ? 2 : 0;
}

} // namespace

bool split_csv_row(std::string_view text, bool whole, char separator, CsvRow& row) {
    return RowSplitter(text, whole, separator, row).split();
}

bool split_line(std::string_view text, bool whole, CsvRow& row) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos && !whole) return false;
    row.text_length = std::min(end, text.size());
    row.length = std::min(row.text_length + 1, text.size());
    row.lines = 1;
    row.fault = CsvFault::none;
    row.fields.assign(1, {0, 0, row.text_length, false});
    return true;
}

std::string_view trim_blanks(std::string_view text) {
    while (const std::size_t blank = blank_at_front(text))
        text.remove_prefix(blank);
    while (const std::size_t blank = blank_at_back(text))
        text.remove_suffix(blank);
    return text;
}

std::string csv_field_value(std::string_view text, const CsvField& field) {
    const std::string_view quoted = text.substr(field.begin, field.end - field.begin);
    std::string value;
    value.reserve(quoted.size());
    for (std::size_t at = 0; at < quoted.size(); ++at) {
        value += quoted[at];
        if (field.has_escapes && quoted[at] == '"') ++at;
    }
    return std::string(trim_blanks(value));
}

} // namespace peergroup::documents
