#pragma once

#include "batches/batch_run.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <vector>

namespace peergroup::admission {

/// What is to be known of those whom the batch brought into groups of another language: `other-language` with the person's code
/// and language and the group's, and `more-of-other-language` where there are more than twenty.
std::vector<batches::Remark> language_remarks(store::Transaction& transaction, std::int64_t batch);

} // namespace peergroup::admission
