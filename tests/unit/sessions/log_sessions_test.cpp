#include "unit/field/session_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using batches::Mode;

namespace {

/// P-0001 to P-0003 are members of GROUP, which meets on Wednesdays from 2026-01-28; P-0004 waits.
struct Meeting : County {
    Meeting() {
        add_adults(*this, 5);
        create_with_seats(*this, "GROUP", 3);
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-3\nGROUP,P-4\n");
    }
    std::string refusal(const std::string& row, const LogManner& manner = {}) {
        const std::string before = content();
        const Told told = log(*this, "group,session,person,mark,minutes\n" + row + "\n", manner);
        CHECK(told.ending == batches::Ending::refused);
        CHECK(content() == before);
        return told.rows.at(0);
    }
    std::string counters(int ordinal) {
        const groups::Session session = sessions(*this, "GROUP").at(static_cast<std::size_t>(ordinal - 1));
        return fmt::format("{} attended {} X{} N{} S{}", groups::code_of(session.state), session.attended,
                           session.absent_notified, session.absent_not_notified, session.excused);
    }
};

const std::string header = "group,session,person,mark\n";

} // namespace

TEST_CASE_FIXTURE(Meeting, "a meeting of which marks are logged has been held") {
    const Told told = log(*this, header + "GROUP,1,P-0001,P\nGROUP,1,P-0002,X\nGROUP,1,P-0003,N\n");
    CHECK(told.rows == Lines{"2 logged 1", "3 logged 2", "4 logged 3"});
    CHECK(counters(1) == "held attended 1 X1 N1 S0");
    CHECK(counters(2) == "planned attended 0 X0 N0 S0");
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Meeting, "late, left early and remote count as attended, with the minutes that were told") {
    log(*this, "group,session,person,mark,minutes\nGROUP,1,P-1,L,15\nGROUP,1,P-2,E,\nGROUP,1,P-3,R,\n");
    CHECK(counters(1) == "held attended 3 X0 N0 S0");
    CHECK(lines("SELECT mark || coalesce(minutes, '-') FROM mark ORDER BY person") == Lines{"L15", "E-", "R-"});
}

TEST_CASE_FIXTURE(Meeting, "the service's own excuse is counted apart") {
    log(*this, header + "GROUP,1,P-1,S\nGROUP,1,P-2,P\n");
    CHECK(counters(1) == "held attended 1 X0 N0 S1");
}

TEST_CASE_FIXTURE(Meeting, "a meeting is named by number or by day, in Finnish too") {
    log(*this, "ryhmä;päivä;osallistuja;läsnäolo\nGROUP;4.2.2026;P-1;läsnä\n");
    log(*this, header + "group,2026-02-11,p-1,p\nGROUP,1,P-1,P\n");
    for (int ordinal = 1; ordinal <= 3; ++ordinal)
        CHECK(counters(ordinal) == "held attended 1 X0 N0 S0");
    CHECK(counters(4) == "planned attended 0 X0 N0 S0");
}

TEST_CASE_FIXTURE(Meeting, "a moved meeting is logged by its new day or its number") {
    move_meeting(*this, {group_code("GROUP"), "1"}, {.day = day("2026-01-30")});
    CHECK(refusal("GROUP,2026-01-28,P-1,P,") == "2 session-not-found GROUP");
    log(*this, header + "GROUP,2026-01-30,P-1,P\nGROUP,2,P-1,P\n");
    CHECK(counters(1) == "held attended 1 X0 N0 S0");
}

