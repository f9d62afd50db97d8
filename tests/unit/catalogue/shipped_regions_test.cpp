#include "shipped.hpp"

#include <set>

using peergroup::calendar::Date;
using peergroup::catalogue::Catalogue;
using peergroup::catalogue::Municipality;
using peergroup::catalogue::Region;

namespace {

/// `winter/autumn` weeks of a municipality, as far as they are known.
std::string school_holidays(const Municipality& municipality) {
    std::string winter = "?";
    std::string autumn = "?";
    for (const auto& holiday : municipality.school_holidays) {
        CHECK(holiday.year == std::nullopt);
        (holiday.kind == "winter" ? winter : autumn) = std::to_string(holiday.week);
    }
    return winter + "/" + autumn;
}

} // namespace

TEST_CASE("there are 21 counties, Helsinki and Aland, with 308 municipalities") {
    const Catalogue catalogue = shipped_catalogue();
    REQUIRE(catalogue.region_ids().size() == 23);
    std::set<std::string> codes;
    std::set<std::string> prefixes;
    int municipalities = 0;
    int counties = 0;
    for (const std::string& id : catalogue.region_ids()) {
        const Region& region = catalogue.region(id);
        codes.insert(region.code);
        prefixes.insert(region.code_prefix);
        municipalities += region.municipality_count.value_or(0);
        counties += region.kind == "wellbeing_county" ? 1 : 0;
        CHECK((region.valid_from == Date::parse("2023-01-01")));
        CHECK_FALSE(region.valid_to.has_value());
        CHECK(region.zone == "Europe/Helsinki");
        CHECK(region.calendar == "finland");
    }
    CHECK(codes.size() == 23);
    CHECK(*codes.begin() == "01");
    CHECK(*codes.rbegin() == "91");
    CHECK(prefixes.size() == 23);
    CHECK(municipalities == 308);
    CHECK(counties == 21);
}

TEST_CASE("Helsinki is a city and no county, Aland is autonomous") {
    const Catalogue catalogue = shipped_catalogue();
    CHECK(catalogue.region("helsinki").code == "90");
    CHECK(catalogue.region("helsinki").kind == "city");
    CHECK(catalogue.region("helsinki").names.sv == "Helsingfors stad");
    CHECK(catalogue.region("helsinki").languages == Codes{"fi", "sv"});
    CHECK(catalogue.region("aland").code == "91");
    CHECK(catalogue.region("aland").kind == "autonomous");
}

TEST_CASE("KAI-15 KAI-16 Kainuu has the seven municipalities of its text, and Puolanka") {
    const Catalogue catalogue = shipped_catalogue();
    const Region& kainuu = catalogue.region("kainuu");
    CHECK(kainuu.code == "20");
    CHECK(kainuu.code_prefix == "KAI");
    CHECK(kainuu.languages == Codes{"fi"});
    Codes in_source;
    Codes later;
    for (const Municipality& municipality : kainuu.municipalities) {
        (municipality.in_source ? in_source : later).push_back(municipality.code + " " + municipality.names.fi);
    }
    CHECK(in_source ==
          Codes{"105 Hyrynsalmi", "205 Kajaani", "290 Kuhmo", "578 Paltamo", "697 Ristijärvi", "765 Sotkamo", "777 Suomussalmi"});
    CHECK(later == Codes{"620 Puolanka"});
}

TEST_CASE("KAI-07 KAI-11 each municipality of the text has a centre or station, and a contact without a number") {
    const Catalogue catalogue = shipped_catalogue();
    const Region& kainuu = catalogue.region("kainuu");
    Codes venues;
    for (const auto& venue : kainuu.venues)
        venues.push_back(venue.id + " " + venue.kind);
    CHECK(venues == Codes{"hyrynsalmi-perhekeskus family_centre_or_station", "kajaani-perhekeskus family_centre",
                          "kuhmo-perhekeskus family_centre", "paltamo-perheasema family_station",
                          "ristijarvi-perheasema family_station", "sotkamo-perhekeskus family_centre_or_station",
                          "suomussalmi-perhekeskus family_centre_or_station"});
    REQUIRE(kainuu.venue("kajaani-perhekeskus") != nullptr);
    CHECK(kainuu.venue("kajaani-perhekeskus")->municipality == "kajaani");
    CHECK(kainuu.venue("puolanka-perhekeskus") == nullptr);
    Codes contacts;
    for (const auto& contact : kainuu.contacts) {
        contacts.push_back(contact.municipality);
        CHECK(contact.phone == std::nullopt);
        CHECK(contact.email == std::nullopt);
    }
    CHECK(contacts == Codes{"hyrynsalmi", "kajaani", "kuhmo", "paltamo", "ristijarvi", "sotkamo", "suomussalmi"});
}

TEST_CASE("KAI-12 KAI-13 a family centre is open to all families with children and gathers their services") {
    const Catalogue catalogue = shipped_catalogue();
    const Region& kainuu = catalogue.region("kainuu");
    REQUIRE(kainuu.venue_kinds.size() == 2);
    const auto& centre = kainuu.venue_kinds[0];
    CHECK(centre.id == "family_centre");
    CHECK(centre.open_to == "families_with_children");
    CHECK(centre.services == Codes{"low_threshold_meeting_place", "peer_groups", "maternity_and_child_clinic", "family_work",
                                   "home_service_for_families", "family_counselling", "child_welfare"});
    CHECK(centre.possible_services == Codes{"school_health_care", "early_education"});
    CHECK(centre.partners == Codes{"specialised_health_care", "associations", "parishes", "private_sector", "families"});
    CHECK(kainuu.venue_kinds[1].id == "family_station");
}

TEST_CASE("KAI-14 no override is shipped, since which values differ is not stated") {
    const Catalogue catalogue = shipped_catalogue();
    for (const std::string& id : catalogue.region_ids())
        CHECK(catalogue.region(id).overrides.empty());
}

TEST_CASE("the school-holiday weeks that were verified belong to municipalities, not to counties") {
    const Catalogue catalogue = shipped_catalogue();
    Codes weeks;
    for (const std::string& id : catalogue.region_ids()) {
        for (const Municipality& municipality : catalogue.region(id).municipalities) {
            if (!municipality.school_holidays.empty()) weeks.push_back(municipality.id + " " + school_holidays(municipality));
        }
    }
    CHECK(weeks == Codes{"lappeenranta 9/43", "helsinki 8/42", "kajaani 10/42", "hameenlinna 9/42", "riihimaki 8/42",
                         "kokkola 9/42", "jyvaskyla 9/42", "kotka 9/43", "espoo 8/42", "lahti 9/43", "joensuu 10/42",
                         "siilinjarvi 10/42", "sonkajarvi 10/42", "vantaa 8/42", "koski 8/42"});
}

TEST_CASE("HKI-05 Helsinki has 8 major districts and 34 districts in them") {
    const Catalogue catalogue = shipped_catalogue();
    const Region& helsinki = catalogue.region("helsinki");
    int majors = 0;
    for (const auto& district : helsinki.districts) {
        majors += district.parent.empty() ? 1 : 0;
        if (district.code != "hki:pp:304") continue;
        CHECK(district.parent == "hki:sp:3");
        CHECK(district.names.fi == "Pasila");
        CHECK(district.names.sv == "Böle");
    }
    CHECK(majors == 8);
    CHECK(helsinki.districts.size() == 42);
    REQUIRE(helsinki.municipality("helsinki") != nullptr);
    CHECK(helsinki.municipality("helsinki")->code == "091");
    CHECK(helsinki.municipality("espoo") == nullptr);
}
