#include "cli/person_sheet.hpp"

#include "people/family_rows.hpp"
#include "people/person_details.hpp"
#include "people/told_facts.hpp"

namespace peergroup::cli {

const std::vector<documents::ColumnName>& person_sheet_columns() {
    static const std::vector<documents::ColumnName> columns = [] {
        std::vector<documents::ColumnName> all = people::person_columns();
        all.insert(all.end(), people::family_columns().begin(), people::family_columns().end());
        all.insert(all.end(), people::fact_columns().begin(), people::fact_columns().end());
        return all;
    }();
    return columns;
}

} // namespace peergroup::cli
