#pragma once

#include <string_view>
#include <vector>

namespace peergroup::store {

/// What erasing a person does to a column.
enum class Erasure { remove_row, clear, zero, keep };

/// What a column of the schema says of people, as `migrations/personal.columns` states it beside the migrations.
struct PersonalColumn {
    std::string_view table; ///< `person`, `keys.person_key`
    std::string_view name;
    std::string_view
        kind; ///< number, identity, birth, contact, place, tie, event, fact, trace, choice, staff; empty: says nothing of anyone
    std::string_view person; ///< the column with the number of the person whom it is about; empty where there is none
    Erasure erasure = Erasure::keep;
    std::string_view retention; ///< `task`: the rule of the service task or register; `created`: log data
    std::string_view section;   ///< of what is given out to the person; empty: not given out
};

/// Every column of the schema, in the order of the file. Throws std::logic_error for a line that is none.
const std::vector<PersonalColumn>& personal_columns();

} // namespace peergroup::store
