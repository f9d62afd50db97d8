#include "catalogue/facilitator_words.hpp"
#include "facilitators/facilitator_code.hpp"
#include "facilitators/qualification.hpp"
#include "unit/calendar/days.hpp"
#include "unit/catalogue/shipped.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

namespace catalogue = peergroup::catalogue;
using peergroup::facilitators::FacilitatorCode;
using peergroup::facilitators::held_on;
using peergroup::facilitators::Qualification;

TEST_CASE("the code of a facilitator is no code of a participant") {
    CHECK(FacilitatorCode::parse("F-0003").value().number() == 3);
    CHECK(FacilitatorCode::parse("f-12345").value().text() == "F-12345");
    CHECK(FacilitatorCode(3).text() == "F-0003");
    for (const char* const text : {"P-0003", "F-", "F-0", "F-00a", "F0003", "", "F--3", "F-9999999999999999"})
        CHECK_FALSE(FacilitatorCode::parse(text));
    CHECK_THROWS_AS(FacilitatorCode(0), std::invalid_argument);
}

TEST_CASE("a qualification is held from its day to its last, and not from the day of its revocation on") {
    const Qualification open{"voikukkia-peer", day("2026-01-10")};
    CHECK_FALSE(open.is_held_on(day("2026-01-09")));
    CHECK(open.is_held_on(day("2026-01-10")));
    CHECK(open.is_held_on(day("2099-01-10")));
    const Qualification closed{"voikukkia-peer", day("2026-01-10"), day("2026-06-30")};
    CHECK(closed.is_held_on(day("2026-06-30")));
    CHECK_FALSE(closed.is_held_on(day("2026-07-01")));
    const Qualification revoked{"voikukkia-peer", day("2026-01-10"), day("2026-06-30"), day("2026-03-01")};
    CHECK(revoked.is_held_on(day("2026-02-28")));
    CHECK_FALSE(revoked.is_held_on(day("2026-03-01")));
    CHECK(held_on({closed, revoked, open}, day("2026-08-01")) == std::vector<std::string>{"voikukkia-peer"});
    CHECK(held_on({closed, revoked}, day("2026-08-01")).empty());
}

TEST_CASE("roles and qualifications are those of the catalogue") {
    const catalogue::Catalogue shipped = shipped_catalogue();
    CHECK(catalogue::qualification_codes(shipped) ==
          std::vector<std::string>{"jututtamo-facilitator", "voikukkia-peer", "voikukkia-professional"});
    const std::vector<std::string>& roles = catalogue::facilitator_roles();
    for (const std::string& id : shipped.type_ids())
        for (const catalogue::FacilitatorRole& asked : shipped.type(id).facilitators)
            CHECK(std::ranges::find(roles, asked.role) != roles.end());
    const catalogue::GroupType& voikukkia = shipped.type("voikukkia");
    CHECK(catalogue::qualifications_for(voikukkia, "peer") == std::vector<std::string>{"voikukkia-peer"});
    CHECK(catalogue::qualifications_for(voikukkia, "social_worker").empty());
    CHECK(catalogue::qualifications_for(voikukkia, "substitute").size() == 2);
}
