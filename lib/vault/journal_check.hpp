#pragma once

#include "store/database.hpp"
#include "vault/journal_entry.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::vault {

/// What was found wrong with the journal, or a chain that could not be looked at.
struct JournalFinding {
    std::string code;  ///< `entry-edited`, `entry-missing`, `entries-cut`, `head-not-reached`, `head-differs`, `key-missing`,
                       ///< `key-unknown`
    std::string chain; ///< empty when it is about all of them
    std::int64_t entry = 0; ///< over all chains; of a missing one the number within its chain
};

/// The heads of a journal: `changes-41-…` over the chains of changes, `reads-7-…` over the chain of reads. The number is the
/// newest entry that it stands for, the rest is a hash over the last link of each chain until then. Kept elsewhere, it shows
/// later that everything until then is still there.
class JournalHead {
public:
    enum class Kind { changes, reads };

    /// Nothing for a text that is no head.
    static std::optional<JournalHead> parse(std::string_view text);
    /// The head as it was after entry `until`, or is now. Before the first entry its number is 0.
    static JournalHead of(store::Transaction& transaction, Kind kind, std::optional<std::int64_t> until = {});
    /// The head of the changes that were recorded until an instant (RFC 3339, UTC).
    static JournalHead of_changes_at(store::Transaction& transaction, const std::string& instant);

    std::string text() const;
    Kind kind() const { return kind_; }
    std::int64_t until() const { return until_; }
    bool operator==(const JournalHead&) const = default;

private:
    Kind kind_ = Kind::changes;
    std::int64_t until_ = 0;
    std::string hash_;
};

/// Goes through every entry of every chain whose key the ring holds. Says what was edited, what is missing in the middle, and
/// whether the newest entries are gone; a cut that took the store's own count with it, and an old copy, are seen against
/// `expected`.
std::vector<JournalFinding> check_journal(store::Transaction& transaction, const KeyRing& ring,
                                          const std::optional<JournalHead>& expected = {});

/// Which entries a list shows.
struct JournalFilter {
    std::string chain = {};
    std::string actor = {};
    std::string from = {};  ///< recorded at or after, RFC 3339 or its beginning
    std::string to = {};    ///< recorded before
    std::int64_t limit = 0; ///< the newest so many; 0: all
};

/// In the order in which they were recorded.
std::vector<JournalEntry> list_journal(store::Transaction& transaction, const JournalFilter& filter);

} // namespace peergroup::vault
