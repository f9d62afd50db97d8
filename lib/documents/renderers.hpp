#pragma once

#include "documents/document.hpp"
#include "documents/render.hpp"

#include <string>

// One renderer for each format; `render` chooses among them.
namespace peergroup::documents {

/// Plain aligned columns without borders, two spaces between them, for eyes and grep: title, facts, tables, notes, a blank line
/// between them. Whatever comes from outside is made safe for a terminal.
std::string render_table(const Document& document, const Rendering& rendering);

/// RFC 4180 in UTF-8 with CRLF, keys for headings, codes and plain numbers, texts guarded against being taken for formulas.
/// One table: its rows, totals among them. Several: a first column `table` with the key of each, then every column of any.
/// None: the facts as one row. With `excel_fi` a byte order mark, `;`, decimal commas, and headings and words for people.
std::string render_csv(const Document& document, const Rendering& rendering);

/// One object: `schema`, the facts by key, each table as an array of objects under its key, its total rows as an array under
/// `KEY_total`, and `notes`. Numbers are never localised; blank is null.
std::string render_json(const Document& document);

/// Each row as one object on a line, totals left out; of several tables each object begins with `table`. Without tables the
/// facts as one object.
std::string render_jsonl(const Document& document);

/// Headings, a list of the facts, tables with numbers on the right, notes as paragraphs; marks in the data are escaped.
std::string render_markdown(const Document& document, const Rendering& rendering);

/// What stands in the column marked `is_id` of the first table that has one, a line for each row that is no total.
std::string render_ids(const Document& document);

/// How many rows of the first table are no totals.
std::string render_count(const Document& document);

} // namespace peergroup::documents
