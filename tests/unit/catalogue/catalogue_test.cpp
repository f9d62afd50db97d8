#include "catalogue/catalogue.hpp"
#include "catalogue_folder.hpp"

#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>

using peergroup::Problem;
using peergroup::ProblemKind;
using peergroup::catalogue::Catalogue;
using peergroup::catalogue::GroupType;

namespace {

std::string line_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const Problem& problem) {
        const std::string kind = problem.kind == ProblemKind::not_found       ? "not found"
                                 : problem.kind == ProblemKind::configuration ? "configuration"
                                                                              : "other";
        return kind + " " + problem.code + ": " + problem.message + " (" + problem.hint + ")";
    }
    return "no problem";
}

/// Lays the files of a catalogue's content out again, by path.
std::map<std::string, std::string> laid_out(const std::string& content) {
    std::map<std::string, std::string> files;
    std::size_t at = content.find("\n\n") + 2;
    std::istringstream index(content.substr(0, at - 1));
    std::size_t bytes = 0;
    for (std::string path; index >> bytes && std::getline(index >> std::ws, path); at += bytes)
        files[path] = content.substr(at, bytes);
    return files;
}

} // namespace

TEST_CASE("a folder without a catalogue is named") {
    const CatalogueFolder folder;
    std::filesystem::remove(folder.path() / "organisation.toml");
    try {
        const Catalogue catalogue(folder.path());
        FAIL("a catalogue without an organisation was opened");
    } catch (const Problem& problem) {
        CHECK((problem.kind == ProblemKind::configuration));
        CHECK(problem.code == "catalogue-missing");
        CHECK(problem.where == folder.path().string());
    }
}

TEST_CASE("ids come in the order of the file names, and nothing but TOML files counts") {
    const CatalogueFolder folder;
    folder.write("group-types/circle-late.toml", CatalogueFolder::type);
    folder.write("group-types/circle.toml~", "x");
    folder.write("group-types/README.md", "x");
    std::filesystem::create_directory(folder.path() / "group-types" / "old.toml");
    const Catalogue catalogue(folder.path());
    CHECK(catalogue.type_ids() == Lines{"circle", "circle-late", "pair"});
    CHECK(catalogue.region_ids() == Lines{"north"});
    CHECK(catalogue.calendar_ids() == Lines{"finland"});
}

TEST_CASE("an unknown id gets the nearest one, also one that leads out of the folder") {
    const CatalogueFolder folder;
    const Catalogue catalogue(folder.path());
    CHECK(line_of([&] { catalogue.type("cirkle"); }) ==
          "not found unknown-type: there is no group type \"cirkle\" (did you mean `circle`?)");
    CHECK(line_of([&] { catalogue.region("nort"); }) ==
          "not found unknown-region: there is no region \"nort\" (did you mean `north`?)");
    CHECK(line_of([&] { catalogue.holidays("x"); }) == "not found unknown-calendar: there is no calendar \"x\" ()");
    CHECK(line_of([&] { catalogue.region("../group-types/circle"); }) ==
          "not found unknown-region: there is no region \"../group-types/circle\" ()");
}

TEST_CASE("a file is parsed when it is asked for, so that a fault in one does not keep from the others") {
    const CatalogueFolder folder;
    folder.append("group-types/pair.toml", "sesions = 1\nagemin = 3\n");
    const Catalogue catalogue(folder.path());
    CHECK(catalogue.type("circle").code_prefix == "CIR");
    CHECK(line_of([&] { catalogue.type("pair"); }) ==
          "configuration config-unknown-key: side.sesions is no known key (`peergroup config "
          "check` lists 1 more)");
}

