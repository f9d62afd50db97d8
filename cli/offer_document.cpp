#include "cli/offer_document.hpp"

#include "cli/wording.hpp"
#include "groups/group_register.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

/// Adds rows under the codes of their groups.
class SettledRows {
public:
    SettledRows(Language language, store::Transaction& transaction, documents::Table& table)
        : language_(language), groups_(transaction), table_(table) {}

    void add(std::int64_t person, std::int64_t group, std::string_view outcome, std::optional<calendar::Date> until = {}) {
        table_.rows.push_back({{Cell::text(code_of_person(person)), Cell::text(groups_.find(group).value().code.text()),
                                coded(language_, "offer", outcome), day(language_, until)}});
    }

private:
    Language language_;
    groups::GroupRegister groups_;
    documents::Table& table_;
};

} // namespace

documents::Table settled_table(Language language, store::Database& database, const admission::Settled& settled) {
    documents::Table table{"places", "", {id_column(language, "person")}, {}};
    for (const char* const key : {"group", "outcome", "until"})
        table.columns.push_back(column(language, key));
    store::Transaction transaction = database.read();
    SettledRows rows(language, transaction, table);
    for (const admission::Offer& offer : settled.offered)
        rows.add(offer.person, offer.group, "offered", offer.until_on);
    for (const admission::Membership& membership : settled.promoted)
        rows.add(membership.person, membership.group, "enrolled");
    for (const admission::Offer& offer : settled.ended)
        rows.add(offer.person, offer.group, "ended");
    for (const admission::Membership& membership : settled.left_list)
        rows.add(membership.person, membership.group, "left_list");
    return table;
}

} // namespace peergroup::cli
