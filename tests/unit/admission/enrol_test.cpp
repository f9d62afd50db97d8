#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using batches::Ending;

namespace {

/// Five adults and a weekly group of three seats.
struct ThreeSeats : County {
    ThreeSeats() {
        add_adults(*this, 5);
        create_with_seats(*this, "GROUP", 3);
    }
};

const std::string header = "group,person\n";

} // namespace

TEST_CASE_FIXTURE(ThreeSeats, "people are enrolled from the day that is asked for") {
    const Told told = enrol(*this, header + "GROUP,P-0001\nGROUP,P-0003\n", {.on = "2026-02-04"});
    CHECK(told.ending == Ending::applied);
    CHECK(told.rows == Lines{"2 enrolled 1", "3 enrolled 3"});
    CHECK(members(*this, "GROUP") == Lines{"P-0001/1 enrolled 2026-02-04..", "P-0003/1 enrolled 2026-02-04.."});
}

TEST_CASE_FIXTURE(ThreeSeats, "a row may state its own first day, in Finnish writing too") {
    enrol(*this, "ryhmä;henkilö;alkaen\ngroup;p-1;11.2.2026\nGROUP;P-2;\n");
    CHECK(members(*this, "GROUP") == Lines{"P-0001/1 enrolled 2026-02-11..", "P-0002/1 enrolled 2026-01-28.."});
}

TEST_CASE_FIXTURE(ThreeSeats, "the same file again changes nothing") {
    const std::string rows = header + "GROUP,P-0001\nGROUP,P-0002\nGROUP,P-0003\nGROUP,P-0004\n";
    CHECK(enrol(*this, rows).rows == Lines{"2 enrolled 1", "3 enrolled 2", "4 enrolled 3", "5 waitlisted 4"});
    const Lines before = members(*this, "GROUP");
    const std::int64_t steps = number("SELECT count(*) FROM step");
    CHECK(enrol(*this, rows, {.on = "2026-05-05"}).rows ==
          Lines{"2 unchanged 1", "3 unchanged 2", "4 unchanged 3", "5 unchanged 4"});
    CHECK(members(*this, "GROUP") == before);
    CHECK(number("SELECT count(*) FROM step") == steps);
}

TEST_CASE_FIXTURE(ThreeSeats, "a person who is named twice in a file comes once") {
    CHECK(enrol(*this, header + "GROUP,P-0001\nGROUP,P-0001\n").rows == Lines{"2 enrolled 1", "3 unchanged 1"});
}

TEST_CASE_FIXTURE(ThreeSeats, "one file may fill many groups") {
    create_with_seats(*this, "OTHER", 1);
    CHECK(enrol(*this, header + "OTHER,P-0001\nGROUP,P-0002\nOTHER,P-0003\nGROUP,P-0001\n").rows ==
          Lines{"2 enrolled 1", "3 enrolled 2", "4 waitlisted 3", "5 enrolled 1"});
    CHECK(members(*this, "OTHER") == Lines{"P-0001/1 enrolled 2026-01-28..", "P-0003/1 waitlisted #1 since 2026-01-28"});
}

TEST_CASE_FIXTURE(ThreeSeats, "a group without a capacity takes everybody") {
    create(*this, weekly_wish("OPEN"));
    const Told told = enrol(*this, header + "OPEN,P-1\nOPEN,P-2\nOPEN,P-3\nOPEN,P-4\nOPEN,P-5\n");
    CHECK(told.rows.back() == "6 enrolled 5");
}

