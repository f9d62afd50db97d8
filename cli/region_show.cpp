#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using catalogue::Region;
using documents::Cell;

struct Options {
    std::string region;
};

std::vector<documents::Fact> facts_of_region(Language language, const Region& region) {
    std::vector<documents::Fact> facts;
    const auto add = [&](std::string_view key, Cell value) { facts.push_back(fact(language, key, std::move(value))); };
    add("region", Cell::text(region.id));
    add("name", Cell::text(region.names.in(language)));
    add("code", Cell::text(region.code));
    add("code_prefix", Cell::text(region.code_prefix));
    add("kind", coded(language, "region-kind", region.kind));
    add("valid_from", day(language, region.valid_from));
    add("valid_to", day(language, region.valid_to));
    add("zone", Cell::text(region.zone));
    add("calendar", Cell::text(region.calendar));
    add("languages", codes(region.languages));
    add("municipality_count", number(region.municipality_count));
    return facts;
}

documents::Table table_with(Language language, std::string key, std::initializer_list<const char*> columns) {
    documents::Table table{std::move(key), "", {}, {}};
    for (const char* const column_key : columns)
        table.columns.push_back(column(language, column_key));
    return table;
}

documents::Table municipality_table(Language language, const Region& region) {
    documents::Table table = table_with(language, "municipalities", {"municipality", "name", "code", "school_holidays"});
    for (const catalogue::Municipality& municipality : region.municipalities) {
        Cell::List weeks;
        for (const catalogue::SchoolHolidayWeek& week : municipality.school_holidays)
            weeks.push_back(week.year ? fmt::format("{}-W{:02}", *week.year, week.week) : fmt::format("W{:02}", week.week));
        table.rows.push_back({{Cell::text(municipality.id), Cell::text(municipality.names.in(language)),
                               Cell::text(municipality.code), codes(std::move(weeks))}});
    }
    return table;
}

documents::Table venue_table(Language language, const Region& region) {
    documents::Table table = table_with(language, "venues", {"venue", "name", "kind", "municipality", "public_alias"});
    for (const catalogue::Venue& venue : region.venues)
        table.rows.push_back(
            {{Cell::text(venue.id), Cell::text(venue.names.in(language)), Cell::text(venue.kind), Cell::text(venue.municipality),
              venue.public_alias ? Cell::text(venue.public_alias->in(language)) : Cell::empty()}});
    return table;
}

documents::Table contact_table(Language language, const Region& region) {
    documents::Table table = table_with(language, "contacts", {"contact", "name", "municipality", "phone", "email"});
    for (const catalogue::Contact& contact : region.contacts)
        table.rows.push_back({{Cell::text(contact.id), Cell::text(contact.names.in(language)), Cell::text(contact.municipality),
                               Cell::text(contact.phone.value_or("")), Cell::text(contact.email.value_or(""))}});
    return table;
}

documents::Table district_table(Language language, const Region& region) {
    documents::Table table = table_with(language, "districts", {"code", "parent", "name"});
    for (const catalogue::District& district : region.districts)
        table.rows.push_back({{Cell::text(district.code), Cell::text(district.parent), Cell::text(district.names.in(language))}});
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const Region& region = catalogue.region(options.region);
    documents::Document document{"peergroup.region/1", "", facts_of_region(call.language, region), {}, {}};
    const bool for_people = is_for_people(format_of(call));
    for (documents::Table& table : std::vector{municipality_table(call.language, region), venue_table(call.language, region),
                                               contact_table(call.language, region), district_table(call.language, region)})
        if (!for_people || !table.rows.empty()) document.tables.push_back(std::move(table));
    if (for_people) say_not_stated(document, call.language);
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("REGION", "see `peergroup region list`", options.region).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command region_show() {
    return {"region show", "shows a region with its municipalities, venues and contacts", "peergroup region show kainuu", declare,
            Access::open()};
}

} // namespace peergroup::cli
