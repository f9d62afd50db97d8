#pragma once

#include "catalogue/catalogue.hpp"
#include "print.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// A small sound catalogue in a folder of its own, which goes with the test: one calendar, two types, one region.
class CatalogueFolder {
public:
    CatalogueFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "peergroup-catalogue-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
        path_ = name;
        for (const char* folder : {"calendars", "group-types", "regions"})
            std::filesystem::create_directory(path_ / folder);
        write("organisation.toml", organisation);
        write("calendars/finland.toml", calendar);
        write("group-types/circle.toml", type);
        write("group-types/pair.toml", pair);
        write("regions/north.toml", region);
    }
    ~CatalogueFolder() { std::filesystem::remove_all(path_); }
    CatalogueFolder(const CatalogueFolder&) = delete;
    CatalogueFolder& operator=(const CatalogueFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& file, std::string_view text) const { std::ofstream(path_ / file, std::ios::binary) << text; }
    void append(const std::string& file, std::string_view text) const {
        std::ofstream(path_ / file, std::ios::binary | std::ios::app) << text;
    }

    /// Each problem as the screen shows it, with its code, paths inside the folder.
    std::vector<std::string> check() const {
        std::vector<std::string> lines;
        for (const peergroup::Problem& problem : peergroup::catalogue::Catalogue(path_).check())
            lines.push_back(line(problem));
        return lines;
    }
    std::string line(const peergroup::Problem& problem) const {
        const std::string hint = problem.hint.empty() ? "" : " (" + problem.hint + ")";
        std::string text = problem.where + ": " + problem.message + hint + " [" + problem.code + "]";
        const std::string start = path_.string() + "/";
        for (auto at = text.find(start); at != std::string::npos; at = text.find(start))
            text.erase(at, start.size());
        return text;
    }

    static constexpr std::string_view organisation = R"(name = { fi = "Yhdistys", sv = "Förening", en = "Association" }
collation = "fi"
)";
    static constexpr std::string_view calendar = R"(id = "finland"
name = { fi = "Pyhät", sv = "Helgdagar", en = "Holidays" }
[[holiday]]
id = "may-day"
name = { fi = "Vappu", sv = "Första maj", en = "May Day" }
kind = "fixed"
month = 5
day = 1
)";
    static constexpr std::string_view type = R"(id = "circle"
code_prefix = "CIR"
name = { fi = "Piiri", sv = "Cirkel", en = "Circle" }
register = "ngo"
)";
    static constexpr std::string_view pair = R"(id = "pair"
code_prefix = "PR"
name = { fi = "Pari", sv = "Par", en = "Pair" }
register = "client"
sessions = 10
[[side]]
id = "parents"
suffix = "P"
name = { fi = "Vanhemmat", sv = "Föräldrar", en = "Parents" }
[[side]]
id = "children"
suffix = "C"
name = { fi = "Lapset", sv = "Barn", en = "Children" }
children = true
)";
    static constexpr std::string_view region = R"(id = "north"
code = "99"
code_prefix = "NOR"
kind = "wellbeing_county"
name = { fi = "Pohjoinen", sv = "Norr", en = "North" }
valid_from = 2023-01-01
zone = "Europe/Helsinki"
calendar = "finland"
[[municipality]]
id = "kota"
code = "001"
name = { fi = "Kota", sv = "Kåta", en = "Kota" }
)";

private:
    std::filesystem::path path_;
};

using Lines = std::vector<std::string>;
