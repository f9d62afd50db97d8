#pragma once

#include "language/problem.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::documents {

/// A place in a text: line and column count from 1, the column in characters.
struct TextPosition {
    unsigned line = 1;
    unsigned column = 1;

    auto operator<=>(const TextPosition&) const = default;
};

/// The whole numbers that a key may take, both ends included.
struct WholeRange {
    int least = std::numeric_limits<int>::min();
    int most = std::numeric_limits<int>::max();
};

/// One word that a key may take, and what it stands for.
template <class Value> struct Word {
    std::string_view text;
    Value value;
};

/// One table of a TOML text. Each getter notes that its key is known, so that `TomlDocument::finish` can name the keys that
/// nobody asked for; what is wrong with a value is reported to the document, and the getter then gives nothing. Never throws a
/// Problem. A handle: cheap to copy, valid as long as its document.
class TomlTable {
public:
    /// Text is never empty: `""` is reported as `config-empty`.
    std::optional<std::string> text(std::string_view key) const;
    /// Empty when the key is absent or wrong, which is then reported.
    std::string required_text(std::string_view key) const;
    std::optional<int> whole(std::string_view key, WholeRange range) const;
    std::optional<bool> flag(std::string_view key) const;
    /// A TOML local date, as ISO 8601 text: `2023-01-01`.
    std::optional<std::string> date(std::string_view key) const;
    /// A list of texts without repetitions; empty when the key is absent.
    std::vector<std::string> texts(std::string_view key) const;
    std::optional<TomlTable> table(std::string_view key) const;
    /// `[[key]]`, in the order of the text; empty when the key is absent.
    std::vector<TomlTable> tables(std::string_view key) const;

    /// What the word of `key` stands for; a text that is none of `words` is reported as `config-unknown-word`.
    template <class Value, std::size_t count>
    std::optional<Value> choice(std::string_view key, const std::array<Word<Value>, count>& words) const {
        const std::optional<std::string> word = text(key);
        return word ? meaning(key, *word, words) : std::nullopt;
    }
    /// The same for a list of words.
    template <class Value, std::size_t count>
    std::vector<Value> choices(std::string_view key, const std::array<Word<Value>, count>& words) const {
        std::vector<Value> values;
        for (const std::string& word : texts(key)) {
            if (const std::optional<Value> value = meaning(key, word, words)) values.push_back(*value);
        }
        return values;
    }

    /// Whether `key` is there; its absence is reported as `config-missing-key`.
    bool require(std::string_view key) const;
    /// Adds a fault that only the caller can see, at the value of `key`, or at the table where the key is absent. The full name
    /// of the key begins the sentence, `sentence` goes on from there.
    void report(std::string_view key, std::string code, std::string_view sentence, std::string hint = {}) const;
    /// `file:line:column` of the value of `key`, of `element` in its list, or of the table where the key is absent.
    std::string where(std::string_view key, std::string_view element = {}) const;

private:
    friend class TomlDocument;
    struct Node;
    explicit TomlTable(Node& node) : node_(&node) {}

    template <class Value, std::size_t count>
    std::optional<Value> meaning(std::string_view key, std::string_view word, const std::array<Word<Value>, count>& words) const {
        std::vector<std::string> known;
        for (const Word<Value>& candidate : words) {
            if (candidate.text == word) return candidate.value;
            known.emplace_back(candidate.text);
        }
        report_unknown_word(key, word, known);
        return std::nullopt;
    }
    void report_unknown_word(std::string_view key, std::string_view word, std::span<const std::string> known) const;

    Node* node_;
};

/// A TOML text that is read strictly: every fault is collected with its place, none is thrown.
class TomlDocument {
public:
    /// No text may be longer, and none may nest its lists, tables or dotted keys deeper.
    static constexpr std::size_t max_bytes = std::size_t{4} << 20U;
    static constexpr unsigned max_nesting = 32;

    /// Parses `text`; `file` names it in problems. A text that is too long, too deep or no TOML gives one problem, and every
    /// getter of its `root` then gives nothing without a further one.
    TomlDocument(std::string_view text, std::string file);
    ~TomlDocument();
    TomlDocument(const TomlDocument&) = delete;
    TomlDocument& operator=(const TomlDocument&) = delete;

    TomlTable root() const;

    /// What is wrong, in the order of the text: the faults that the getters met, and the keys that none of them asked for; each
    /// once, also where a key was read twice. To be called once, when all has been read.
    std::vector<Problem> finish();

private:
    friend class TomlTable;
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace peergroup::documents
