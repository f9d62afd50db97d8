#pragma once

#include "cli/call.hpp"
#include "documents/document.hpp"
#include "documents/render.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::cli {

/// The format that is asked for: --format, else the extension of --output, else a table. Throws Problem(usage,
/// `unknown-extension`).
documents::Format format_of(const Call& call);

/// Whether people read the data, rather than programs: a table or Markdown.
bool is_for_people(documents::Format format);

/// Data: to --output, which appears whole or not at all, or to standard output.
void show(const Call& call, const documents::Document& document);

/// A message beside the data, on standard error; not with --quiet, nor with JSON, where only an error may stand there.
void tell(const Call& call, std::string_view sentence);

/// Sentences that belong to the data: messages for people, `notes` of the document in JSON.
void tell_beside(const Call& call, documents::Document& document, std::vector<std::string> sentences);

/// Names the command that comes next, at a terminal.
void suggest(const Call& call, std::string_view command);

} // namespace peergroup::cli
