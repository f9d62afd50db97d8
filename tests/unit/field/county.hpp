#pragma once

#include "unit/calendar/days.hpp"
#include "unit/calendar/show.hpp"
#include "unit/catalogue/shipped.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/field/workplace.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace field {

namespace catalogue = peergroup::catalogue;

/// The shipped catalogue laid out in a folder of its own, without these keys of its types: most tests are about something else.
class UnaskingCatalogue {
public:
    explicit UnaskingCatalogue(const std::vector<std::string>& keys) : folder_(lay_out(keys)), catalogue_(folder_) {}
    ~UnaskingCatalogue() { std::filesystem::remove_all(folder_); }
    UnaskingCatalogue(const UnaskingCatalogue&) = delete;
    UnaskingCatalogue& operator=(const UnaskingCatalogue&) = delete;

    const catalogue::Catalogue& get() const { return catalogue_; }

private:
    static std::filesystem::path lay_out(const std::vector<std::string>& keys) {
        std::string name = (std::filesystem::temp_directory_path() / "peergroup-unasking-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
        const std::filesystem::path shipped = std::filesystem::path(PEERGROUP_SOURCE_DIR) / "config";
        for (const char* const part : {"organisation.toml", "reminders.toml", "regions", "calendars", "group-types", "templates"})
            std::filesystem::copy(shipped / part, std::filesystem::path(name) / part, std::filesystem::copy_options::recursive);
        for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(name) / "group-types"))
            drop(keys, file.path());
        return name;
    }
    static void drop(const std::vector<std::string>& keys, const std::filesystem::path& file) {
        std::string kept;
        std::ifstream lines(file);
        for (std::string line; std::getline(lines, line);)
            if (std::ranges::none_of(keys, [&](const std::string& key) { return line.starts_with(key); })) kept += line + '\n';
        std::ofstream(file) << kept;
    }

    std::filesystem::path folder_;
    catalogue::Catalogue catalogue_;
};

/// A workplace under the shipped catalogue, but nobody is asked for attested facts or for steps before a place.
class County : public Workplace {
public:
    virtual ~County() = default;
    virtual const catalogue::Catalogue& rules() const {
        static const UnaskingCatalogue unasking({"eligibility", "steps", "interview", "suitability_decided_by"});
        return unasking.get();
    }
};

/// The same, but types ask for attested facts.
class FactAskingCounty : public County {
public:
    const catalogue::Catalogue& rules() const override {
        static const UnaskingCatalogue unasking({"steps", "interview", "suitability_decided_by"});
        return unasking.get();
    }
};

/// A workplace under the catalogue as it is shipped.
class AskingCounty : public County {
public:
    const catalogue::Catalogue& rules() const override {
        static const catalogue::Catalogue shipped = shipped_catalogue();
        return shipped;
    }
};

} // namespace field
