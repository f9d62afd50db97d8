#pragma once

#include "documents/document.hpp"
#include "language/language.hpp"
#include "people/person_events.hpp"
#include "people/person_facts.hpp"
#include "stewardship/erasure.hpp"
#include "stewardship/person_file.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peergroup::cli {

/// To whom what is kept of a person can be given: the person, a guardian, another controller, an authority, a court.
const std::vector<std::string>& recipients();

/// The events that are stated of a person.
documents::Table events_table(Language language, const people::PersonEvents& events);
documents::Table facts_table(Language language, const people::PersonFacts& facts);

/// What is decided about the records of one person, section by section, and why.
documents::Document document_of(Language language, const stewardship::ErasureDecision& decision);

/// Codes of people or facilitators with the reasons of what is decided about them.
using DecidedSubjects = std::vector<std::pair<std::string, std::vector<stewardship::Basis>>>;

/// The reasons of decisions; each with its subject under `subject_column` where that is not empty.
documents::Table bases_table(Language language, const DecidedSubjects& subjects, std::string_view subject_column);

/// Everything that is kept of a person.
documents::Document document_of(Language language, const stewardship::PersonFile& file);

} // namespace peergroup::cli
