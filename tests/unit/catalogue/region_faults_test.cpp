#include "catalogue_folder.hpp"

#include <string>
#include <string_view>

namespace {

/// What is wrong with `north` when `more` follows its twelve lines.
Lines faults_with(std::string_view more) {
    const CatalogueFolder folder;
    folder.append("regions/north.toml", more);
    return folder.check();
}

/// What is wrong with `north` when `to` stands in the place of `from`.
Lines faults_after(std::string_view from, std::string_view to) {
    const CatalogueFolder folder;
    std::string text(CatalogueFolder::region);
    text.replace(text.find(from), from.size(), to);
    folder.write("regions/north.toml", text);
    return folder.check();
}

constexpr std::string_view name = "name = { fi = \"A\", sv = \"A\", en = \"A\" }\n";

} // namespace

TEST_CASE("a region must not end before it begins") {
    CHECK(
        faults_after("zone", "valid_to = 2022-12-31\nzone") ==
        Lines{"regions/north.toml:7:12: valid_to is 2022-12-31, before valid_from, which is 2023-01-01 [config-contradiction]"});
    CHECK(faults_after("zone", "valid_to = 2023-01-01\nzone") == Lines{});
}

TEST_CASE("a date in quotes, and one of another age, are refused") {
    CHECK(faults_after("2023-01-01", "\"2023-01-01\"") ==
          Lines{"regions/north.toml:6:14: valid_from must be a date without quotes, not text [config-wrong-type]"});
    CHECK(faults_after("2023-01-01", "1023-01-01") ==
          Lines{"regions/north.toml:6:14: valid_from is 1023-01-01, outside the years 1800 to 2400 [config-out-of-range]"});
}

TEST_CASE("codes are digits in quotes, prefixes three letters") {
    CHECK(faults_after("code = \"99\"", "code = \"9\"") ==
          Lines{"regions/north.toml:2:8: code must be 2 digits in quotes, not \"9\" [config-malformed]"});
    CHECK(faults_after("code = \"99\"", "code = 99") ==
          Lines{"regions/north.toml:2:8: code must be text, not a whole number [config-wrong-type]"});
    CHECK(faults_after("\"NOR\"", "\"NÖR\"") ==
          Lines{"regions/north.toml:3:15: code_prefix must be 3 of the letters A-Z, not \"NÖR\" [config-malformed]"});
    CHECK(faults_after("\"001\"", "\"1\"") ==
          Lines{"regions/north.toml:11:8: municipality.code must be 3 digits in quotes, not \"1\" [config-malformed]"});
}

TEST_CASE("a zone that the system does not know is refused") {
    CHECK(
        faults_after("Europe/Helsinki", "Europe/Helsinky") ==
        Lines{"regions/north.toml:7:8: zone names \"Europe/Helsinky\", which this system does not know (use an IANA name such as "
              "Europe/Helsinki, and install tzdata) [config-unknown-zone]"});
}

TEST_CASE("a calendar that is not there gets the nearest one") {
    CHECK(faults_after("\"finland\"", "\"finlnd\"") ==
          Lines{"regions/north.toml:8:12: calendar names \"finlnd\", which is no calendar (did you mean `finland`?) "
                "[config-dangling-reference]"});
}

TEST_CASE("school-holiday weeks have a kind and a week of the year") {
    CHECK(faults_with("school_holidays = [{ kind = \"spring\", week = 54 }, { week = 8 }]\n") ==
          Lines{"regions/north.toml:13:29: municipality.school_holidays.kind must be one of winter, autumn, not \"spring\" "
                "[config-unknown-word]",
                "regions/north.toml:13:46: municipality.school_holidays.week must be from 1 to 53, not 54 [config-out-of-range]",
                "regions/north.toml:13:52: municipality.school_holidays.kind is missing [config-missing-key]"});
}

TEST_CASE("venues, contacts and overrides must stand in a municipality of the region") {
    CHECK(
        faults_with("[[venue]]\nid = \"hall\"\nkind = \"school\"\nmunicipality = \"kata\"\n" + std::string(name) +
                    "[[contact]]\nid = \"office\"\nmunicipality = \"elsewhere\"\n" + std::string(name) +
                    "[[override]]\ntype = \"circle\"\nmunicipality = \"koto\"\ncapacity = 8\n") ==
        Lines{"regions/north.toml:16:16: venue.municipality names \"kata\", which this file does not list (did you mean `kota`?) "
              "[config-dangling-reference]",
              "regions/north.toml:20:16: contact.municipality names \"elsewhere\", which this file does not list "
              "[config-dangling-reference]",
              "regions/north.toml:24:16: override.municipality names \"koto\", which this file does not list (did you mean "
              "`kota`?) "
              "[config-dangling-reference]"});
}

TEST_CASE("an override names a type that is there and that the region runs, once for each municipality") {
    CHECK(faults_with("[[override]]\ntype = \"cirkle\"\nmunicipality = \"kota\"\nsessions = 0\n") ==
          Lines{"regions/north.toml:16:12: override.sessions must be from 1 to 500, not 0 [config-out-of-range]",
                "regions/north.toml:14:8: override.type names \"cirkle\", which is no group type (did you mean `circle`?) "
                "[config-dangling-reference]"});
    CHECK(
        faults_with(
            "[[override]]\ntype = \"pair\"\nmunicipality = \"kota\"\n[[override]]\ntype = \"pair\"\nmunicipality = \"kota\"\n") ==
        Lines{"regions/north.toml:17:8: override.type \"pair\" is overridden twice for kota [config-duplicate]"});
    const CatalogueFolder folder;
    folder.append("group-types/circle.toml", "regions = [\"south\"]\n");
    folder.append("regions/north.toml", "[[override]]\ntype = \"circle\"\nmunicipality = \"kota\"\n");
    CHECK(folder.check() ==
          Lines{"group-types/circle.toml:5:12: regions names \"south\", which is no region [config-dangling-reference]",
                "regions/north.toml:14:8: override.type names \"circle\", which north does not run [config-contradiction]"});
}

TEST_CASE("ids are unique among their kind, and districts name a major district above them") {
    CHECK(faults_with("[[municipality]]\nid = \"kota\"\ncode = \"002\"\n" + std::string(name) + "[[district]]\ncode = \"n:1\"\n" +
                      std::string(name) + "[[district]]\ncode = \"n:1\"\nparent = \"n:2\"\n" + std::string(name)) ==
          Lines{"regions/north.toml:14:6: municipality.id \"kota\" is there twice [config-duplicate]",
                "regions/north.toml:21:8: district.code \"n:1\" is there twice [config-duplicate]",
                "regions/north.toml:22:10: district.parent names \"n:2\", which this file does not list (did you mean `n:1`?) "
                "[config-dangling-reference]"});
}

TEST_CASE("more municipalities than are counted is a contradiction, fewer is not") {
    CHECK(faults_after("calendar = ", "municipality_count = 2\ncalendar = ") == Lines{});
    CHECK(faults_after("[[municipality]]", "municipality_count = 1\n[[municipality]]\nid = \"new\"\ncode = \"002\"\n" +
                                               std::string(name) + "[[municipality]]") ==
          Lines{"regions/north.toml:9:22: municipality_count is 1, but 2 municipalities are listed [config-contradiction]"});
}
