#include "stewardship/integrity.hpp"
#include "store/store_files.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <set>

using namespace field;

namespace {

/// A group of three seats with a full history: three members, one who waits, one who left, a meeting with marks.
class Checked : public County {
public:
    Checked() {
        add_adults(*this, 6);
        create_with_seats(*this, "GROUP", 3);
        enrol(*this, "group,person\nGROUP,P-0001\nGROUP,P-0002\nGROUP,P-0003\nGROUP,P-0004\n");
        withdraw(*this, "GROUP", {3}, "2026-02-10");
        log(*this, "group,session,person,mark\nGROUP,1,P-0001,P\nGROUP,1,P-0002,X\n");
        log(*this, "group,session,person,mark,theme\nGROUP,1,P-0001,L,Arki\n");
        import_facilitators(*this, "given_name\nOili\n");
    }

    std::set<std::string> findings() const {
        std::set<std::string> codes;
        for (const auto& one : peergroup::stewardship::check_store({path()}, std::chrono::seconds(5), ring().get()))
            codes.insert(one.code);
        return codes;
    }
};

using Codes = std::set<std::string>;

} // namespace

TEST_CASE_FIXTURE(Checked, "a store with a history is sound") {
    CHECK(number("SELECT count(*) FROM mark") >= 2);
    CHECK(number("SELECT count(*) FROM session_note") == 1);
    CHECK(findings() == Codes{});
}

TEST_CASE_FIXTURE(Checked, "what was changed behind the program's back is found and named") {
    struct Damage {
        std::string sql;
        std::string code;
    };
    const auto damage = std::to_array<Damage>({
        {"UPDATE session SET attended = attended + 1 WHERE ordinal = 1", "counter-differs-from-marks"},
        {"DELETE FROM member WHERE person = 1", "membership-of-one-table"},
        {"DELETE FROM enrolment WHERE person = 1", "marked-no-member"},
        {"UPDATE enrolment SET state = 'completed' WHERE person = 2", "membership-differs-from-history"},
        {"UPDATE enrolment SET from_on = '2026-06-01' WHERE person = 1", "marked-no-member"},
        {"UPDATE step SET kind = 'completed' WHERE person = 3 AND kind = 'left'", "membership-differs-from-history"},
        {"DELETE FROM step WHERE person = 1", "membership-differs-from-history"},
        {"UPDATE step SET previous = 1 WHERE person = 3 AND previous IS NOT NULL", "step-history-broken"},
        {"UPDATE peer_group SET capacity = 1", "seats-over-capacity"},
        {"UPDATE peer_group SET intake = 'closed'", "group-differs-from-history"},
        {"UPDATE group_change SET previous = 12345", "group-history-broken"},
        {"UPDATE session SET starts_on = '2026-03-03' WHERE ordinal = 2", "session-differs-from-history"},
        {"UPDATE session_change SET previous = 12345", "session-history-broken"},
        {"UPDATE mark SET session = 999 WHERE person = 2", "mark-orphan"},
        {"UPDATE mark SET revision = 7 WHERE person = 2", "mark-history-broken"},
        {"UPDATE session SET state = 'planned' WHERE ordinal = 1", "marked-not-held"},
        {"UPDATE peer_group SET pair_code = 'PAIR'", "pair-side-missing"},
        {"UPDATE enrolment SET person = 999 WHERE person = 1", "membership-orphan"},
        {"INSERT INTO step VALUES (900, 1, 1, 5, 1, 'enrolled', '2026-01-28', NULL, NULL)", "step-orphan"},
        {"INSERT INTO enrolment VALUES (1, 1, 2, 'left', NULL, NULL, 0, '2026-02-01', '2026-02-02', NULL, 900)",
         "memberships-overlap"},
        {"DELETE FROM keys.person_key WHERE person = 4", "person-without-key"},
        {"INSERT INTO keys.person_key VALUES (999, 'kainuu', 1, x'00')", "key-without-person"},
        {"UPDATE catalogue SET content = content || ' '", "catalogue-changed"},
        {"UPDATE person_identity SET record = (SELECT record FROM person_identity WHERE person = 2) WHERE person = 1",
         "sealed-value-damaged"},
        {"UPDATE keys.person_key SET wrapped = zeroblob(length(wrapped)) WHERE person = 3", "sealed-value-damaged"},
        {"UPDATE session_note SET session = 2", "sealed-value-damaged"},
        {"UPDATE facilitator SET record = zeroblob(length(record))", "sealed-value-damaged"},
        {"INSERT INTO facilitator VALUES (9, 'kainuu', x'00', 1, NULL)", "facilitator-without-key"},
        {"INSERT INTO keys.facilitator_key VALUES (9, 'kainuu', 1, x'00')", "key-without-facilitator"},
    });
    for (const Damage& one : damage) {
        CAPTURE(one.sql);
        const store::StorePair sound = store::pair_at(path() + ".sound");
        std::filesystem::copy_file(path(), sound.store, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(store::pair_at(path()).keys, sound.keys, std::filesystem::copy_options::overwrite_existing);
        change(one.sql);
        CHECK(findings().contains(one.code));
        std::filesystem::copy_file(sound.store, path(), std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(sound.keys, store::pair_at(path()).keys, std::filesystem::copy_options::overwrite_existing);
    }
    CHECK(findings() == Codes{});
}

TEST_CASE_FIXTURE(Checked,
                  "a seat may change hands on its last day, and a limit that was lowered later says nothing of earlier days") {
    enrol(*this, "group,person,on\nGROUP,P-0005,2026-02-10\n");
    CHECK(number("SELECT count(*) FROM enrolment WHERE person = 5") == 1);
    admission::change_capacity(database(), rules(), journal(), {group_code("GROUP"), std::nullopt, day("2026-02-11")});
    enrol(*this, "group,person,on\nGROUP,P-0006,2026-02-12\n");
    CHECK(findings() == Codes{});
}

TEST_CASE_FIXTURE(Checked, "a member too many is found even with a history of its own") {
    change("INSERT INTO step VALUES (900, 1, 1, 5, 1, 'enrolled', '2026-01-28', NULL, NULL)");
    change("INSERT INTO enrolment VALUES (1, 5, 1, 'enrolled', NULL, NULL, 0, '2026-01-28', NULL, NULL, 900)");
    change("INSERT INTO member VALUES (5, 1, 1, NULL)");
    CHECK(findings() == Codes{"seats-over-capacity"});
}
