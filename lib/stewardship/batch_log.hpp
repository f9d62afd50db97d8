#pragma once

#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// One command that changed something, as it was recorded.
struct RecordedBatch {
    std::int64_t id = 0;
    std::string recorded_at = {};
    std::string actor = {};
    std::string verb = {};
    std::string counts = {};                    ///< as in the journal: numbers by name
    std::vector<std::string> regions = {};      ///< whose people or groups it was about
    std::optional<std::int64_t> undone_by = {}; ///< the batch that took it back
};

/// The batches in one transaction.
class BatchLog {
public:
    explicit BatchLog(store::Transaction& transaction) : transaction_(transaction) {}

    /// The newest `most` that are of the actor's regions, newest first.
    std::vector<RecordedBatch> newest(std::int64_t most, const vault::Actor& actor);
    /// Throws Problem: not_found `batch-not-found`; not_permitted `not-permitted.region`.
    RecordedBatch require(std::int64_t batch, const vault::Actor& actor);
    /// People whom the batch created and who have not been erased.
    std::vector<people::PersonCode> people_created_by(std::int64_t batch);
    /// Whether anything of the person is in a group, or at a meeting of one.
    bool takes_part(people::PersonCode person);
    void note_undone(std::int64_t batch, std::int64_t undone_by);

private:
    void add_journalled(std::vector<RecordedBatch>& batches, std::int64_t from);

    store::Transaction& transaction_;
};

} // namespace peergroup::stewardship
