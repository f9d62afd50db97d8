#pragma once

#include "calendar/date.hpp"
#include "calendar/local_time.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/document.hpp"
#include "groups/meeting_plan.hpp"
#include "language/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The words in which values are shown to people, beside the ones for programs. Every key of a column has its heading in the
// message `column.<key>`.
namespace peergroup::cli {

/// A column with its heading.
documents::Column column(Language language, std::string_view key);
/// A column of numbers.
documents::Column number_column(Language language, std::string_view key);
/// The column that `-f ids` prints.
documents::Column id_column(Language language, std::string_view key);

/// A named value with its label, which is the heading of a column of that key.
documents::Fact fact(Language language, std::string_view key, documents::Cell value);

/// `code` with the message `<kind>.<code>`, or as it is where a catalogue has words of its own; blank when the code is empty.
documents::Cell coded(Language language, std::string_view kind, std::string_view code);
documents::Cell yes_or_no(Language language, bool set);
documents::Cell yes_or_no(Language language, std::optional<bool> set);
documents::Cell day(Language language, std::optional<calendar::Date> date);
/// `monday` for programs, the weekday of the language for people.
documents::Cell weekday_of(Language language, calendar::Date date);
documents::Cell time_of_day(Language language, std::optional<calendar::LocalTime> time);
documents::Cell number(std::optional<int> number);

/// Several codes; blank when there is none.
documents::Cell codes(std::vector<std::string> list);

/// Puts words in place of blank facts, for people: what a source does not state is unset, and is said to be.
void say_not_stated(documents::Document& document, Language language);

/// Takes out columns in which no row has anything.
void drop_blank_columns(documents::Table& table);

/// The first row of a table as facts, for a document about one thing.
std::vector<documents::Fact> facts_of(const documents::Table& table);

/// The code of a person's number; empty for 0, which stands for no person.
std::string code_of_person(std::int64_t number);

/// `4.3.2026`, as the language writes it.
std::string shown_day(Language language, calendar::Date date);

/// A notice of the planning as a sentence.
std::string sentence_of(Language language, const groups::Notice& notice, const catalogue::Catalogue& catalogue,
                        const catalogue::Region& region);

} // namespace peergroup::cli
