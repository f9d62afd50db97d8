#include "catalogue_folder.hpp"

#include <string>
#include <string_view>

namespace {

/// What is wrong with the calendar when a holiday of `lines` follows its eight lines.
Lines faults_of_holiday(std::string_view lines) {
    const CatalogueFolder folder;
    folder.append("calendars/finland.toml", "[[holiday]]\nname = { fi = \"A\", sv = \"A\", en = \"A\" }\n" + std::string(lines));
    return folder.check();
}

} // namespace

TEST_CASE("a fixed holiday needs a day that exists") {
    CHECK(faults_of_holiday("id = \"a\"\nkind = \"fixed\"\nmonth = 4\nday = 31\n") ==
          Lines{"calendars/finland.toml:14:7: holiday.day is 31, which month 4 never has [config-contradiction]"});
    CHECK(faults_of_holiday("id = \"a\"\nkind = \"fixed\"\nmonth = 2\nday = 29\n") == Lines{});
    CHECK(faults_of_holiday("id = \"a\"\nkind = \"fixed\"\nmonth = 13\nday = 1\n") ==
          Lines{"calendars/finland.toml:13:9: holiday.month must be from 1 to 12, not 13 [config-out-of-range]"});
    CHECK(faults_of_holiday("id = \"a\"\nkind = \"fixed\"\n") ==
          Lines{"calendars/finland.toml:9:1: holiday.month is missing [config-missing-key]",
                "calendars/finland.toml:9:1: holiday.day is missing [config-missing-key]"});
}

TEST_CASE("a holiday states what its kind needs and nothing else") {
    CHECK(faults_of_holiday("id = \"a\"\nkind = \"easter\"\nmonth = 4\noffset_days = 400\n") ==
          Lines{"calendars/finland.toml:13:1: holiday.month is no known key [config-unknown-key]",
                "calendars/finland.toml:14:15: holiday.offset_days must be from -366 to 366, not 400 [config-out-of-range]"});
    CHECK(faults_of_holiday("id = \"a\"\nkind = \"weekday_from\"\nmonth = 6\nday = 20\n") ==
          Lines{"calendars/finland.toml:9:1: holiday.weekday is missing [config-missing-key]"});
    CHECK(faults_of_holiday("id = \"a\"\nkind = \"weekday_from\"\nmonth = 6\nday = 20\nweekday = \"saterday\"\n") ==
          Lines{"calendars/finland.toml:15:11: holiday.weekday must be one of monday, tuesday, wednesday, thursday, friday, "
                "saturday, "
                "sunday, not \"saterday\" (did you mean `saturday`?) [config-unknown-word]"});
}

TEST_CASE("holidays have different ids and a span of years that runs forward") {
    CHECK(
        faults_of_holiday("id = \"may-day\"\nkind = \"easter\"\nfrom_year = 2000\nto_year = 1990\n") ==
        Lines{
            "calendars/finland.toml:11:6: holiday.id \"may-day\" is there twice [config-duplicate]",
            "calendars/finland.toml:13:13: holiday.from_year is 2000, more than to_year, which is 1990 [config-contradiction]"});
}
