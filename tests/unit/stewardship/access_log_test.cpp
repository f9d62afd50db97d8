#include "stewardship/access_log.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// One person who was imported, enrolled, marked and looked at, beside another.
class Used : public County {
public:
    Used() {
        add_adults(*this, 12);
        create_with_seats(*this, "GROUP", 3);
        enrol(*this, "group,person\nGROUP,P-0001\n");
        enrol(*this, "group,person\nGROUP,P-0002\n");
        now = "2026-02-01T10:00:00Z";
        log(*this, "group,session,person,mark\nGROUP,1,P-0001,P\n");
        look(1);
        look(11); // whose code begins like no other's
    }

    void look(std::int64_t number) {
        ground = "client-relation";
        store::Transaction transaction = database().write();
        const vault::Journal journal = this->journal("person show");
        const people::PersonCode code = person(number);
        people::Identity(transaction, journal).reveal({&code, 1});
        transaction.commit();
        ground.clear();
    }

    const peergroup::calendar::Zone helsinki = peergroup::calendar::Zone::load("Europe/Helsinki").value();

    Lines verbs(std::string_view today, std::string_view from = "", std::string special_reason = "") {
        store::Transaction transaction = database().write();
        Lines verbs;
        peergroup::stewardship::AccessLogRequest request{.person = person(1), .zone = helsinki, .today = day(today)};
        if (!from.empty()) request.from = day(from);
        request.special_reason = std::move(special_reason);
        for (const auto& line : peergroup::stewardship::read_access_log(transaction, journal("privacy access-log"), request))
            verbs.push_back(line.verb + (line.ground.empty() ? "" : " " + line.ground));
        transaction.commit();
        return verbs;
    }
};

} // namespace

TEST_CASE_FIXTURE(Used, "what was done and seen of one person is told, and nothing about others") {
    CHECK(verbs("2026-02-02") == Lines{"person import", "enrol", "session log", "person show client-relation"});
    CHECK(verbs("2026-02-02", "2026-02-01") ==
          Lines{"session log", "person show client-relation", "privacy access-log"}); // reading it is on record too
}

TEST_CASE_FIXTURE(Used, "W08: what is older than two years takes a special reason") {
    CHECK(verbs("2028-02-01").front() == "session log");
    CHECK(problem_of([&] { verbs("2028-02-01", "2026-01-31"); }).code == "access-log-too-old");
    CHECK(verbs("2028-02-01", "2026-01-31", "investigation").front() == "session log");
    CHECK(lines("SELECT counts FROM journal ORDER BY id DESC LIMIT 1") == Lines{"entries=3 special=investigation"});
}

TEST_CASE_FIXTURE(Used, "a day is one of the wall clock, not of Greenwich") {
    now = "2026-02-02T22:30:00Z"; // half past midnight of the third
    look(1);
    CHECK(verbs("2026-02-02", "2026-02-02").empty());
    CHECK(verbs("2026-02-03", "2026-02-03").front() == "person show client-relation");
}
