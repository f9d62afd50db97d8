#include "unit/field/session_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// Two members were marked at the first meeting: P-0001 present, P-0002 absent.
struct Marked : County {
    Marked() {
        add_adults(*this, 2);
        create(*this, weekly_wish("GROUP"));
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\n");
        mark("GROUP,1,P-1,P,\nGROUP,1,P-2,N,");
    }
    Lines mark(const std::string& rows) { return log(*this, "group,session,person,mark,minutes\n" + rows + "\n").rows; }
    Lines revisions(int number) {
        return lines(fmt::format(
            "SELECT revision || ' ' || mark || coalesce(minutes, '') FROM mark WHERE person = {} ORDER BY revision", number));
    }
};

} // namespace

TEST_CASE_FIXTURE(Marked, "a correction counts instead of the mark before it, which is kept") {
    CHECK(mark("GROUP,1,P-1,X,") == Lines{"2 corrected 1"});
    CHECK(revisions(1) == Lines{"1 P", "2 X"});
    const groups::Session session = sessions(*this, "GROUP")[0];
    CHECK(session.attended == 0);
    CHECK(session.absent_notified == 1);
    CHECK(session.absent_not_notified == 1);
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Marked, "a mark may be corrected as often as needed, also back to what it was") {
    mark("GROUP,1,P-1,X,");
    mark("GROUP,1,P-1,P,");
    CHECK(mark("GROUP,1,P-1,P,") == Lines{"2 unchanged 1"});
    mark("GROUP,1,P-1,S,");
    CHECK(revisions(1) == Lines{"1 P", "2 X", "3 P", "4 S"});
    CHECK(sessions(*this, "GROUP")[0].excused == 1);
    CHECK(sessions(*this, "GROUP")[0].attended == 0);
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Marked, "other minutes are a correction too") {
    mark("GROUP,1,P-1,L,10");
    CHECK(mark("GROUP,1,P-1,L,15") == Lines{"2 corrected 1"});
    CHECK(mark("GROUP,1,P-1,L,15") == Lines{"2 unchanged 1"});
    CHECK(mark("GROUP,1,P-1,L,") == Lines{"2 corrected 1"});
    CHECK(revisions(1) == Lines{"1 P", "2 L10", "3 L15", "4 L"});
}

TEST_CASE_FIXTURE(Marked, "whoever was not marked before is logged, not corrected") {
    add_adults(*this, 1);
    enrol(*this, "group,person\nGROUP,P-3\n");
    CHECK(mark("GROUP,1,P-3,P,\nGROUP,1,P-2,P,") == Lines{"2 logged 3", "3 corrected 2"});
    CHECK(sessions(*this, "GROUP")[0].attended == 3);
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Marked, "every log is a change of its meeting, so that what was known before can be told") {
    mark("GROUP,1,P-1,X,");
    CHECK(lines("SELECT kind || ' ' || state FROM session_change WHERE session = 1 ORDER BY change_seq") ==
          Lines{"planned planned", "held held", "logged held"});
}