TEST_CASE("a file that is gone by the time it is asked for is named") {
    const CatalogueFolder folder;
    const Catalogue catalogue(folder.path());
    std::filesystem::remove(folder.path() / "group-types" / "circle.toml");
    CHECK(line_of([&] { catalogue.type("circle"); }) ==
          "configuration config-unreadable: the file cannot be read (check its permissions)");
    CHECK(line_of([&] { catalogue.digest(); }) ==
          "configuration config-unreadable: the file cannot be read (check its permissions)");
    REQUIRE(catalogue.check().size() == 1);
    CHECK(folder.line(catalogue.check().front()) ==
          "group-types/circle.toml: the file cannot be read (check its permissions) [config-unreadable]");
}

TEST_CASE("values are kept, and outlive a move of the catalogue") {
    const CatalogueFolder folder;
    Catalogue catalogue(folder.path());
    const GroupType& type = catalogue.type("circle");
    const Catalogue moved(std::move(catalogue));
    CHECK(&moved.type("circle") == &type);
    CHECK(moved.folder() == folder.path());
}

TEST_CASE("a holiday has its name in three languages, an unknown one is a mistake of the program") {
    const CatalogueFolder folder;
    const Catalogue catalogue(folder.path());
    CHECK(catalogue.holiday_name("finland", "may-day").in(peergroup::Language::sv) == "Första maj");
    CHECK_THROWS_AS(catalogue.holiday_name("finland", "labour-day"), std::logic_error);
}

TEST_CASE("a municipality's overrides change what they name and nothing else") {
    const CatalogueFolder folder;
    folder.append("regions/north.toml",
                  "[[override]]\ntype = \"pair\"\nmunicipality = \"kota\"\nsessions = 8\ninterval_days = 14\n"
                  "duration_minutes = 90\ncapacity = 12\n");
    const Catalogue catalogue(folder.path());
    const GroupType& pair = catalogue.type("pair");
    const auto& north = catalogue.region("north");
    const GroupType local = catalogue.type_in(pair, north, "kota");
    CHECK(local.sessions == 8);
    CHECK(local.interval_days == 14);
    CHECK(local.duration_minutes == 90);
    CHECK(local.capacity == 12);
    CHECK(local.code_prefix == "PR");
    CHECK(local.paired());
    CHECK(catalogue.type_in(pair, north, "other").sessions == 10);
    CHECK(catalogue.type_in(catalogue.type("circle"), north, "kota").sessions == std::nullopt);
    CHECK(pair.sessions == 10);
}

TEST_CASE("the digest follows every byte and every name") {
    const CatalogueFolder folder;
    const std::string before = Catalogue(folder.path()).digest();
    CHECK(before.size() == 64);
    CHECK(Catalogue(folder.path()).digest() == before);
    folder.append("calendars/finland.toml", " ");
    const std::string longer = Catalogue(folder.path()).digest();
    CHECK(longer != before);
    folder.write("calendars/finland.toml", CatalogueFolder::calendar);
    CHECK(Catalogue(folder.path()).digest() == before);
    std::filesystem::rename(folder.path() / "group-types" / "pair.toml", folder.path() / "group-types" / "par.toml");
    CHECK(Catalogue(folder.path()).digest() != before);
    folder.write("notes.txt", "not of the catalogue");
    std::filesystem::rename(folder.path() / "group-types" / "par.toml", folder.path() / "group-types" / "pair.toml");
    CHECK(Catalogue(folder.path()).digest() == before);
}

TEST_CASE("the content can be laid out again") {
    const CatalogueFolder folder;
    folder.write("calendars/empty.toml", "");
    folder.append("organisation.toml", "\n\n12 regions/north.toml\n\n");
    const std::map<std::string, std::string> files = laid_out(Catalogue(folder.path()).content());
    REQUIRE(files.size() == 6);
    CHECK(files.at("calendars/empty.toml").empty());
    CHECK(files.at("calendars/finland.toml") == CatalogueFolder::calendar);
    CHECK(files.at("group-types/pair.toml") == CatalogueFolder::pair);
    CHECK(files.at("organisation.toml") == std::string(CatalogueFolder::organisation) + "\n\n12 regions/north.toml\n\n");
    CHECK(files.at("regions/north.toml") == CatalogueFolder::region);
}