TEST_CASE_FIXTURE(Meeting, "the same marks again change nothing") {
    const std::string rows = header + "GROUP,1,P-0001,P\nGROUP,1,P-0002,X\n";
    log(*this, rows);
    const std::int64_t marks = number("SELECT count(*) FROM mark");
    const std::int64_t changes = number("SELECT count(*) FROM session_change");
    CHECK(log(*this, rows).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(number("SELECT count(*) FROM mark") == marks);
    CHECK(number("SELECT count(*) FROM session_change") == changes);
}

TEST_CASE_FIXTURE(Meeting, "only members of that day are marked") {
    CHECK(refusal("GROUP,1,P-5,P,") == "2 not-a-member P-0005");
    CHECK(refusal("GROUP,1,P-4,P,") == "2 not-a-member P-0004"); // waits
    CHECK(refusal("GROUP,1,P-404,P,") == "2 not-a-member P-0404");
    withdraw(*this, "GROUP", {1}, "2026-02-04");
    CHECK(refusal("GROUP,3,P-1,P,") == "2 not-a-member P-0001");
    CHECK(log(*this, header + "GROUP,2,P-1,P\n").rows == Lines{"2 logged 1"}); // the last day counts
    enrol(*this, "group,person,on\nGROUP,P-1,2026-02-25\n");
    CHECK(refusal("GROUP,4,P-1,P,") == "2 not-a-member P-0001");
}

TEST_CASE_FIXTURE(Meeting, "what has not been, or was cancelled, is not logged") {
    CHECK(refusal("GROUP,2,P-1,P,", {.today = "2026-02-03"}) == "2 session-in-future GROUP");
    CHECK(log(*this, header + "GROUP,2,P-1,P\n", {.today = "2026-02-04"}).rows == Lines{"2 logged 1"});
    cancel_meeting(*this, {group_code("GROUP"), "3"}, {"weather", catalogue::AfterCancelled::merge});
    CHECK(refusal("GROUP,3,P-1,P,") == "2 session-cancelled GROUP");
    CHECK(refusal("GROUP,99,P-1,P,") == "2 session-not-found GROUP");
    CHECK(refusal("GRUOP,1,P-1,P,") == "2 group-not-found GRUOP");
}

TEST_CASE_FIXTURE(Meeting, "what a row lacks is told by its own code") {
    CHECK(refusal(",1,P-1,P,") == "2 group-missing");
    CHECK(refusal("no code,1,P-1,P,") == "2 no-group-code");
    CHECK(refusal("GROUP,,P-1,P,") == "2 session-missing");
    CHECK(refusal("GROUP,first,P-1,P,") == "2 no-session");
    CHECK(refusal("GROUP,0,P-1,P,") == "2 no-session");
    CHECK(refusal("GROUP,-1,P-1,P,") == "2 no-session");
    CHECK(refusal("GROUP,1,,P,") == "2 person-missing");
    CHECK(refusal("GROUP,1,7,P,") == "2 no-person-code");
    CHECK(refusal("GROUP,1,P-1,,") == "2 mark-missing");
    CHECK(refusal("GROUP,1,P-1,?,") == "2 unknown-mark");
    CHECK(refusal("GROUP,1,P-1,L,ten") == "2 no-number");
    CHECK(refusal("GROUP,1,P-1,L,-5") == "2 no-number");
    CHECK(refusal("GROUP,1,P-1,P,10") == "2 minutes-without-delay");
}

TEST_CASE_FIXTURE(Meeting, "nobody is marked twice at one meeting in one file") {
    CHECK(log(*this, header + "GROUP,1,P-1,P\nGROUP,1,P-2,P\nGROUP,1,P-1,N\n").rows ==
          Lines{"2 logged 1", "3 logged 2", "4 marked-twice P-0001"});
}

TEST_CASE_FIXTURE(Meeting, "one meeting named by its number and by its day is one meeting") {
    CHECK(log(*this, header + "GROUP,2,P-1,P\nGROUP,2026-02-04,P-1,N\n").rows == Lines{"2 logged 1", "3 marked-twice P-0001"});
    CHECK(log(*this, header + "GROUP,2,P-1,P\nGROUP,2026-02-04,P-1,P\n").rows == Lines{"2 logged 1", "3 unchanged 1"});
}

TEST_CASE_FIXTURE(Meeting, "one bad row and nothing is stored, or the good rows when that is asked for") {
    const std::string rows = header + "GROUP,1,P-0001,P\nGROUP,1,P-0005,P\nGROUP,2,P-0002,P\nGROUP,2,P-0003,?\n";
    const std::string before = content();
    CHECK(log(*this, rows).ending == batches::Ending::refused);
    CHECK(content() == before);
    CHECK(log(*this, rows, {.mode = Mode::rows}).rows ==
          Lines{"2 logged 1", "3 not-a-member P-0005", "4 logged 2", "5 unknown-mark"});
    CHECK(counters(1) == "held attended 1 X0 N0 S0");
    CHECK(counters(2) == "held attended 1 X0 N0 S0");
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Meeting, "a rehearsal changes nothing") {
    const std::string before = content();
    CHECK(log(*this, header + "GROUP,1,P-0001,P\n", {.dry_run = true}).rows == Lines{"2 logged 1"});
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(Meeting, "marks name their batch, and its journal entry counts them") {
    log(*this, header + "GROUP,1,P-0001,P\nGROUP,1,P-0002,P\n");
    log(*this, header + "GROUP,1,P-0001,N\nGROUP,1,P-0002,P\nGROUP,1,P-0003,P\n");
    CHECK(lines("SELECT counts FROM journal ORDER BY id DESC LIMIT 1") == Lines{"logged=1 corrected=1 unchanged=1"});
    CHECK(number("SELECT count(*) FROM mark m JOIN batch b ON b.id = m.batch WHERE m.change_seq >= b.first_change AND b.verb = "
                 "'session log'") == 4);
}
