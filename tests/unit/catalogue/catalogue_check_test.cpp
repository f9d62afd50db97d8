#include "catalogue_folder.hpp"
#include "shipped.hpp"

#include <string>

TEST_CASE("the shipped catalogue has no problem") {
    Lines lines;
    for (const peergroup::Problem& problem : shipped_catalogue().check())
        lines.push_back(problem.where + ": " + problem.message);
    CHECK(lines == Lines{});
}

TEST_CASE("two types must not begin their codes alike") {
    const CatalogueFolder folder;
    std::string text(CatalogueFolder::pair);
    text.replace(text.find("\"PR\""), 4, "\"CIR\"");
    folder.write("group-types/pair.toml", text);
    CHECK(folder.check() == Lines{"group-types/pair.toml:2:15: code_prefix \"CIR\" is already taken at "
                                  "group-types/circle.toml:2:15 [config-duplicate]"});
}

TEST_CASE("two regions must not share a code or a prefix, a region and a type may") {
    const CatalogueFolder folder;
    std::string text(CatalogueFolder::region);
    text.replace(text.find("north"), 5, "south");
    folder.write("regions/south.toml", text);
    CHECK(folder.check() ==
          Lines{"regions/south.toml:2:8: code \"99\" is already taken at regions/north.toml:2:8 [config-duplicate]",
                "regions/south.toml:3:15: code_prefix \"NOR\" is already taken at regions/north.toml:3:15 [config-duplicate]"});
    folder.write("regions/south.toml", text.replace(text.find("99"), 2, "98").replace(text.find("NOR"), 3, "CIR"));
    CHECK(folder.check() == Lines{});
}

TEST_CASE("types that a type names must be there") {
    const CatalogueFolder folder;
    folder.append("group-types/circle.toml",
                  "regions = [\"north\", \"nort\"]\nrequires_completed = \"par\"\n[[variant]]\nid = \"a\"\n"
                  "name = { fi = \"A\", sv = \"A\", en = \"A\" }\nrequires_completed = \"nothing\"\n");
    CHECK(folder.check() ==
          Lines{"group-types/circle.toml:5:21: regions names \"nort\", which is no region (did you mean `north`?) "
                "[config-dangling-reference]",
                "group-types/circle.toml:6:22: requires_completed names \"par\", which is no group type (did you mean `pair`?) "
                "[config-dangling-reference]",
                "group-types/circle.toml:10:22: requires_completed names \"nothing\", which is no group type "
                "[config-dangling-reference]"});
}

TEST_CASE("faults of several files come in one run, file by file, a broken one hiding no other") {
    const CatalogueFolder folder;
    folder.append("organisation.toml", "x = 1\n");
    folder.append("calendars/finland.toml", "from = = 3\n");
    folder.append("group-types/circle.toml", "sessions = 0\nage_min = \"six\"\n");
    folder.append("regions/north.toml", "in_source = \"no\"\n");
    CHECK(folder.check() ==
          Lines{"organisation.toml:3:1: x is no known key [config-unknown-key]",
                "calendars/finland.toml:9:8: Error while parsing value: could not determine value type [config-syntax]",
                "group-types/circle.toml:5:12: sessions must be from 1 to 500, not 0 [config-out-of-range]",
                "group-types/circle.toml:6:11: age_min must be a whole number, not text [config-wrong-type]",
                "regions/north.toml:13:13: municipality.in_source must be true or false, not text [config-wrong-type]"});
}

TEST_CASE("a file of more than four megabytes is refused, and the others are checked all the same") {
    const CatalogueFolder folder;
    folder.append("calendars/finland.toml", std::string((std::size_t{4} << 20U) + 1, '#'));
    folder.append("group-types/circle.toml", "x = 1\n");
    CHECK(folder.check() == Lines{"calendars/finland.toml: the file is longer than 4 MiB [config-too-large]",
                                  "group-types/circle.toml:5:1: x is no known key [config-unknown-key]"});
}
