#include "cli/membership_document.hpp"

#include "cli/wording.hpp"
#include "groups/group_register.hpp"
#include "language/messages.hpp"

namespace peergroup::cli {

documents::Table ended_table(Language language, const std::string& group, const std::vector<admission::Membership>& memberships) {
    documents::Table table{"memberships", "", {}, {}};
    table.columns = {id_column(language, "person"), column(language, "group"), column(language, "state"),
                     column(language, "last_day"), column(language, "reason")};
    for (const admission::Membership& membership : memberships)
        table.rows.push_back({{documents::Cell::text(code_of_person(membership.person)), documents::Cell::text(group),
                               coded(language, "membership", admission::code_of(membership.state)),
                               day(language, membership.to_on), coded(language, "leaving", membership.reason)}});
    return table;
}

documents::Table alone_table(Language language, store::Database& database,
                             const std::vector<admission::Membership>& memberships) {
    documents::Table table{"alone", language::say(language, "withdraw.alone"), {id_column(language, "person")}, {}};
    table.columns.push_back(column(language, "group"));
    store::Transaction transaction = database.read();
    groups::GroupRegister groups(transaction);
    for (const admission::Membership& membership : memberships)
        table.rows.push_back({{documents::Cell::text(code_of_person(membership.person)),
                               documents::Cell::text(groups.find(membership.group).value().code.text())}});
    return table;
}

} // namespace peergroup::cli
