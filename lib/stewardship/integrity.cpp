#include "stewardship/integrity.hpp"

#include "admission/integrity.hpp"
#include "groups/integrity.hpp"
#include "people/integrity.hpp"
#include "sessions/integrity.hpp"
#include "store/fault.hpp"

namespace peergroup::stewardship {

std::vector<store::Contradiction> check_store(const store::StoreUrl& url, store::Patience patience) {
    try {
        store::Database database = store::Database::open(url, store::OpenMode::use, patience);
        store::Transaction transaction = database.read();
        std::vector<store::Contradiction> found = store::file_contradictions(transaction);
        for (const auto checks : {people::integrity_checks(), groups::integrity_checks(), admission::integrity_checks(),
                                  sessions::integrity_checks()})
            for (store::Contradiction& contradiction : store::contradictions(transaction, checks))
                found.push_back(std::move(contradiction));
        return found;
    } catch (const store::StoreError& error) {
        if (error.fault != store::StoreFault::corrupt) throw;
        return {{"file-damaged", error.message, std::nullopt, ""}}; // so badly that it cannot be opened
    }
}

} // namespace peergroup::stewardship
