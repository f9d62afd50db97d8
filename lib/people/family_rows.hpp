#pragma once

#include "batches/row_outcomes.hpp"
#include "people/matching.hpp"
#include "people/person_register.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::people {

/// One row of a family in a file.
struct FamilyRow {
    std::int64_t person = {};
    std::string relation = {}; ///< what the person is in the family: `child`, `parent`, …; may be blank
    documents::RowPlace place = {};
    batches::RowStatus status = batches::RowStatus::unchanged; ///< with which the row was taken
};

/// The families that a file names. Rows of one family stand or fall together, wherever they stand in the file.
class FamilyRows {
public:
    /// The relation as a row states it: one of relations(), in three languages; a fault of code `unknown-relation` otherwise.
    static std::optional<FieldFault> read_relation(std::string_view text, std::string& relation);

    /// A number that is equal for equal names; 0 for none.
    static std::uint64_t mark_of(const std::string& family);
    void add(const std::string& family, FamilyRow row);
    /// A row of the family was refused, so none of it is taken; `follows` as of that row's rejection.
    void refuse(const std::string& family, bool follows);
    /// Rejects the other rows of families with a refused one, `family-refused`.
    void reject_fallen(batches::RowOutcomes& outcomes) const;
    /// Puts each family together and links its children with everybody else in it.
    void write(PersonRegister& people) const;

private:
    std::map<std::string, std::vector<FamilyRow>> families_;
    std::map<std::string, bool> refused_; ///< and whether every refusal of it follows from other rows
};

/// One of a family, and what the person is in it; blank: not told.
struct FamilyTie {
    std::int64_t person;
    std::string relation;
};

/// Puts the people into one family and links each child in it with all others: by what they are told to be, else as close people
/// unless a link is there already.
void tie_family(PersonRegister& people, const std::vector<FamilyTie>& family);

/// The rejection of `row` for a fault in one of its values, or for the fault with which it was read.
batches::RowRejection rejection_of(const documents::Sheet& sheet, const documents::SheetRow& row, const FieldFault& fault);
batches::RowRejection rejection_of(const documents::SheetRow& row);

/// What a refusal calls somebody: the code, or `line 14` for whom that line of the file created in this attempt, since such a
/// code is taken back with the attempt and given to somebody else.
std::string code_or_line(const batches::RowOutcomes& outcomes, std::int64_t person);
/// The rejection of the row at `place` by a refusal.
batches::RowRejection rejection_of(documents::RowPlace place, const MatchRefusal& refusal, const batches::RowOutcomes& outcomes);

/// `family` and `relation`, with what people call them.
const std::vector<documents::ColumnName>& family_columns();

} // namespace peergroup::people