TEST_CASE_FIXTURE(ThreeSeats, "whoever finds a group full is refused only where nobody waits") {
    groups::GroupWish wish = weekly_wish("STRICT");
    wish.capacity = 1;
    wish.waiting_list = false;
    create(*this, wish);
    enrol(*this, header + "STRICT,P-0001\n");
    const std::string before = content();
    const Told told = enrol(*this, header + "STRICT,P-0002\n");
    CHECK(told.ending == Ending::refused);
    CHECK(told.rows == Lines{"2 group-full P-0002"});
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(ThreeSeats, "what a row lacks is told by its own code") {
    const auto code_of = [&](const std::string& row) { return enrol(*this, header + row + "\n").rows.at(0); };
    CHECK(code_of(",P-0001") == "2 group-missing");
    CHECK(code_of("no code,P-0001") == "2 no-group-code");
    CHECK(code_of("GRUOP,P-0001") == "2 group-not-found GRUOP");
    CHECK(code_of("GROUP,") == "2 person-missing");
    CHECK(code_of("GROUP,7") == "2 no-person-code");
    CHECK(code_of("GROUP,P-0404") == "2 person-not-found P-0404");
    CHECK(enrol(*this, "group,person,on\nGROUP,P-0001,31.4.2026\n").rows == Lines{"2 no-date"});
    CHECK(members(*this, "GROUP").empty());
}

TEST_CASE_FIXTURE(ThreeSeats, "a closed group takes somebody until its second meeting, and later only on a stated ground") {
    groups::GroupWish wish = weekly_wish("CLOSED");
    wish.openness = catalogue::Openness::closed;
    create(*this, wish); // meets on 28 January and 4 February
    CHECK(enrol(*this, "group,person,on\nCLOSED,P-0001,2026-02-04\nCLOSED,P-0002,2026-02-05\n", {.mode = batches::Mode::rows})
              .rows == Lines{"2 enrolled 1", "3 late-entry P-0002"});
    CHECK(enrol(*this, "group,person,on\nCLOSED,P-0002,2026-02-05\n", {.override_code = "late-entry"}).rows ==
          Lines{"2 enrolled 2"});
    CHECK(enrol(*this, "group,person,on\nGROUP,P-0002,2026-02-05\n").rows == Lines{"2 enrolled 2"}); // it is not closed
}

TEST_CASE_FIXTURE(ThreeSeats, "ended groups and closed ones take nobody new, and keep those they have") {
    enrol(*this, header + "GROUP,P-0001\n");
    decide(*this, "GROUP", groups::GroupVerb::close, "2026-02-01");
    CHECK(enrol(*this, header + "GROUP,P-0002\n").rows == Lines{"2 intake-closed P-0002"});
    CHECK(enrol(*this, header + "GROUP,P-0001\n").rows == Lines{"2 unchanged 1"});
    decide(*this, "GROUP", groups::GroupVerb::open, "2026-02-02");
    CHECK(enrol(*this, header + "GROUP,P-0002\n").rows == Lines{"2 enrolled 2"});
    end_group(*this, "GROUP", "2026-02-03");
    CHECK(enrol(*this, header + "GROUP,P-0003\n").rows == Lines{"2 group-ended P-0003"});
}

TEST_CASE_FIXTURE(County, "ages are judged on the day of the first session, whenever the membership begins") {
    import(*this, "given_name,birth_date\nTurns,2008-01-28\nLater,2008-01-29\nUnknown,\n");
    groups::GroupWish wish = weekly_wish("ADULTS");
    wish.age_min = 18;
    create(*this, wish);
    CHECK(enrol(*this, header + "ADULTS,P-0001\n", {.on = "2026-01-01"}).rows == Lines{"2 enrolled 1"});
    CHECK(enrol(*this, header + "ADULTS,P-0002\n", {.on = "2026-03-01"}).rows == Lines{"2 not-eligible.age P-0002"});
    CHECK(enrol(*this, header + "ADULTS,P-0003\n").rows == Lines{"2 birth-date-unknown P-0003"});
    move_meeting(*this, {group_code("ADULTS"), "1"}, {.day = day("2026-01-30")});
    CHECK(enrol(*this, header + "ADULTS,P-0002\n").rows == Lines{"2 enrolled 2"});
}

TEST_CASE_FIXTURE(ThreeSeats, "a batch is journalled with its counts and without a name") {
    enrol(*this, header + "GROUP,P-1\nGROUP,P-2\nGROUP,P-3\nGROUP,P-4\n");
    CHECK(lines("SELECT verb || ' ' || objects || ' ' || counts FROM journal ORDER BY id DESC LIMIT 1") ==
          Lines{"enrol batch 3 enrolled=3 waitlisted=1 unchanged=0 created=0 updated=0"});
    enrol(*this, header + "GROUP,P-0404\n");
    CHECK(lines("SELECT verb || ' ' || objects || ' ' || counts FROM journal ORDER BY id DESC LIMIT 1") ==
          Lines{"enrol refused rejected=1"});
}
