#include "stewardship/health.hpp"

namespace peergroup::stewardship {

std::string newest_record(store::Transaction& transaction) {
    return transaction.prepare(R"sql(SELECT max(recorded_at) FROM journal)sql").one()->text_or_empty(0);
}

} // namespace peergroup::stewardship
