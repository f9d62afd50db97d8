#include "stewardship/integrity.hpp"

#include "admission/integrity.hpp"
#include "catalogue/catalogue_store.hpp"
#include "facilitators/integrity.hpp"
#include "groups/integrity.hpp"
#include "people/integrity.hpp"
#include "referrals/integrity.hpp"
#include "sessions/integrity.hpp"
#include "stewardship/sealed_values.hpp"
#include "store/fault.hpp"
#include "vault/journal_check.hpp"

namespace peergroup::stewardship {

namespace {

void add_journal(store::Transaction& transaction, const vault::KeyRing* ring, std::vector<store::Contradiction>& found) {
    if (ring == nullptr) {
        found.push_back({"journal-not-checked", "", std::nullopt, ""});
        return;
    }
    for (const vault::JournalFinding& finding : vault::check_journal(transaction, *ring))
        if (finding.code != "key-missing") // another office's chain is looked at there
            found.push_back({"journal-broken", finding.chain, std::nullopt, finding.code + " " + std::to_string(finding.entry)});
}

// That their pages are damaged has been told before.
void add_kept_values(store::Transaction& transaction, const vault::KeyRing* ring, std::vector<store::Contradiction>& found) {
    try {
        for (const std::int64_t changed : catalogue::changed_catalogues(transaction))
            found.push_back({"catalogue-changed", "catalogue " + std::to_string(changed), std::nullopt, ""});
        if (ring == nullptr) return;
        for (store::Contradiction& contradiction : sealed_contradictions(transaction, *ring))
            found.push_back(std::move(contradiction));
    } catch (const store::StoreError& error) {
        if (error.fault != store::StoreFault::corrupt || found.empty()) throw;
    }
}

} // namespace

std::vector<store::Contradiction> check_store(const store::StoreUrl& url, store::Patience patience, const vault::KeyRing* ring) {
    try {
        store::Database database = store::Database::open(url, store::OpenMode::use, patience);
        store::Transaction transaction = database.read();
        std::vector<store::Contradiction> found = store::file_contradictions(transaction);
        for (const auto checks : {people::integrity_checks(), groups::integrity_checks(), facilitators::integrity_checks(),
                                  referrals::integrity_checks(), admission::integrity_checks(), sessions::integrity_checks()})
            for (store::Contradiction& contradiction : store::contradictions(transaction, checks))
                found.push_back(std::move(contradiction));
        add_kept_values(transaction, ring, found);
        add_journal(transaction, ring, found);
        return found;
    } catch (const store::StoreError& error) {
        if (error.fault != store::StoreFault::corrupt) throw;
        return {{"file-damaged", error.message, std::nullopt, ""}}; // so badly that it cannot be opened
    }
}

} // namespace peergroup::stewardship
