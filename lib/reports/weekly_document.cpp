#include "reports/weekly_document.hpp"

#include "language/dates.hpp"
#include "language/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

namespace peergroup::reports {

namespace {

using documents::Alignment;
using documents::Cell;
using language::say;

/// A number of the report: its key is its name in every machine format and in the messages.
struct Number {
    const char* key;
    Cell (*cell)(const WeekFigures&);
};

constexpr Number numbers[] = {
    {"enrolled", [](const WeekFigures& week) { return Cell::of(week.enrolled); }},
    {"waitlisted", [](const WeekFigures& week) { return Cell::of(week.waitlisted); }},
    {"offered", [](const WeekFigures& week) { return Cell::of(week.offered); }},
    {"new", [](const WeekFigures& week) { return Cell::of(week.came); }},
    {"promoted", [](const WeekFigures& week) { return Cell::of(week.promoted); }},
    {"left", [](const WeekFigures& week) { return Cell::of(week.left); }},
    {"completed", [](const WeekFigures& week) { return Cell::of(week.completed); }},
    {"transferred", [](const WeekFigures& week) { return Cell::of(week.transferred); }},
    {"held", [](const WeekFigures& week) { return Cell::of(week.held); }},
    {"cancelled", [](const WeekFigures& week) { return Cell::of(week.cancelled); }},
    {"moved", [](const WeekFigures& week) { return Cell::of(week.moved); }},
    {"expected", [](const WeekFigures& week) { return Cell::of(week.expected); }},
    {"attended", [](const WeekFigures& week) { return Cell::of(week.attended); }},
    {"absent_notified", [](const WeekFigures& week) { return Cell::of(week.absent_notified); }},
    {"absent_not_notified", [](const WeekFigures& week) { return Cell::of(week.absent_not_notified); }},
    {"unmarked", [](const WeekFigures& week) { return Cell::of(week.unmarked()); }},
    {"attendance_rate", [](const WeekFigures& week) { return Cell::ratio(week.attended, week.expected); }},
    {"fill_rate", [](const WeekFigures& week) { return Cell::ratio(week.seats_filled, week.seats); }},
    {"people", [](const WeekFigures& week) { return Cell::of(static_cast<std::int64_t>(week.people.size())); }},
    {"visitor_adults", [](const WeekFigures& week) { return Cell::of(week.adults); }},
    {"visitor_children", [](const WeekFigures& week) { return Cell::of(week.children); }},
};

class WeeklyWriter {
public:
    WeeklyWriter(GroupWeeks groups, const catalogue::Catalogue& catalogue, Language language)
        : groups_(std::move(groups)), catalogue_(catalogue), language_(language) {
        for (const GroupWeek& group : groups_) {
            total_.add(group.figures);
            if (!types_.contains(group.type)) types_.emplace(group.type, type_cell(group.type));
            if (!regions_.contains(group.region)) regions_.emplace(group.region, region_cell(group.region));
        }
        total_.settle();
    }

    /// Its rows are made by `writer`, and keep it.
    static documents::Table by_group(const std::shared_ptr<const WeeklyWriter>& writer) {
        documents::Table table = writer->table_of("groups", {"group", "type", "region"});
        table.before = {writer->groups_.size(), [writer](std::size_t place) { return writer->row_of_group(place); }};
        writer->add_total(table, 3);
        return table;
    }

    documents::Table by_type() const { return by("types", "type", &GroupWeek::type, types_); }
    documents::Table by_region() const { return by("regions", "region", &GroupWeek::region, regions_); }

    documents::Table reasons() const {
        documents::Table table{"left_by_reason", say(language_, "report.weekly.left_by_reason"), {}, {}};
        table.columns = {{"reason", say(language_, "report.weekly.reason")},
                         {"left", say(language_, "report.weekly.left"), false, Alignment::right}};
        for (const auto& [reason, count] : total_.left_by_reason) {
            const std::string key = "leaving." + (reason.empty() ? "not_stated" : reason);
            const std::string shown = language::has_message(language_, key) ? say(language_, key) : reason;
            table.rows.push_back({{Cell::coded(reason.empty() ? "not_stated" : reason, shown), Cell::of(count)}});
        }
        return table;
    }

private:
    documents::Table table_of(const std::string& key, const std::vector<std::string>& labels) const {
        documents::Table table{key, say(language_, "report.weekly.by_" + key), {}, {}};
        for (const std::string& label : labels)
            table.columns.push_back({label, say(language_, "report.weekly." + label), label == labels.front()});
        for (const Number& number : numbers)
            table.columns.push_back(
                {number.key, say(language_, std::string("report.weekly.") + number.key), false, Alignment::right});
        return table;
    }

