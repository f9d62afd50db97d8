#include "shipped.hpp"

#include <algorithm>

using peergroup::catalogue::Catalogue;

namespace {

Codes days_of(int year, bool official) {
    const Catalogue catalogue = shipped_catalogue();
    Codes days;
    for (const auto& holiday : catalogue.holidays("finland").in_year(year)) {
        if (holiday.official == official) days.push_back(holiday.date.iso() + " " + holiday.id);
    }
    return days;
}

} // namespace

TEST_CASE("the public holidays of 2026 fall on their days, Midsummer on 20 June and All Saints on 31 October") {
    CHECK(days_of(2026, true) == Codes{"2026-01-01 new-year", "2026-01-06 epiphany", "2026-04-03 good-friday",
                                       "2026-04-05 easter-sunday", "2026-04-06 easter-monday", "2026-05-01 may-day",
                                       "2026-05-14 ascension-day", "2026-05-24 pentecost", "2026-06-20 midsummer-day",
                                       "2026-10-31 all-saints-day", "2026-12-06 independence-day", "2026-12-25 christmas-day",
                                       "2026-12-26 st-stephens-day"});
}

TEST_CASE("Midsummer Eve and Christmas Eve are days off by custom alone") {
    CHECK(days_of(2026, false) == Codes{"2026-06-19 midsummer-eve", "2026-12-24 christmas-eve"});
    CHECK(days_of(2028, false) == Codes{"2028-06-23 midsummer-eve", "2028-12-24 christmas-eve"});
}

TEST_CASE("the movable holidays follow the table up to 2030") {
    const auto has = [](int year, const std::string& day) {
        const Codes days = days_of(year, true);
        return std::ranges::find(days, day) != days.end();
    };
    CHECK(has(2025, "2025-06-21 midsummer-day"));
    CHECK(has(2025, "2025-11-01 all-saints-day"));
    CHECK(has(2027, "2027-03-28 easter-sunday"));
    CHECK(has(2027, "2027-06-26 midsummer-day"));
    CHECK(has(2027, "2027-11-06 all-saints-day"));
    CHECK(has(2029, "2029-05-10 ascension-day"));
    CHECK(has(2030, "2030-06-09 pentecost"));
}

TEST_CASE("every holiday has a name in three languages") {
    const Catalogue catalogue = shipped_catalogue();
    CHECK(catalogue.calendar_ids() == Codes{"finland"});
    CHECK(catalogue.holidays("finland").rules().size() == 15);
    for (const auto& rule : catalogue.holidays("finland").rules()) {
        const auto& names = catalogue.holiday_name("finland", rule.id);
        CHECK_FALSE(names.fi.empty());
        CHECK_FALSE(names.sv.empty());
        CHECK_FALSE(names.en.empty());
    }
    CHECK(catalogue.holiday_name("finland", "midsummer-day").fi == "Juhannuspäivä");
    CHECK(catalogue.holiday_name("finland", "ascension-day").sv == "Kristi himmelsfärdsdag");
}
