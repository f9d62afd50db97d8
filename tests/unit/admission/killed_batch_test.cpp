#include "unit/field/admission_in_county.hpp"
#include "unit/field/child_process.hpp"
#include "unit/field/membership_rules.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace field;

namespace {

constexpr int rows_of_a_batch = 2000;

/// New people for two groups, with a family among them.
std::string batch_of_newcomers(int batch) {
    std::string rows = "group,reference,given_name,family,relation\n";
    for (int number = 1; number <= rows_of_a_batch; ++number)
        rows += fmt::format("{},B{}-{},Given{}x{},{},\n", number % 2 == 0 ? "GROUP" : "OPEN", batch, number, batch, number,
                            number <= 2 ? "A" : "");
    return rows;
}

void enrol_alone(const County& county, std::string rows) {
    store::Database database = store::Database::open({county.path()}, store::OpenMode::use, std::chrono::minutes(5));
    documents::Sheet sheet = sheet_of(std::move(rows), admission::enrolment_columns());
    admission::enrol(database, county.rules(), county.journal("enrol"), {.spool_folder = county.spool()},
                     {.sheet = sheet, .on = day("2026-01-28"), .identity_codes = {.today = day("2026-01-01")}});
}

} // namespace

TEST_CASE_FIXTURE(County, "a batch whose process is killed at any moment is there whole or not at all") {
    using Clock = std::chrono::steady_clock;
    create_with_seats(*this, "GROUP", 50);
    create(*this, weekly_wish("OPEN"));
    CHECK_FALSE(rules().digest().empty()); // read before the processes part

    const auto begun = Clock::now();
    CHECK(ChildProcess([this] { enrol_alone(*this, batch_of_newcomers(0)); }).wait() == 0);
    const auto whole = Clock::now() - begun;
    CHECK(number("SELECT count(*) FROM enrolment") == rows_of_a_batch);

    constexpr int moments = 12;
    int survived = 1;
    for (int moment = 1; moment <= moments; ++moment) {
        ChildProcess process([this, moment] { enrol_alone(*this, batch_of_newcomers(moment)); });
        std::this_thread::sleep_for(whole * moment / moments);
        process.kill();
        process.wait();

        CHECK(lines("SELECT integrity_check FROM pragma_integrity_check") == Lines{"ok"});
        const std::int64_t there = number(fmt::format("SELECT count(*) FROM batch WHERE verb = 'enrol'"));
        CHECK((there == survived || there == survived + 1));
        survived = static_cast<int>(there);
        for (const char* const table : {"enrolment", "member", "step", "person", "person_identity"}) {
            CAPTURE(table);
            CHECK(number(fmt::format("SELECT count(*) FROM {}", table)) == rows_of_a_batch * survived);
        }
        CHECK(number("SELECT count(*) FROM journal WHERE verb = 'enrol'") == survived);
        CHECK(number("SELECT count(*) FROM family_member") == 2 * survived);
    }
    check_memberships(*this);
    CHECK(enrol(*this, batch_of_newcomers(moments + 1)).ending == batches::Ending::applied); // the store can still be used
}