    documents::Row row_of_group(std::size_t place) const {
        const GroupWeek& group = groups_.at(place);
        return row_of({Cell::text(group.code), types_.at(group.type), regions_.at(group.region)}, group.figures);
    }

    static documents::Row row_of(std::initializer_list<Cell> labels, const WeekFigures& figures) {
        documents::Row row;
        row.cells.reserve(labels.size() + std::size(numbers));
        row.cells.assign(labels);
        for (const Number& number : numbers)
            row.cells.push_back(number.cell(figures));
        return row;
    }

    void add_total(documents::Table& table, std::size_t labels) const {
        documents::Row row = row_of({Cell::coded("total", say(language_, "report.weekly.total"))}, total_);
        row.cells.insert(row.cells.begin() + 1, labels - 1, Cell::empty());
        row.total = true;
        table.rows.push_back(std::move(row));
    }

    documents::Table by(const std::string& key, const std::string& label, std::string GroupWeek::*member,
                        const std::map<std::string, Cell>& labels) const {
        std::map<std::string, WeekFigures> sums;
        for (const GroupWeek& group : groups_)
            sums[group.*member].add(group.figures);
        documents::Table table = table_of(key, {label});
        for (auto& [id, figures] : sums) {
            figures.settle();
            table.rows.push_back(row_of({labels.at(id)}, figures));
        }
        add_total(table, 1);
        return table;
    }

    Cell type_cell(const std::string& id) const { return Cell::coded(id, catalogue_.type(id).names.in(language_)); }
    Cell region_cell(const std::string& id) const { return Cell::coded(id, catalogue_.region(id).names.in(language_)); }

    GroupWeeks groups_;
    const catalogue::Catalogue& catalogue_;
    Language language_;
    WeekFigures total_;
    std::map<std::string, Cell> types_;
    std::map<std::string, Cell> regions_;
};

std::string shown_day(Language language, calendar::Date day) {
    return language::short_date(language, day.year(), day.month(), day.day());
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

void add_facts(documents::Document& document, const WeeklyQuestion& question, Language language) {
    const calendar::IsoWeek week = question.week;
    const auto add = [&](const char* key, Cell value) {
        document.facts.push_back({key, say(language, std::string("report.weekly.") + key), std::move(value)});
    };
    add("week",
        Cell::coded(week.text(), say(language, "report.weekly.week_shown",
                                     {{"number", std::to_string(week.number())}, {"year", std::to_string(week.year())}})));
    add("from", Cell::coded(week.monday().iso(), shown_day(language, week.monday())));
    add("to", Cell::coded(week.sunday().iso(), shown_day(language, week.sunday())));
    if (question.as_of) add("as_of", Cell::text(question.as_of->text()));
    if (!question.regions.empty()) add("region", Cell::text(joined(question.regions)));
    if (!question.type.empty()) add("type", Cell::text(question.type));
    if (!question.group.empty()) add("group", Cell::text(question.group));
}

} // namespace

documents::Document weekly_document(GroupWeeks groups, const WeeklyQuestion& question, const catalogue::Catalogue& catalogue,
                                    Language language) {
    documents::Document document;
    document.schema = "peergroup.weekly-report/1";
    document.title = say(language, "report.weekly.title");
    add_facts(document, question, language);
    const auto writer = std::make_shared<const WeeklyWriter>(std::move(groups), catalogue, language);
    document.tables = {WeeklyWriter::by_group(writer), writer->by_type(), writer->by_region()};
    if (documents::Table reasons = writer->reasons(); !reasons.rows.empty()) document.tables.push_back(std::move(reasons));
    document.notes = {say(language, "report.weekly.internal")};
    return document;
}

} // namespace peergroup::reports
