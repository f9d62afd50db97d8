#pragma once

#include "documents/document.hpp"
#include "language/language.hpp"
#include "stewardship/person_file.hpp"

#include <initializer_list>
#include <vector>

namespace peergroup::cli {

/// An empty table of a section of what is kept of a person, with its title and columns.
documents::Table section_table(Language language, const char* key, std::initializer_list<const char*> columns);

/// What a person took part in: memberships, steps, attendance, reminders.
std::vector<documents::Table> history_tables(Language language, const stewardship::PersonFile& file);

} // namespace peergroup::cli
