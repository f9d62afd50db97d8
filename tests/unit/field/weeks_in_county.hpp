#pragma once

#include "reports/weekly.hpp"
#include "reports/weekly_document.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace field {

namespace reports = peergroup::reports;

/// The question about one week, all regions and types.
inline reports::WeeklyQuestion about(std::string_view week, std::string_view as_of = "") {
    reports::WeeklyQuestion question{.week = calendar::IsoWeek::parse(week).value()};
    if (!as_of.empty()) question.as_of = calendar::Instant::parse(as_of).value();
    return question;
}

inline reports::GroupWeeks figures_of(County& county, const reports::WeeklyQuestion& question) {
    store::Transaction transaction = county.database().read();
    return reports::weekly_figures(transaction, question, county.actor);
}

/// The figures that are not nothing, in the order of the report: `enrolled 3, new 3, held 1, expected 3, attended 2`.
inline std::string in_words(const reports::WeekFigures& week) {
    const std::pair<const char*, std::int64_t> numbers[] = {
        {"enrolled", week.enrolled},
        {"waitlisted", week.waitlisted},
        {"offered", week.offered},
        {"new", week.came},
        {"promoted", week.promoted},
        {"left", week.left},
        {"completed", week.completed},
        {"transferred", week.transferred},
        {"held", week.held},
        {"cancelled", week.cancelled},
        {"moved", week.moved},
        {"expected", week.expected},
        {"attended", week.attended},
        {"notified", week.absent_notified},
        {"untold", week.absent_not_notified},
        {"unmarked", week.unmarked()},
        {"people", static_cast<std::int64_t>(week.people.size())},
        {"adults", week.adults},
        {"children", week.children},
        {"seats", week.seats},
        {"filled", week.seats_filled},
    };
    std::string words;
    for (const auto& [name, number] : numbers)
        if (number != 0) words += fmt::format("{}{} {}", words.empty() ? "" : ", ", name, number);
    for (const auto& [reason, number] : week.left_by_reason)
        words += fmt::format(", {} {}", reason.empty() ? "no reason" : reason, number);
    return words;
}

/// The week of each group that the report tells of: `GROUP: enrolled 3, new 3`.
inline Lines week(County& county, const reports::WeeklyQuestion& question) {
    Lines told;
    for (const reports::GroupWeek& line : figures_of(county, question)) {
        const std::string words = in_words(line.figures);
        told.push_back(line.code + ":" + (words.empty() ? "" : " ") + words);
    }
    return told;
}
inline Lines week(County& county, std::string_view iso_week) {
    return week(county, about(iso_week));
}

} // namespace field
