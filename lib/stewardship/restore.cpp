#include "stewardship/restore.hpp"

#include "facilitators/facilitator_register.hpp"
#include "language/problem.hpp"
#include "stewardship/erasure.hpp"
#include "stewardship/facilitator_rights.hpp"
#include "store/copies.hpp"
#include "store/fault.hpp"
#include "store/migration.hpp"
#include "store/restore.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace peergroup::stewardship {

namespace {

/// Whoever was erased since a copy was made, or before.
struct Erased {
    std::vector<people::PersonCode> people = {};
    std::vector<facilitators::FacilitatorCode> facilitators = {};
};

/// How a copy is made ready.
struct RestoreManner {
    Erased erased;
    calendar::Date today;
    store::Patience patience;
};

bool is_there(const std::string& path) {
    std::error_code hidden;
    return std::filesystem::exists(path, hidden);
}

store::FileContent content_of_pair(const store::StorePair& copy) {
    store::FileContent content = store::examine_file(copy.store);
    const store::FileContent keys = store::examine_file(copy.keys);
    if (content.identity != keys.identity || !keys.rows.contains("person_key") || content.rows.contains("person_key"))
        throw Problem(ProblemKind::integrity, "copy-mismatched", "does not hold the person keys of " + copy.store, copy.keys,
                      "name the copy of the keys that belongs to the copy of the store");
    return content;
}

// A store that is lost or damaged cannot be asked, and is what copies are for.
std::string identity_now(const store::StoreUrl& url) {
    for (const std::string& path : {url.path, store::pair_at(url.path).keys}) {
        try {
            return store::examine_file(path).identity;
        } catch (const store::StoreError&) {
            continue;
        }
    }
    return "";
}

void refuse_cut_off(const store::StoreUrl& url) {
    const store::StorePair pair = store::pair_at(url.path);
    for (const std::string& path : {pair.store, pair.keys})
        if (store::has_journal(path))
            throw Problem(ProblemKind::integrity, "store-journal", "a transaction of the store is under way, or was cut off",
                          path + "-journal",
                          "`peergroup db check` takes back what was cut off; if the store cannot be read, move the file away");
}

// `before-20260914T060000Z`, with a number behind it when a restoration of the same second has that.
std::string free_suffix(const store::StorePair& placed, calendar::Instant now) {
    std::string text = now.text();
    std::erase_if(text, [](char letter) { return letter == '-' || letter == ':'; });
    std::string suffix = "before-" + text;
    for (int number = 2; is_there(placed.store + "." + suffix) || is_there(placed.keys + "." + suffix); ++number)
        suffix = fmt::format("before-{}-{}", text, number);
    return suffix;
}

// A store that is lost or damaged cannot be asked; whose keys are gone is seen in the copy itself.
Erased erased_in(const store::StoreUrl& url, const vault::Journal& journal, store::Patience patience) {
    try {
        store::Database database = store::Database::open(url, store::OpenMode::use, patience);
        store::Transaction transaction = database.read();
        return {Erasure(transaction).erased(), facilitators::FacilitatorRegister(transaction, journal.keys()).erased()};
    } catch (const store::StoreError&) {
        return {};
    }
}

// The copy remembers that it was restored from its first moment on, and whoever was erased since it was made stays erased.
std::int64_t prepare(const std::string& staged, const vault::Journal& journal, const store::StorePair& copy,
                     const RestoreManner& manner) {
    store::migrate_store({staged}, store::migrations(), manner.patience);
    store::Database database = store::Database::open({staged}, store::OpenMode::use, manner.patience);
    store::Transaction transaction = database.write();
    std::int64_t erased = Erasure(transaction).erase_again(manner.erased.people, manner.today);
    erased += erase_facilitators_again(transaction, journal.keys(), manner.erased.facilitators, manner.today);
    journal.record(transaction, std::filesystem::path(copy.store).filename().string(), fmt::format("files=2 erased={}", erased));
    transaction.commit();
    return erased;
}

} // namespace

void examine_copy(const store::StoreUrl& url, const store::StorePair& copy) {
    const store::FileContent content = content_of_pair(copy);
    const std::string identity = identity_now(url);
    if (!identity.empty() && identity != content.identity)
        throw Problem(ProblemKind::integrity, "copy-of-another-store", "is no copy of this store", copy.store,
                      "restore it into a workspace of its own with --store");
}

Restoration restore(const store::StoreUrl& url, const vault::Journal& journal, const store::StorePair& copy,
                    calendar::Instant now, store::Patience patience) {
    store::complete_restore(url.path, patience);
    refuse_cut_off(url);
    examine_copy(url, copy);
    const store::StorePair staged = store::staged_pair(url.path);
    store::stage_copy(url.path, copy);
    Restoration restoration{.kept = {}, .version_of_copy = content_of_pair(staged).version};
    const calendar::Date today = calendar::Date::parse(now.text().substr(0, 10)).value();
    restoration.erased = prepare(staged.store, journal, copy, {erased_in(url, journal, patience), today, patience});
    content_of_pair(staged);
    const store::StorePair placed = store::pair_at(url.path);
    const std::string suffix = free_suffix(placed, now);
    if (is_there(placed.store)) restoration.kept.store = placed.store + "." + suffix;
    if (is_there(placed.keys)) restoration.kept.keys = placed.keys + "." + suffix;
    store::put_in_place(url.path, suffix, patience);
    return restoration;
}

} // namespace peergroup::stewardship
