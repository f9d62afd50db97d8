#pragma once

#include "cli/call.hpp"
#include "documents/document.hpp"
#include "documents/render.hpp"

#include <string>
#include <string_view>

namespace peergroup::cli {

/// The format that is asked for: --format, else the extension of --output, else a table. Throws Problem(usage,
/// `unknown-extension`).
documents::Format format_of(const Call& call);

/// Whether people read the data, rather than programs: a table or Markdown.
bool is_for_people(documents::Format format);

/// Data: to --output, which appears whole or not at all, or to standard output.
void show(const Call& call, const documents::Document& document);

/// A message beside the data, on standard error; not with --quiet.
void tell(const Call& call, std::string_view sentence);

/// Names the command that comes next, at a terminal.
void suggest(const Call& call, std::string_view command);

} // namespace peergroup::cli
