#include "unit/field/admission_in_county.hpp"
#include "unit/field/child_process.hpp"
#include "unit/field/membership_rules.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// Enrols as a program of its own would: with its own store, catalogue and journal.
void enrol_alone(const County& county, std::string rows) {
    store::Database database = store::Database::open({county.path()}, store::OpenMode::use, std::chrono::minutes(5));
    documents::Sheet sheet = sheet_of(std::move(rows), admission::enrolment_columns());
    const auto result =
        admission::enrol(database, county.rules(), county.journal("enrol"), {.spool_folder = county.spool()},
                         {.sheet = sheet, .on = day("2026-01-28"), .identity_codes = {.today = day("2026-01-01")}});
    if (result.ending != batches::Ending::applied) throw std::logic_error("not applied");
}

} // namespace

TEST_CASE_FIXTURE(County, "twenty processes want one seat, one gets it and the others wait in line") {
    constexpr int people = 20;
    add_adults(*this, people);
    create_with_seats(*this, "GROUP", 1);
    CHECK_FALSE(rules().digest().empty()); // read before the processes part

    std::vector<ChildProcess> processes;
    for (int number = 1; number <= people; ++number)
        processes.emplace_back([this, number] { enrol_alone(*this, fmt::format("group,person\nGROUP,P-{}\n", number)); });
    for (ChildProcess& process : processes)
        CHECK(process.wait() == 0);

    CHECK(number("SELECT count(*) FROM enrolment WHERE state = 'enrolled'") == 1);
    CHECK(number("SELECT count(*) FROM enrolment WHERE state = 'waitlisted'") == people - 1);
    CHECK(number("SELECT count(DISTINCT waiting_order) FROM enrolment") == people - 1);
    CHECK(number("SELECT count(*) FROM journal WHERE verb = 'enrol'") == people);
    CHECK(lines("SELECT integrity_check FROM pragma_integrity_check") == Lines{"ok"});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(County, "twenty families want the last place of a pair, one has both sides of it and none has half") {
    constexpr int families = 20;
    std::string rows = "given_name,birth_date,family,relation,reference\n";
    for (int family = 1; family <= families; ++family)
        rows += fmt::format("Adult {0},1985-06-15,{0},parent,A{0}\nChild {0},2018-06-15,{0},child,C{0}\n", family);
    import(*this, rows);
    groups::GroupWish wish = pair_wish("PAIR");
    wish.capacity = 1;
    create(*this, wish);
    CHECK_FALSE(rules().digest().empty());

    std::vector<ChildProcess> processes;
    for (int family = 1; family <= families; ++family)
        processes.emplace_back([this, family] {
            enrol_alone(*this, fmt::format("group,person,family,relation\nPAIR,P-{0},{2},parent\nPAIR,P-{1},{2},child\n",
                                           family * 2 - 1, family * 2, family));
        });
    for (ChildProcess& process : processes)
        CHECK(process.wait() == 0);

    // Adult and child of a family have numbers one after the other.
    CHECK(number("SELECT count(*) FROM enrolment WHERE state = 'enrolled'") == 2);
    CHECK(number("SELECT count(DISTINCT (person + 1) / 2) FROM enrolment WHERE state = 'enrolled'") == 1);
    CHECK(number("SELECT count(*) FROM enrolment WHERE state = 'waitlisted'") == 2 * families - 2);
    check_memberships(*this);
}
