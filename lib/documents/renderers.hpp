#pragma once

#include "documents/document.hpp"
#include "documents/render.hpp"

#include <cstddef>
#include <string>

// One renderer for each format; `render` chooses among them. Those of long lists hand over what they write piece by piece.
namespace peergroup::documents {

/// A text of at least so many bytes is handed over: enough for one call of the system, little to keep.
constexpr std::size_t bytes_of_piece = std::size_t{16} << 10U;

/// Plain aligned columns without borders, two spaces between them, for eyes and grep: title, facts, tables, notes, a blank line
/// between them. Whatever comes from outside is made safe for a terminal.
void render_table(const Document& document, const Rendering& rendering, const TakePiece& take);

/// RFC 4180 in UTF-8 with CRLF, keys for headings, codes and plain numbers, texts guarded against being taken for formulas.
/// One table: its rows, totals among them. Several: a first column `table` with the key of each, then every column of any.
/// None: the facts as one row. With `excel_fi` a byte order mark, `;`, decimal commas, and headings and words for people.
void render_csv(const Document& document, const Rendering& rendering, const TakePiece& take);

/// One object: `schema`, the facts by key, each table as an array of objects under its key, its total rows as an array under
/// `KEY_total`, and `notes`. Numbers are never localised; blank is null.
void render_json(const Document& document, const TakePiece& take);

/// Each row as one object on a line, totals left out; of several tables each object begins with `table`. Without tables the
/// facts as one object.
void render_jsonl(const Document& document, const TakePiece& take);

/// Headings, a list of the facts, tables with numbers on the right, notes as paragraphs; marks in the data are escaped.
std::string render_markdown(const Document& document, const Rendering& rendering);

/// What stands in the column marked `is_id` of the first table that has one, a line for each row that is no total.
std::string render_ids(const Document& document);

/// How many rows of the first table are no totals.
std::string render_count(const Document& document);

} // namespace peergroup::documents
