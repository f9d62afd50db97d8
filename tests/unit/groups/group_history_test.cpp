#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using groups::GroupVerb;

namespace {

/// Every kind of change, on a group and on a pair, mixed.
void live_through_everything(County& county) {
    create(county, weekly_wish("GROUP"));
    create(county, pair_wish("PAIR"));
    move_meeting(county, {group_code("PAIR-C"), "2"}, {.day = day("2026-02-05")});
    decide(county, "GROUP", GroupVerb::close, "2026-01-20");
    cancel_meeting(county, {group_code("GROUP"), "1"}, {"venue", catalogue::AfterCancelled::append});
    add_meeting(county, {group_code("PAIR"), ""}, {.day = day("2026-04-29")});
    move_meeting(county, {group_code("PAIR-P"), "2"}, {.day = day("2026-02-06")});
    decide(county, "GROUP", GroupVerb::open, "2026-01-22");
    groups::edit_group(county.database(), county.rules(), county.journal("group edit"),
                       {.code = group_code("PAIR"), .language = "fi"});
    end_group(county, "GROUP", "2026-02-20");
}

} // namespace

TEST_CASE_FIXTURE(County, "numbers of change rise through all histories and are never used twice") {
    live_through_everything(*this);
    CHECK(number("SELECT count(*) FROM (SELECT change_seq FROM group_change UNION ALL SELECT change_seq FROM session_change)") ==
          number("SELECT count(*) FROM (SELECT change_seq FROM group_change UNION SELECT change_seq FROM session_change)"));
    CHECK(number("SELECT count(*) FROM group_change c JOIN batch b ON b.id = c.batch WHERE c.change_seq < b.first_change") == 0);
    CHECK(number("SELECT count(*) FROM session_change c JOIN batch b ON b.id < c.batch WHERE c.change_seq < b.first_change") ==
          0);
    CHECK(
        number("SELECT next_id FROM id_sequence WHERE name = 'change'") >
        number("SELECT max(change_seq) FROM (SELECT change_seq FROM group_change UNION SELECT change_seq FROM session_change)"));
}

TEST_CASE_FIXTURE(County, "every change names the one before it, and the first none") {
    live_through_everything(*this);
    for (const std::string_view history :
         {"group_change c JOIN peer_group o ON o.id = c.peer_group", "session_change c JOIN session o ON o.id = c.session"}) {
        CAPTURE(history);
        const std::string table(history.substr(0, history.find(' ')));
        const std::string object = table == "group_change" ? "peer_group" : "session";
        CHECK(number("SELECT count(*) FROM " + table + " WHERE previous IS NULL") == number("SELECT count(*) FROM " + object));
        CHECK(number("SELECT count(*) FROM " + table + " later JOIN " + table +
                     " earlier ON earlier.change_seq = later.previous WHERE earlier." + object + " <> later." + object +
                     " OR earlier.change_seq >= later.change_seq") == 0);
        CHECK(number("SELECT count(*) FROM " + table + " WHERE previous IN (SELECT previous FROM " + table +
                     " GROUP BY previous HAVING count(*) > 1)") == 0);
        CHECK(number("SELECT count(*) FROM (SELECT o.id FROM " + std::string(history) +
                     " GROUP BY o.id HAVING max(c.change_seq) <> o.change_seq)") == 0);
    }
}

TEST_CASE_FIXTURE(County, "the newest change of a group or a meeting says what its row says") {
    live_through_everything(*this);
    CHECK(number("SELECT count(*) FROM peer_group g JOIN group_change c ON c.change_seq = g.change_seq WHERE c.state <> g.state "
                 "OR c.intake <> g.intake"
                 " OR c.capacity IS NOT g.capacity OR c.ended_on IS NOT g.ended_on OR c.first_on IS NOT g.first_on OR "
                 "c.peer_group <> g.id") == 0);
    CHECK(number("SELECT count(*) FROM peer_group g JOIN group_change c ON c.change_seq = g.change_seq") == 3);
    CHECK(number("SELECT count(*) FROM session s JOIN session_change c ON c.change_seq = s.change_seq WHERE c.state <> s.state "
                 "OR c.moved <> s.moved"
                 " OR c.starts_on <> s.starts_on OR c.starts_at IS NOT s.starts_at OR c.session <> s.id") == 0);
    CHECK(number("SELECT count(*) FROM session s JOIN session_change c ON c.change_seq = s.change_seq") == 8 + 1 + 2 * 11);
}

TEST_CASE_FIXTURE(County, "a history tells what happened and when it counts") {
    create(*this, weekly_wish("GROUP"));
    move_meeting(*this, {group_code("GROUP"), "2"}, {.day = day("2026-02-05")});
    move_meeting(*this, {group_code("GROUP"), "2"}, {.day = day("2026-02-06")});
    cancel_meeting(*this, {group_code("GROUP"), "2"}, {"weather", catalogue::AfterCancelled::merge});
    CHECK(lines("SELECT kind || ' ' || starts_on || ' ' || state || ' ' || moved || coalesce(' ' || c.reason, '') FROM "
                "session_change c"
                " WHERE session = 2 ORDER BY change_seq") == Lines{"planned 2026-02-04 planned 0", "moved 2026-02-05 planned 1",
                                                                   "moved 2026-02-06 planned 1",
                                                                   "cancelled 2026-02-06 cancelled 1 weather"});
    decide(*this, "GROUP", GroupVerb::close, "2026-01-20");
    CHECK(lines("SELECT kind || ' ' || effective_on || ' ' || intake FROM group_change WHERE kind <> 'rescheduled' ORDER BY "
                "change_seq") == Lines{"created 2026-01-15 open", "closed 2026-01-20 closed"});
}
