#pragma once

#include "calendar/date.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace field {

/// A second opinion about one group: what a careful clerk with a paper list would note. Written without the program's own code.
class GroupModel {
public:
    using Date = peergroup::calendar::Date;

    /// A row of a file: who, and the first day if the row states one.
    struct Row {
        int person;
        std::optional<Date> on;
    };
    /// What else the file says.
    struct File {
        Date on;
        bool again;
    };

    std::optional<int> capacity;
    bool waiting_list = true;
    bool intake_open = true;

    /// What becomes of a row: `enrolled`, `waitlisted`, `unchanged`, or the code of a refusal, which leaves the list as it was.
    std::string take(const Row& row, const File& file) {
        std::vector<Entry>& entries = lists_[row.person];
        const Date first = row.on.value_or(file.on);
        if (row.on)
            for (const Entry& entry : entries)
                if (entry.first == first) return "unchanged";
        if (!entries.empty()) {
            const Entry& last = entries.back();
            if (is_active(last)) return row.on ? "already-enrolled" : "unchanged";
            if (!row.on && !file.again) return "unchanged";
            if (first <= *last.last) return "membership-overlaps";
        }
        if (!intake_open) return "intake-closed";
        const bool free = waiting() == 0 && (!capacity || seated() + staying_after(first) < *capacity);
        if (!free && !waiting_list) return "group-full";
        entries.push_back({free ? "enrolled" : "waitlisted", first, {}, free ? 0 : ++came_});
        return entries.back().state;
    }

    /// Ends the membership of one who is there; nothing when the person is not.
    void leave(int person, Date last) {
        Entry& entry = lists_.at(person).back();
        entry.state = entry.place > 0 ? "withdrawn" : "left";
        entry.last = last;
    }

    /// The first day of one who is there.
    std::optional<Date> there_since(int person) const {
        const auto found = lists_.find(person);
        if (found == lists_.end() || found->second.empty() || !is_active(found->second.back())) return std::nullopt;
        return found->second.back().first;
    }

    int seated() const { return count("enrolled"); }
    int waiting() const { return count("waitlisted"); }

    /// One line for each membership, by person and episode; the places of those who wait or waited count from 1.
    std::vector<std::string> lines() const {
        std::vector<std::string> told;
        for (const auto& [person, entries] : lists_)
            for (std::size_t index = 0; index < entries.size(); ++index) {
                const Entry& entry = entries[index];
                told.push_back(fmt::format("{}/{} {} {} {} {}", person, index + 1, entry.state, entry.first.iso(),
                                           entry.last ? entry.last->iso() : "-", entry.place));
            }
        return told;
    }

private:
    struct Entry {
        std::string state;
        Date first;
        std::optional<Date> last;
        int place; ///< in the order of those who came to wait; 0 for who got a seat
    };
    int staying_after(Date day) const {
        int number = 0;
        for (const auto& [person, entries] : lists_)
            for (const Entry& entry : entries)
                number += entry.state == "left" && *entry.last > day ? 1 : 0;
        return number;
    }
    static bool is_active(const Entry& entry) { return !entry.last; }
    int count(const std::string& state) const {
        int number = 0;
        for (const auto& [person, entries] : lists_)
            for (const Entry& entry : entries)
                number += entry.state == state ? 1 : 0;
        return number;
    }

    std::map<int, std::vector<Entry>> lists_;
    int came_ = 0;
};

} // namespace field
