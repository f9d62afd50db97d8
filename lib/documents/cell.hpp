#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace peergroup::documents {

/// A share, kept as its two whole numbers so that totals can be summed; blank when `whole` is 0.
struct Ratio {
    std::int64_t part = 0;
    std::int64_t whole = 0;
    bool operator==(const Ratio&) const = default;
};

/// A machine's word beside people's: `open` and "avoin", `2026-03-04` and "4.3.2026". Copies share it, because long lists say the
/// same few again and again.
class Coded {
public:
    Coded(std::string code, std::string shown)
        : words_(std::make_shared<const Words>(Words{std::move(code), std::move(shown)})) {}

    const std::string& code() const { return words_->code; }
    const std::string& shown() const { return words_->shown; }
    bool operator==(const Coded& other) const { return words_ == other.words_ || *words_ == *other.words_; }

private:
    struct Words {
        std::string code;
        std::string shown;
        bool operator==(const Words&) const = default;
    };
    std::shared_ptr<const Words> words_;
};

/// Yes or no, with people's word for it.
struct Flag {
    bool set = false;
    std::string shown;
    bool operator==(const Flag&) const = default;
};

/// One value of a document, kept as a value so that each renderer writes it in its own way.
class Cell {
public:
    using List = std::vector<std::string>;
    using Value = std::variant<std::monostate, Flag, std::int64_t, Ratio, std::string, Coded, List>;

    /// Blank: null in JSON.
    static Cell empty() { return Cell(std::monostate{}); }
    /// A whole number.
    static Cell of(std::int64_t number) { return Cell(number); }
    /// A whole number, or blank.
    static Cell of(const std::optional<std::int64_t>& number) { return number ? Cell(*number) : empty(); }
    /// Free text; blank when it is empty.
    static Cell text(std::string text) { return text.empty() ? empty() : Cell(std::move(text)); }
    /// `code` for machines, `shown` for people.
    static Cell coded(std::string code, std::string shown) { return Cell(Coded(std::move(code), std::move(shown))); }
    /// `part` of `whole`; blank when `whole` is 0.
    static Cell ratio(std::int64_t part, std::int64_t whole) { return Cell(Ratio{part, whole}); }
    /// Yes or no; `shown` for people.
    static Cell flag(bool set, std::string shown) { return Cell(Flag{set, std::move(shown)}); }
    /// Several codes: an array in JSON, joined by a blank in CSV and by ", " in tables.
    static Cell list(List items) { return Cell(std::move(items)); }

    const Value& value() const { return value_; }
    /// Blank in every format: nothing, a ratio of nothing, or a list without items.
    bool is_empty() const;

    bool operator==(const Cell&) const = default;

private:
    explicit Cell(Value value) : value_(std::move(value)) {}

    Value value_;
};

} // namespace peergroup::documents
