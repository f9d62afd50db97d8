#pragma once

#include "calendar/instant.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// How one thing is: `warning` is to be seen to, `failed` keeps the work from being safe.
enum class Verdict { ok, warning, failed };

/// `ok`, `warning`, `failed`.
std::string_view code_of(Verdict verdict);

/// One thing that was looked at: what to do about it is the message `doctor-<verdict>.<code>`.
struct HealthLine {
    std::string code; ///< `disk-space`
    Verdict verdict = Verdict::ok;
    std::string detail = {};
};

/// What is looked at.
struct HealthQuestion {
    store::StoreUrl store;
    std::string folder;                    ///< of the workspace
    std::string key_ring = {};             ///< its file; empty without a workspace
    std::string zone;                      ///< of the workspace's region; empty when it is not known
    std::string backup_folder;             ///< where copies usually go
    std::string keys_folder = {};          ///< and those of the person keys
    std::optional<int> key_copy_days = {}; ///< how long these stay
    calendar::Instant now;
    store::Patience patience;
    bool in_detail = false; ///< with numbers that are different every time
};

/// Looks at everything that the daily work stands on, and changes nothing but what any command does: a transaction that was cut
/// off is taken back. Damage is an answer, never an exception; whether the store contradicts itself is `check_store`'s to say.
std::vector<HealthLine> examine_health(const HealthQuestion& question);

/// The newest instant that the store has recorded, RFC 3339, or empty.
std::string newest_record(store::Transaction& transaction);

} // namespace peergroup::stewardship
