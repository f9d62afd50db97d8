#include "stewardship/sealed_values.hpp"

#include "facilitators/facilitator_register.hpp"
#include "language/problem.hpp"
#include "vault/note.hpp"
#include "vault/person_keys.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::stewardship {

namespace {

constexpr std::size_t most = 100;

/// Records under the own keys of people, each bound to `TABLE.record` and the person.
struct OwnRecords {
    std::string_view table;
    std::string_view sql;
};

constexpr std::array own_records{
    OwnRecords{"person_identity", R"sql(SELECT person, record FROM person_identity ORDER BY person)sql"},
    OwnRecords{"person_event", R"sql(SELECT person, record FROM person_event ORDER BY person)sql"},
    OwnRecords{"person_apart", R"sql(SELECT person, record FROM person_apart ORDER BY person)sql"},
    OwnRecords{"facilitator_link", R"sql(SELECT person, record FROM facilitator_link ORDER BY person)sql"},
    OwnRecords{"referral_note", R"sql(SELECT person, record FROM referral_note ORDER BY person)sql"},
    OwnRecords{"answered_for", R"sql(SELECT person, record FROM answered_for ORDER BY person)sql"},
};

// Goes from table to table and opens what is sealed there; what it opened is wiped.
class Opening {
public:
    Opening(store::Transaction& transaction, const vault::KeyRing& ring)
        : transaction_(transaction), ring_(ring), keys_(transaction, ring) {}

    std::vector<store::Contradiction> run() {
        for (const OwnRecords& records : own_records)
            open_own(records);
        open_notes();
        open_facilitators();
        return std::move(found_);
    }

private:
    template <class Open> void ask(std::string object, std::optional<std::int64_t> person, const Open& open) {
        if (found_.size() == most) return;
        try {
            std::string plain = open();
            vault::wipe(plain);
        } catch (const Problem& problem) {
            if (problem.code == "sealed-value-damaged") found_.push_back({"sealed-value-damaged", std::move(object), person, ""});
        }
    }

    void open_own(const OwnRecords& records) {
        const std::string column = fmt::format("{}.record", records.table);
        transaction_.prepare(records.sql).bind().each([&](const store::Row& row) {
            const std::int64_t person = row.integer(0);
            ask(column, person, [&] { return keys_.unseal(person, column, row.text(1)); });
        });
    }

    void open_notes() {
        transaction_.prepare(R"sql(SELECT session, sealed FROM session_note ORDER BY session)sql")
            .bind()
            .each([&](const store::Row& row) {
                const std::int64_t session = row.integer(0);
                ask(fmt::format("session {}", session), std::nullopt, [&] {
                    return vault::unseal_note(ring_, {"session_note.sealed", session}, row.text(1));
                });
            });
    }

    void open_facilitators() {
        facilitators::FacilitatorRegister known(transaction_, ring_);
        for (const facilitators::Facilitator& facilitator : known.list("", vault::Actor{.id = "", .role = vault::Role::admin}))
            ask(facilitator.code.text(), std::nullopt, [&] { return known.record_of(facilitator).packed(); });
    }

    store::Transaction& transaction_;
    const vault::KeyRing& ring_;
    vault::PersonKeys keys_;
    std::vector<store::Contradiction> found_;
};

} // namespace

std::vector<store::Contradiction> sealed_contradictions(store::Transaction& transaction, const vault::KeyRing& ring) {
    return Opening(transaction, ring).run();
}

} // namespace peergroup::stewardship
