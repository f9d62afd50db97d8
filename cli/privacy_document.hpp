#pragma once

#include "documents/document.hpp"
#include "language/language.hpp"
#include "people/person_events.hpp"
#include "people/person_facts.hpp"
#include "stewardship/erasure.hpp"
#include "stewardship/person_file.hpp"

#include <string>
#include <vector>

namespace peergroup::cli {

/// To whom what is kept of a person can be given: the person, a guardian, another controller, an authority, a court.
const std::vector<std::string>& recipients();

/// The events that are stated of a person.
documents::Table events_table(Language language, const people::PersonEvents& events);
documents::Table facts_table(Language language, const people::PersonFacts& facts);

/// What is decided about the records of one person, section by section, and why.
documents::Document document_of(Language language, const stewardship::ErasureDecision& decision);

/// The reasons of one decision, with the person of each where `with_person` is set.
documents::Table bases_table(Language language, const std::vector<stewardship::ErasureDecision>& decisions, bool with_person);

/// Everything that is kept of a person.
documents::Document document_of(Language language, const stewardship::PersonFile& file);

} // namespace peergroup::cli
