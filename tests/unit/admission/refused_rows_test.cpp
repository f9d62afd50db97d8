#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using batches::Ending;
using batches::Mode;

namespace {

struct ThreeSeats : County {
    ThreeSeats() {
        add_adults(*this, 5);
        create_with_seats(*this, "GROUP", 3);
        groups::GroupWish strict = weekly_wish("STRICT");
        strict.capacity = 1;
        strict.waiting_list = false;
        create(*this, strict);
    }
};

const std::string header = "group,person\n";
const EnrolManner by_rows{.mode = Mode::rows};

} // namespace

TEST_CASE_FIXTURE(ThreeSeats, "one bad row in 1001 and nothing is stored") {
    std::string rows = "group,reference,given_name\n";
    for (int number = 1; number <= 1000; ++number)
        rows += fmt::format("GROUP,R{0},Given{0}\n", number);
    const std::string before = content();
    const Told told = enrol(*this, rows + "GRUOP,R1001,Bad\n");
    CHECK(told.ending == Ending::refused);
    CHECK(told.rows.back() == "1002 group-not-found GRUOP");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(ThreeSeats, "good rows are stored beside bad ones when that is asked for") {
    const Told told = enrol(*this, header + "GROUP,P-0001\nGROUP,P-0404\nGRUOP,P-0002\nGROUP,P-0003\nGROUP,nobody\n", by_rows);
    CHECK(told.ending == Ending::applied);
    CHECK(told.rows ==
          Lines{"2 enrolled 1", "3 person-not-found P-0404", "4 group-not-found GRUOP", "5 enrolled 3", "6 no-person-code"});
    CHECK(members(*this, "GROUP").size() == 2);
}

TEST_CASE_FIXTURE(ThreeSeats,
                  "whoever is created and taken back with the batch is called by the line, not by a code of somebody to come") {
    const std::string rows = "group,reference,given_name,birth_date\nSTRICT,N1,Aino,1990-01-01\nSTRICT,N2,Eero,1991-01-01\n"
                             "STRICT,N3,Aino,1990-01-01\nSTRICT,N1,Aina,1990-01-01\n";
    const Lines expected{"3 group-full line 3", "4 near-match line 2", "5 differs line 2: given_name"};
    for (const EnrolManner& manner : {EnrolManner{}, EnrolManner{.dry_run = true}, by_rows}) {
        Lines refusals = enrol(*this, rows, manner).rows;
        refusals.erase(refusals.begin());
        CHECK(refusals == expected);
    }
    CHECK(enrol(*this, rows + "STRICT,N4,Aino,1990-01-01\n").rows.back() == "6 near-match P-0006");
}

TEST_CASE_FIXTURE(ThreeSeats, "refused rows leave no trace: the store is as if they had not been in the file") {
    County other;
    add_adults(other, 5);
    create_with_seats(other, "GROUP", 3);
    groups::GroupWish strict = weekly_wish("STRICT");
    strict.capacity = 1;
    strict.waiting_list = false;
    create(other, strict);
    const std::string people = "group,person,given_name,birth_date\n";
    enrol(*this,
          people + "GROUP,P-0001,,\nGRUOP,,Nobody,\nGROUP,,Newcomer,1990-01-01\nGROUP,P-0404,,\nGROUP,P-0002,,\nGROUP,P-0003,,\n",
          by_rows);
    enrol(other, people + "GROUP,P-0001,,\nGROUP,,Newcomer,1990-01-01\nGROUP,P-0002,,\nGROUP,P-0003,,\n");
    CHECK(content() == other.content());
}

TEST_CASE_FIXTURE(ThreeSeats, "the journal counts what was stored") {
    enrol(*this, header + "GROUP,P-0001\nGROUP,P-0404\n", by_rows);
    CHECK(lines("SELECT counts FROM journal ORDER BY id DESC LIMIT 1") ==
          Lines{"enrolled=1 waitlisted=0 unchanged=0 created=0 updated=0"});
}

TEST_CASE_FIXTURE(ThreeSeats, "a seat that a refused family leaves is given to the next") {
    const Told told = enrol(*this, "group,person,family\nSTRICT,P-0001,A\nSTRICT,P-0002,\nGRUOP,P-0003,A\n", by_rows);
    CHECK(told.rows == Lines{"2 family-refused", "3 enrolled 2", "4 group-not-found GRUOP"});
    CHECK(members(*this, "STRICT") == Lines{"P-0002/1 enrolled 2026-01-28.."});
}

TEST_CASE_FIXTURE(ThreeSeats, "a family that fell does not rise when a seat becomes free") {
    const std::string rows = "STRICT,P-0001,X\nSTRICT,P-0002,A\nGRUOP,P-0003,A\nGRUOP,P-0004,X\n";
    const Told told = enrol(*this, "group,person,family\n" + rows, by_rows);
    CHECK(told.rows.size() == 4);
    CHECK(told.rows[1].starts_with("3 "));
    CHECK(told.rows[1] != "3 enrolled 2");
    CHECK(number("SELECT count(*) FROM enrolment") == 0);
}

TEST_CASE_FIXTURE(ThreeSeats, "nobody is taken for somebody who was refused") {
    groups::GroupWish wish = weekly_wish("ADULTS");
    wish.age_min = 18;
    create(*this, wish);
    const Told told =
        enrol(*this, "group,given_name,birth_date,phone\nADULTS,Aino,2010-01-01,\nGROUP,Aino,2010-01-01,040 1234567\n", by_rows);
    CHECK(told.rows[0].starts_with("2 not-eligible.age"));
    CHECK(told.rows[1] == "3 enrolled 6");
    CHECK(number("SELECT count(*) FROM person") == 6);
}

TEST_CASE_FIXTURE(ThreeSeats, "a file of which nothing is good stores nothing") {
    const Told told = enrol(*this, header + "GROUP,P-0404\nGRUOP,P-0001\n", by_rows);
    CHECK(told.rows == Lines{"2 person-not-found P-0404", "3 group-not-found GRUOP"});
    CHECK(number("SELECT count(*) FROM enrolment") == 0);
}

TEST_CASE_FIXTURE(ThreeSeats, "a rehearsal tells all, changes nothing and is journalled") {
    const std::string rows = "group,person,given_name\nGROUP,P-0001,\nGROUP,,Newcomer\nGROUP,P-0002,\nGROUP,P-0003,\n";
    const std::string before = content();
    const std::int64_t entries = number("SELECT count(*) FROM journal");
    const Told told = enrol(*this, rows, {.dry_run = true});
    CHECK(told.ending == Ending::rehearsed);
    CHECK(told.rows == Lines{"2 enrolled 1", "3 enrolled 6", "4 enrolled 2", "5 waitlisted 3"});
    CHECK(content() == before);
    CHECK(number("SELECT count(*) FROM journal") == entries + 1);
    CHECK(lines("SELECT objects FROM journal ORDER BY id DESC LIMIT 1") == Lines{"dry-run"});
    const Told real = enrol(*this, rows);
    CHECK(real.rows == told.rows);
}

TEST_CASE_FIXTURE(ThreeSeats, "a refusal never tells a name or a reference") {
    const Told told = enrol(
        *this, "group,reference,given_name,phone\nGROUP,SECRET-1,Salanimi,\nGROUP,SECRET-1,,not a phone\nGRUOP,SECRET-1,,\n");
    for (const std::string& row : told.rows) {
        CHECK(row.find("SECRET") == std::string::npos);
        CHECK(row.find("Salanimi") == std::string::npos);
    }
}
