#include "cli/error_list.hpp"

#include <array>

namespace peergroup::cli {

namespace {

// clang-format off
constexpr auto meanings = std::to_array<ErrorMeaning>({
    {"already-enrolled", "row", "the person is in the group already, or waits for it, from another day"},
    {"attested-by-missing", "row", "facts are told, but not who attests them (2 for operands)"},
    {"attested-by-no-code", "row", "whoever attests is stated by something else than a code (2 for operands)"},
    {"birth-date-unknown", "row", "the group states an age, and the birth date is not known"},
    {"birth-differs", "row", "the birth date is another than that of the personal identity code"},
    {"birth-in-future", "row", "the birth date is in the future"},
    {"differs", "row", "told values differ from the stored ones (--on-difference)"},
    {"earned-missing", "row", "a qualification is told without the day on which it was earned"},
    {"expires-before-earned", "row", "a qualification would expire before it was earned (2 for operands)"},
    {"facilitator-of-group", "row", "the person guides the group (told to whoever has clearance)"},
    {"facilitator-related", "row", "the person belongs to somebody who guides the group (told to whoever has clearance)"},
    {"fact-unknown", "row", "of the facts that the group asks for none is attested of the person"},
    {"family-in-group", "row", "somebody of the family is in the group, whose type wants none (told to whoever has clearance)"},
    {"family-refused", "row", "another row of the family is refused"},
    {"field-too-long", "row", "a field of the file is too long"},
    {"group-anonymous", "row", "people are counted there, and nobody is named"},
    {"group-full", "row", "the group is full and keeps no waiting list"},
    {"group-missing", "row", "the row names no group"},
    {"identity-code.check", "row", "the check character of the personal identity code does not fit"},
    {"identity-code.check-character", "row", "the last character is none that a check character can be"},
    {"identity-code.dash", "row", "the separator is a typographic dash"},
    {"identity-code.date", "row", "the personal identity code starts with no date"},
    {"identity-code.digits", "row", "something else than a digit stands where one belongs"},
    {"identity-code.future", "row", "the personal identity code is of somebody not yet born"},
    {"identity-code.length", "row", "a personal identity code has eleven characters"},
    {"identity-code.separator", "row", "the seventh character is no century sign"},
    {"identity-code.serial", "row", "the individual number is 000 or 001"},
    {"identity-code.temporary", "row", "the personal identity code is a temporary one"},
    {"intake-closed", "row", "the group takes nobody new"},
    {"invalid-json", "row", "the line is no JSON"},
    {"keep-apart", "row", "somebody from whom the person is to be kept apart is in the group (told to whoever has clearance)"},
    {"keys-disagree", "row", "identity code and reference belong to different people"},
    {"mark-missing", "row", "the row has a person and no mark"},
    {"marked-twice", "row", "the file marks the same session twice"},
    {"membership-overlaps", "row", "the day falls within an earlier membership"},
    {"minutes-without-delay", "row", "minutes are stated for a mark that has none"},
    {"missing-closing-quote", "row", "a quote is opened and not closed"},
    {"name-ambiguous", "row", "several facilitators have the name, and no reference tells which is meant"},
    {"near-match", "row", "the name and birth date are those of somebody known (--different-person)"},
    {"nested-json", "row", "the values of a line may not be objects or lists"},
    {"no-email", "row", "the e-mail address is none"},
    {"no-linked-adult", "row", "the child has no linked adult in the parents' group"},
    {"no-phone", "row", "the telephone number is none"},
    {"no-session", "row", "a text is no number and no day of a session (2 for operands)"},
    {"no-yes-or-no", "row", "a text is neither yes nor no"},
    {"nobody-named", "row", "the row names nobody"},
    {"not-a-member", "row", "the person is no member of the group on that day (6 for withdraw)"},
    {"not-completed", "row", "the person has not completed the type that has to come before"},
    {"not-eligible.age", "row", "the age is outside the group's limits"},
    {"not-placeable.restricted", "row", "the person cannot be placed there; why is told to whoever has clearance"},
    {"not-utf8", "row", "bytes are no text in UTF-8"},
    {"nul-byte", "row", "a zero byte stands in the file"},
    {"person-missing", "row", "the row names no person"},
    {"reference-birth-differs", "row", "the reference is that of somebody born on another day"},
    {"repeated-key", "row", "a key stands twice in one line"},
    {"row-too-long", "row", "a row of the file is too long"},
    {"session-cancelled", "row", "the session was cancelled"},
    {"session-in-future", "row", "the session has not taken place yet"},
    {"session-missing", "row", "the row names no session"},
    {"text-after-quote", "row", "text stands after a closing quote"},
    {"theme-differs", "row", "the same session has two different themes"},
    {"too-many-fields", "row", "the row has more fields than the header"},
    {"unknown-channel", "row", "the word is no channel"},
    {"unknown-fact", "row", "a code is no fact that a type of the catalogue asks for (2 for operands)"},
    {"unknown-language", "row", "the language is no two-letter code"},
    {"unknown-mark", "row", "the letter is no mark of attendance"},
    {"unknown-qualification", "row", "no type of the catalogue names the qualification (2 for operands)"},
    {"unknown-role", "row", "the word is no role of a facilitator (2 for operands)"},
    {"visitors-not-counted", "row", "the group takes no head count"},
});
// clang-format on

} // namespace

std::span<const ErrorMeaning> row_error_meanings() {
    return meanings;
}

} // namespace peergroup::cli
