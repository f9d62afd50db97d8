#pragma once

#include "documents/document.hpp"
#include "language/language.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// The formats of every list and report.
enum class Format { table, csv, json, jsonl, ids, count, markdown };

/// Reads `table`, `csv`, `json`, `jsonl`, `ids`, `count` or `md`.
std::optional<Format> parse_format(std::string_view text);

/// The word that parse_format reads.
std::string_view name_of(Format format);

/// The format that a file's extension asks for: .csv .json .jsonl .md, and .txt for a table; upper case too.
std::optional<Format> format_of_extension(std::string_view path);

/// How a document is to be written.
struct Rendering {
    Format format = Format::table;
    Language language = Language::en;
    bool excel_fi = false; ///< CSV as Finnish Excel opens it: byte order mark, `;`, decimal comma, headings and words for people
    bool bold_headings = false; ///< tables on a terminal
};

/// Takes the next piece of a text that is handed over while it is made.
using TakePiece = std::function<void(std::string_view piece)>;

/// The document in one format, ending in a line end unless it is empty; the same document gives the same bytes. See
/// `render_table`, `render_csv`, `render_json`, `render_jsonl`, `render_markdown`, `render_ids` and `render_count` for each.
/// `take` is given it piece by piece; what it throws goes on to the caller.
void render(const Document& document, const Rendering& rendering, const TakePiece& take);

/// The same as one text.
std::string render(const Document& document, const Rendering& rendering);

} // namespace peergroup::documents
