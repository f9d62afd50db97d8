#pragma once

#include "people/person_code.hpp"
#include "people/person_register.hpp"
#include "stewardship/retention.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// What is known of one person that retention asks about.
class RetentionReader {
public:
    RetentionReader(store::Transaction& transaction, const vault::KeyRing& ring);
    RetentionFacts of(people::PersonCode person);

private:
    people::PersonRegister people_;
    people::EventRegister events_;
    store::Statement memberships_;
    store::Statement referrals_;
    store::Statement created_;
};

/// One for each table and each of its columns that leads to a person, made from the annotations; $1 is the day of erasure.
std::vector<std::string> erasure_statements();

/// Erases people in one transaction, as the annotations of the columns say: what is theirs is deleted or emptied, their keys with
/// it, and what counts them stays.
class Erasure {
public:
    explicit Erasure(store::Transaction& transaction) : transaction_(transaction) {}

    void erase(std::span<const people::PersonCode> people, calendar::Date today);

    /// Everybody who was erased; those who were merged into somebody are gone with that one.
    std::vector<people::PersonCode> erased();
    /// How many people and facilitators were erased on `day` or later.
    std::int64_t count_since(calendar::Date day);
    /// Erases in an older copy those of `people` who are there, and everybody whose key is gone; gives how many they were.
    std::int64_t erase_again(std::span<const people::PersonCode> people, calendar::Date today);

private:
    store::Transaction& transaction_;
};

/// How the records of one person would be dealt with.
struct ErasureDecision {
    people::PersonCode person;
    std::vector<Basis> bases;
    Keeping keeping() const { return decisive(bases).keeping; }
};

/// What becomes of one section of what is kept of a person, as the annotations of its columns say.
struct SectionFate {
    std::string_view section;
    bool figures = false; ///< it stays when the person is erased, under a number that stands for nobody
};
std::vector<SectionFate> section_fates();

/// Decides about one person and, where that is to erase and `rehearsed` is not set, does it. Throws Problem as `require_person`
/// does.
struct ErasureRequest {
    people::PersonCode person;
    RetentionQuestion question;
    std::filesystem::path workspace = {}; ///< whose outbox is cleared of messages to the person; none where it is empty
    bool rehearsed = false;
};
ErasureDecision erase_person(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                             const ErasureRequest& request);

/// How many people of the actor's regions are to be erased, and how many are kept, by reason.
struct RetentionPlan {
    std::vector<ErasureDecision> due; ///< to be erased, by number
    std::vector<std::pair<std::string, std::int64_t>>
        kept; ///< `why`, or `why:event`, with how many people it keeps; `key-missing`: of regions whose key is not held
};

/// Goes through everybody in the actor's regions.
RetentionPlan plan_retention(store::Transaction& transaction, const catalogue::Catalogue& catalogue,
                             const vault::Journal& journal, calendar::Date today);

/// When, and in which workspace: its outbox is cleared of messages to those who are erased.
struct RetentionRun {
    calendar::Date today;
    std::filesystem::path workspace = {};
};

/// Erases everybody who is due, in one transaction, and gives the plan that it did.
RetentionPlan apply_retention(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                              const RetentionRun& run);

} // namespace peergroup::stewardship
