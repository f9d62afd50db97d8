#include "unit/field/admission_in_county.hpp"
#include "unit/field/membership_rules.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

using namespace field;

namespace {

const std::string header = "group,person,family,relation,given_name,birth_date\n";

/// A county with a group of every kind, the same each time.
struct EveryKind : County {
    EveryKind() {
        add_adults(*this, 6);
        groups::GroupWish pair = pair_wish("PAIR");
        pair.capacity = 4;
        create(*this, pair);
        create_with_seats(*this, "GROUP", 3);
        groups::GroupWish strict = weekly_wish("STRICT");
        strict.capacity = 3;
        strict.waiting_list = false;
        create(*this, strict);
        groups::GroupWish adults = weekly_wish("ADULTS");
        adults.age_min = 18;
        create(*this, adults);
    }
};

/// Rows of a file by their lines, each with the label of its family.
struct RandomFile {
    std::map<int, std::string> rows;
    std::map<int, std::string> families;

    RandomFile(std::mt19937& random, const std::vector<std::string>& groups) {
        const auto below = [&](unsigned limit) { return random() % limit; };
        for (int line = 2; line < 26; ++line) {
            const std::string group = below(25) == 0 ? "GRUOP" : groups[below(static_cast<unsigned>(groups.size()))];
            const std::string family = below(3) == 0 ? "" : std::string(1, static_cast<char>('A' + below(8)));
            const bool child = below(3) == 0;
            const std::string who = below(2) == 0 ? fmt::format("P-{},{},,,", 1 + below(6), family)
                                                  : fmt::format(",{},{},Name{},{}", family, child ? "child" : "", below(20),
                                                                below(30) == 0 ? "31.4.2000"
                                                                : child        ? "2015-05-05"
                                                                               : "1990-05-05");
            rows[line] = group + "," + who;
            families[line] = family;
        }
    }

    /// The file with the rows that `wanted` names.
    std::string text(const std::set<int>& wanted) const {
        std::string text = header;
        for (const int line : wanted)
            text += rows.at(line) + "\n";
        return text;
    }
    std::set<int> lines() const {
        std::set<int> all;
        for (const auto& [line, row] : rows)
            all.insert(line);
        return all;
    }
};

bool is_taken(const std::string& told) {
    for (const char* const status : {" enrolled ", " waitlisted ", " unchanged "})
        if (told.find(status) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("families stand or fall together in random files, and whoever is refused leaves no trace") {
    std::mt19937 random(20260214);
    int fallen = 0;
    int waiting = 0;
    for (int trial = 0; trial < 25; ++trial) {
        CAPTURE(trial);
        const RandomFile file(random, {"PAIR", "GROUP", "STRICT", "ADULTS"});
        EveryKind county;
        const Told told = enrol(county, file.text(file.lines()), {.mode = batches::Mode::rows});
        REQUIRE(told.rows.size() == file.rows.size());

        std::set<int> taken;
        std::set<std::string> standing;
        std::set<std::string> refused;
        for (const std::string& row : told.rows) {
            const int line = std::stoi(row);
            if (is_taken(row)) taken.insert(line);
            (is_taken(row) ? standing : refused).insert(file.families.at(line));
        }
        for (const std::string& family : refused)
            CHECK((family.empty() || !standing.contains(family)));
        fallen += static_cast<int>(refused.size());

        // Nobody sits while somebody who came with them to the same group waits.
        std::map<std::string, std::set<std::string>> statuses;
        for (const std::string& row : told.rows) {
            const int line = std::stoi(row);
            if (!is_taken(row) || file.families.at(line).empty() || row.find(" unchanged ") != std::string::npos) continue;
            const std::string& text = file.rows.at(line);
            const std::string status = row.find(" enrolled ") != std::string::npos ? "enrolled" : "waitlisted";
            statuses[text.substr(0, text.find(',')) + file.families.at(line)].insert(status);
        }
        for (const auto& family : statuses) {
            CAPTURE(family.first);
            CHECK(family.second.size() == 1);
            waiting += static_cast<int>(family.second.count("waitlisted"));
        }

        EveryKind other;
        enrol(other, file.text(taken));
        CHECK((county.content() == other.content()));
        check_memberships(county);
    }
    CHECK(fallen > 25);
    CHECK(waiting > 10);
}

TEST_CASE("rows that were refused are refused again when they are fed back as they are") {
    std::mt19937 random(20260215);
    for (int trial = 0; trial < 25; ++trial) {
        CAPTURE(trial);
        const RandomFile file(random, {"GROUP", "STRICT", "ADULTS"});
        EveryKind county;
        std::set<int> refused;
        for (const std::string& row : enrol(county, file.text(file.lines()), {.mode = batches::Mode::rows}).rows)
            if (!is_taken(row)) refused.insert(std::stoi(row));
        for (const std::string& row : enrol(county, file.text(refused), {.mode = batches::Mode::rows}).rows) {
            CAPTURE(row);
            CHECK_FALSE(is_taken(row));
        }
    }
}
