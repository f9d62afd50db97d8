#pragma once

#include "calendar/date.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// That two who were entered apart are one person.
struct MergeRequest {
    people::PersonCode merged; ///< whose number means nobody of its own afterwards
    people::PersonCode into;
    calendar::Date today;
};

/// How much was moved.
struct Merged {
    std::int64_t memberships = 0;
    std::int64_t marks = 0;
};

/// Moves everything that is kept of one to the other, in one transaction: memberships with their steps and offers, marks, ties,
/// facts, events, contact decisions, and of the identity what the other's record leaves blank. The record and the key of the
/// merged one are destroyed; whoever asks for the number later is told of the other. Throws Problem: refused `same-person`,
/// `regions-differ`, `merge-overlaps` (both were in a group on the same days, or were marked at one meeting; the groups are
/// listed); and as `people::require_unrestricted` does.
Merged merge_people(store::Database& database, const vault::Journal& journal, const MergeRequest& request);

/// The rows that stand under people's numbers, in one transaction.
class NumberedRows {
public:
    explicit NumberedRows(store::Transaction& transaction) : transaction_(transaction) {}

    /// The codes of the groups in which both were on the same days, or were marked at one meeting.
    std::vector<std::string> overlaps(std::int64_t one, std::int64_t other);
    /// Puts marks, memberships, steps and offers of `merged` under `into`; the episodes of a group follow their first days.
    Merged move(std::int64_t merged, std::int64_t into);
    /// Puts links and families of `merged` under `into`; what tied the two to each other goes.
    void move_ties(std::int64_t merged, std::int64_t into);
    /// Says for whom the number stands from now on, and all that stood for it.
    void point(std::int64_t merged, std::int64_t into);

private:
    struct Episode {
        std::int64_t group;
        std::int64_t person;
        int episode;
        int renumbered;
        std::vector<std::int64_t> steps;
        std::vector<std::int64_t> offers;
    };

    std::vector<Episode> episodes_of(std::int64_t merged, std::int64_t into);
    void put(const Episode& episode, std::int64_t person, int number);

    store::Transaction& transaction_;
};

} // namespace peergroup::stewardship
