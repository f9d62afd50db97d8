#pragma once

#include <string>
#include <string_view>

namespace peergroup::documents {

/// Whether a spreadsheet would take `text` for a formula (OWASP, CSV injection: = + - @, tab, line ends and their full-width
/// forms in front), or for a formula behind apostrophes. A phone number (`+358 40 1234567`) and a plain number (`-3,5`) are none.
bool needs_formula_guard(std::string_view text);

/// `text` with an apostrophe in front where it needs one.
std::string guard_formula(std::string_view text);

/// Takes one guarding apostrophe off again, so that what was exported is read as it was.
std::string_view unguard_formula(std::string_view text);

} // namespace peergroup::documents
