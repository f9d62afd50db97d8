#include "unit/field/session_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// GROUP is a weekly group with one member; CAFE a discussion in a family café, which counts visitors.
struct Meetings : County {
    Meetings() {
        add_adults(*this, 1);
        create(*this, weekly_wish("GROUP"));
        groups::GroupWish cafe = wish_of("mll-jututtamo", "kainuu");
        cafe.variant = "cafe";
        cafe.code = "CAFE";
        cafe.meetings.dates = days({"2026-02-03", "2026-02-10"});
        create(*this, cafe);
        enrol(*this, "group,person\nGROUP,P-1\n");
    }
    Lines tell(const std::string& rows) { return log(*this, "group,session,theme,raised,adults,children\n" + rows + "\n").rows; }
};

} // namespace

TEST_CASE_FIXTURE(Meetings, "a row without a person is about the meeting") {
    CHECK(tell("GROUP,1,Arjen voimavarat,uni | ruutuaika ||  raha,,") == Lines{"2 logged 0"});
    const groups::Session session = sessions(*this, "GROUP")[0];
    CHECK(session.state == groups::SessionState::held);
    CHECK(themes_of(*this, session) == groups::Themes{"Arjen voimavarat", {"uni", "ruutuaika", "raha"}});
}

TEST_CASE_FIXTURE(Meetings, "a row that only names a meeting says that it was held") {
    CHECK(tell("GROUP,1,,,,") == Lines{"2 logged 0"});
    CHECK(sessions(*this, "GROUP")[0].state == groups::SessionState::held);
    CHECK(tell("GROUP,1,,,,") == Lines{"2 unchanged 0"});
}

TEST_CASE_FIXTURE(Meetings, "the same themes again change nothing") {
    const std::string rows = "GROUP,1,Arki,uni|raha,,\nCAFE,1,,,7,5";
    tell(rows);
    const std::int64_t changes = number("SELECT count(*) FROM session_change");
    CHECK(tell(rows) == Lines{"2 unchanged 0", "3 unchanged 0"});
    CHECK(number("SELECT count(*) FROM session_change") == changes);
}

TEST_CASE_FIXTURE(Meetings, "raised themes add up, a new theme replaces the old") {
    tell("GROUP,1,Arki,uni,,");
    CHECK(tell("GROUP,1,Juhla,raha|uni,,") == Lines{"2 logged 0"});
    CHECK(themes_of(*this, sessions(*this, "GROUP")[0]) == groups::Themes{"Juhla", {"uni", "raha"}});
}

TEST_CASE_FIXTURE(Meetings, "one file gives a meeting one theme") {
    CHECK(tell("GROUP,1,Arki,,,\nGROUP,1,Arki,uni,,") == Lines{"2 logged 0", "3 logged 0"});
    const std::string before = content();
    CHECK(tell("GROUP,2,Arki,,,\nGROUP,2,Juhla,,,").back() == "3 theme-differs GROUP");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(Meetings, "visitors are counted where the type counts them") {
    tell("CAFE,1,,,7,5");
    groups::Session cafe = sessions(*this, "CAFE")[0];
    CHECK(cafe.adults == 7);
    CHECK(cafe.children == 5);
    tell("CAFE,1,,,8,");
    cafe = sessions(*this, "CAFE")[0];
    CHECK(cafe.adults == 8);
    CHECK(cafe.children == 5); // a blank leaves it
    tell("CAFE,2,,,0,0");
    CHECK(sessions(*this, "CAFE")[1].adults == 0); // nobody came: that is a number
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Meetings, "visitors of groups that count none are refused") {
    CHECK(tell("GROUP,1,,,3,") == Lines{"2 visitors-not-counted GROUP"});
    CHECK(tell("GROUP,1,,,,0") == Lines{"2 visitors-not-counted GROUP"});
    CHECK(tell("CAFE,1,,,many,") == Lines{"2 no-number"});
    CHECK(tell("CAFE,1,,,-1,") == Lines{"2 no-number"});
    groups::GroupWish open = weekly_wish("OPEN");
    open.openness = catalogue::Openness::open;
    create(*this, open);
    CHECK(tell("OPEN,1,,,3,") == Lines{"2 logged 0"});
}

TEST_CASE_FIXTURE(Meetings, "marks, themes and visitors of one meeting come in one file") {
    enrol(*this, "group,person\nCAFE,P-1\n");
    const Told told = log(*this, "group,session,person,mark,theme,adults\nCAFE,1,P-1,P,,\nCAFE,1,,,Uni,9\n");
    CHECK(told.rows == Lines{"2 logged 1", "3 logged 0"});
    const groups::Session cafe = sessions(*this, "CAFE")[0];
    CHECK(cafe.attended == 1);
    CHECK(cafe.adults == 9);
    CHECK(themes_of(*this, cafe).theme == "Uni");
    CHECK(number("SELECT count(*) FROM session_change WHERE session = 9") == 2); // planned, held: one log, one change
    check_sessions(*this);
}
