#include "catalogue/read_calendar.hpp"

#include "catalogue/fields.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>

namespace peergroup::catalogue {

using calendar::HolidayRule;
using calendar::Weekday;
using documents::TomlDocument;
using documents::TomlTable;
using documents::Word;

namespace {

constexpr std::array<Word<HolidayRule::Kind>, 3> kind_words{{{"fixed", HolidayRule::Kind::fixed},
                                                             {"easter", HolidayRule::Kind::easter},
                                                             {"weekday_from", HolidayRule::Kind::weekday_from}}};

constexpr std::array<Word<Weekday>, 7> weekday_words{{{"monday", Weekday::monday},
                                                      {"tuesday", Weekday::tuesday},
                                                      {"wednesday", Weekday::wednesday},
                                                      {"thursday", Weekday::thursday},
                                                      {"friday", Weekday::friday},
                                                      {"saturday", Weekday::saturday},
                                                      {"sunday", Weekday::sunday}}};

void read_month_and_day(const TomlTable& table, HolidayRule& rule) {
    table.require("month");
    table.require("day");
    const std::optional<int> month = table.whole("month", {1, 12});
    const std::optional<int> day = table.whole("day", {1, 31});
    if (!month || !day) return;
    constexpr int leap_year = 2000;
    if (!calendar::Date::of(leap_year, static_cast<unsigned>(*month), static_cast<unsigned>(*day))) {
        table.report("day", "config-contradiction", fmt::format("is {}, which month {} never has", *day, *month));
        return;
    }
    rule.month = static_cast<unsigned>(*month);
    rule.day = static_cast<unsigned>(*day);
}

HolidayRule read_holiday(const TomlTable& table, std::set<std::string, std::less<>>& taken) {
    HolidayRule rule;
    rule.id = read_own_id(table, taken);
    table.require("kind");
    rule.kind = table.choice("kind", kind_words).value_or(HolidayRule::Kind::fixed);
    if (rule.kind != HolidayRule::Kind::easter) read_month_and_day(table, rule);
    if (rule.kind == HolidayRule::Kind::weekday_from && table.require("weekday")) {
        rule.weekday = table.choice("weekday", weekday_words).value_or(rule.weekday);
    }
    rule.offset_days = table.whole("offset_days", {-366, 366}).value_or(0);
    rule.official = table.flag("official").value_or(true);
    rule.from_year = table.whole("from_year", {1800, 2400});
    rule.to_year = table.whole("to_year", {1800, 2400});
    require_order(table, {"from_year", rule.from_year}, {"to_year", rule.to_year});
    return rule;
}

} // namespace

HolidayCalendar read_calendar(const SourceFile& file, Findings& findings) {
    TomlDocument document(file.text, file.shown);
    const TomlTable root = document.root();
    HolidayCalendar calendar;
    calendar.id = read_file_id(root, file);
    calendar.names = read_names(root, "name");
    std::set<std::string, std::less<>> taken;
    std::vector<HolidayRule> rules;
    for (const TomlTable& table : root.tables("holiday")) {
        rules.push_back(read_holiday(table, taken));
        calendar.holiday_names.emplace(rules.back().id, read_names(table, "name"));
    }
    calendar.rules = calendar::HolidayRules(std::move(rules));
    findings.problems = document.finish();
    return calendar;
}

} // namespace peergroup::catalogue
