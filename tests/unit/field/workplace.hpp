#pragma once

#include "store/database.hpp"
#include "unit/store/store_fixture.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace field {

namespace store = peergroup::store;
namespace vault = peergroup::vault;

using Lines = std::vector<std::string>;

/// A store of its own in a folder that goes with the test, somebody who works with it, and a clock that stands where the test
/// puts it.
class Workplace {
public:
    std::string now = "2026-01-15T09:00:00Z";                       ///< the real instant that the next command records
    std::string ground;                                             ///< its `--reason`
    vault::Actor actor{.id = "tester", .role = vault::Role::admin}; ///< who gives it

    Workplace() : database_(folder_.open()) {}

    store::Database& database() { return database_; }
    const std::string& path() const { return folder_.path; }
    std::string spool() const { return folder_.folder.string(); }
    vault::Journal journal(std::string verb = "test") const {
        return {
            actor, {.recorded_at = now, .verb = std::move(verb), .stated_now = "", .stated_on = "", .ground = ground}, ring()};
    }
    /// One ring for all tests, with keys for the regions that they use.
    static std::shared_ptr<const vault::KeyRing> ring() {
        static const std::vector<std::string> regions = {"ahvenanmaa", "helsinki", "kainuu", "pirkanmaa", "uusimaa"};
        static const auto made = std::make_shared<const vault::KeyRing>(vault::KeyRing::make(regions, vault::system_entropy()));
        return made;
    }

    /// The only column of every row; the question makes it text.
    Lines lines(std::string_view sql) {
        store::Transaction transaction = database_.read();
        return lines(transaction, sql);
    }

    /// The one whole number that a question answers.
    std::int64_t number(std::string_view sql) {
        store::Transaction transaction = database_.read();
        return transaction.prepare(sql).bind().one().value().integer(0);
    }

    void change(std::string_view sql) {
        store::Transaction transaction = database_.write();
        transaction.prepare(sql).bind().run();
        transaction.commit();
    }

    /// Every row of every table but the journal, which also tells of what was not done; its own numbers are left out for that.
    std::string content() {
        store::Transaction transaction = database_.read();
        std::string content;
        for (const std::string& table : lines(transaction, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            if (table == "journal" || table == "store_identity") continue;
            content += table + "\n";
            const std::string all = // but what is sealed anew each time
                lines(transaction, "SELECT group_concat('quote(' || name || ')', '||'',''||') FROM pragma_table_info('" + table +
                                       "') WHERE name NOT IN ('record', 'sealed')")
                    .at(0);
            for (const std::string& row : lines(transaction, "SELECT " + all + " FROM " + table + " ORDER BY 1"))
                if (!row.starts_with("'journal',")) content += "  " + row + "\n";
        }
        return content;
    }

private:
    static Lines lines(store::Transaction& transaction, std::string_view sql) {
        Lines found;
        transaction.prepare(sql).bind().each([&](const store::Row& row) { found.push_back(row.text(0)); });
        return found;
    }

    StoreFolder folder_;
    store::Database database_;
};

} // namespace field
