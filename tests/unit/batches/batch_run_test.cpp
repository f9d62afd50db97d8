#include "unit/field/outcomes.hpp"
#include "unit/field/workplace.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <stdexcept>

using namespace field;
using batches::Ending;
using batches::Mode;
using batches::RowStatus;

namespace {

/// Lines 2 to 6 of a file that counts: each row that is taken uses up a number of the sequence `person`.
struct Counting : Workplace {
    std::function<std::string(std::uint32_t line, const std::set<std::uint32_t>& taken)> refusal = [](std::uint32_t,
                                                                                                      const auto&) { return ""; };
    std::set<std::string> following = {}; ///< codes of refusals that follow from other rows
    int attempts = 0;

    Told run(Mode mode, bool dry_run = false) {
        const auto write = [&](const batches::Attempt& attempt) {
            ++attempts;
            std::set<std::uint32_t> taken;
            for (std::uint32_t line = 2; line <= 6; ++line) {
                if (attempt.left_out.has(line)) continue;
                const std::string code = refusal(line, taken);
                if (!code.empty()) {
                    attempt.outcomes.reject({.place = {0, line}, .code = code, .follows = following.contains(code)});
                    continue;
                }
                taken.insert(line);
                attempt.outcomes.add({0, line}, RowStatus::created, attempt.transaction.reserve("person", 1).first);
            }
        };
        const vault::Journal entry = journal("count");
        return told(batches::run_batch(database(), entry, {mode, dry_run, spool()}, {.read = {}, .write = write}));
    }
    std::int64_t used_up() { return number("SELECT next_id FROM id_sequence WHERE name = 'person'") - 1; }
};

} // namespace

TEST_CASE_FIXTURE(Counting, "work without a refusal is done once and stands") {
    const Told told = run(Mode::atomic);
    CHECK(told.ending == Ending::applied);
    CHECK(told.rows.size() == 5);
    CHECK(attempts == 1);
    CHECK(used_up() == 5);
    CHECK(number("SELECT count(*) FROM journal") == 0); // the work writes its own entry
}

TEST_CASE_FIXTURE(Counting, "one refusal and nothing stands, but the attempt is journalled") {
    refusal = [](std::uint32_t line, const auto&) { return line == 5 ? "bad" : ""; };
    const Told told = run(Mode::atomic);
    CHECK(told.ending == Ending::refused);
    CHECK(told.rows == Lines{"2 created 1", "3 created 2", "4 created 3", "5 bad", "6 created 4"});
    CHECK(used_up() == 0);
    CHECK(lines("SELECT verb || ' ' || objects || ' ' || counts FROM journal") == Lines{"count refused rejected=1"});
}

TEST_CASE_FIXTURE(Counting, "in mode rows the work is done again without the refused rows") {
    refusal = [](std::uint32_t line, const auto&) { return line == 3 || line == 5 ? "bad" : ""; };
    const Told told = run(Mode::rows);
    CHECK(told.ending == Ending::applied);
    CHECK(told.rows == Lines{"2 created 1", "3 bad", "4 created 2", "5 bad", "6 created 3"});
    CHECK(attempts == 2);
    CHECK(used_up() == 3);
}

TEST_CASE_FIXTURE(Counting, "a row whose refusal follows from another row is refused only while that row stands") {
    following = {"no-room"};
    refusal = [](std::uint32_t line, const auto& taken) -> std::string {
        if (line == 6 && taken.contains(2)) return "no-room";
        return line == 3 ? "bad" : "";
    };
    CHECK(run(Mode::rows).rows == Lines{"2 created 1", "3 bad", "4 created 2", "5 created 3", "6 no-room"});
    CHECK(attempts == 3); // with 3, without it, without 6

    attempts = 0;
    refusal = [this](std::uint32_t line, const auto& taken) -> std::string {
        if (line == 6 && taken.contains(2)) return "no-room";
        return line == 3 || (line == 5 && attempts == 1) ? "bad" : line == 2 && attempts > 1 ? "bad" : "";
    };
    CHECK(run(Mode::rows).rows == Lines{"2 bad", "3 bad", "4 created 4", "5 bad", "6 created 5"});
}

TEST_CASE_FIXTURE(Counting, "a rehearsal does the work and takes it back, in either mode") {
    for (const Mode mode : {Mode::atomic, Mode::rows}) {
        const Told told = run(mode, true);
        CHECK(told.ending == Ending::rehearsed);
        CHECK(told.rows.size() == 5);
        CHECK(used_up() == 0);
    }
    CHECK(lines("SELECT objects || ' ' || counts FROM journal") == Lines{"dry-run rejected=0", "dry-run rejected=0"});
}

TEST_CASE_FIXTURE(Counting, "work that fails leaves nothing and is passed on") {
    refusal = [](std::uint32_t line, const auto&) -> std::string {
        if (line == 6) throw std::runtime_error("the disk is on fire");
        return "";
    };
    CHECK_THROWS_AS(run(Mode::rows), std::runtime_error);
    CHECK(used_up() == 0);
    refusal = [](std::uint32_t, const auto&) { return ""; };
    CHECK(run(Mode::atomic).ending == Ending::applied); // nobody holds the store
}

TEST_CASE_FIXTURE(Workplace, "rows are read before the store is taken") {
    bool read = false;
    const auto reading = [&](const batches::LeftOut& left_out, batches::RowOutcomes& outcomes) {
        CHECK_FALSE(left_out.has(2));
        CHECK_FALSE(outcomes.has_rejections());
        database().write(); // would wait for ever behind the batch's own turn
        read = true;
    };
    const auto writing = [&](const batches::Attempt& attempt) {
        CHECK(read);
        attempt.outcomes.add({0, 2}, RowStatus::created, 1);
    };
    const vault::Journal entry = journal();
    CHECK(batches::run_batch(database(), entry, {.mode = Mode::atomic, .spool_folder = spool()},
                             {.read = reading, .write = writing})
              .ending == Ending::applied);
}
