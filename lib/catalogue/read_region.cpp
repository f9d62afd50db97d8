#include "catalogue/read_region.hpp"

#include "calendar/zone.hpp"
#include "catalogue/fields.hpp"
#include "language/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace peergroup::catalogue {

using documents::TomlDocument;
using documents::TomlTable;
using documents::Word;

namespace {

using Ids = std::set<std::string, std::less<>>;

constexpr std::array<Word<std::string_view>, 2> school_holiday_words{{{"winter", "winter"}, {"autumn", "autumn"}}};

std::string read_digits(const TomlTable& table, std::size_t count) {
    std::string digits = table.required_text("code");
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!digits.empty() && (digits.size() != count || !std::ranges::all_of(digits, digit))) {
        table.report("code", "config-malformed", fmt::format("must be {} digits in quotes, not \"{}\"", count, digits));
    }
    return digits;
}

std::optional<calendar::Date> read_date(const TomlTable& table, std::string_view key) {
    const std::optional<std::string> text = table.date(key);
    if (!text) return std::nullopt;
    const std::optional<calendar::Date> date = calendar::Date::parse(*text);
    if (!date) table.report(key, "config-out-of-range", fmt::format("is {}, outside the years 1800 to 2400", *text));
    return date;
}

/// Reports a `key` that names none of `known`, the ids of another table of the same file.
void require_known(const TomlTable& table, std::string_view key, const std::string& id, const Ids& known) {
    if (id.empty() || known.contains(id)) return;
    const std::vector<std::string> candidates(known.begin(), known.end());
    table.report(key, "config-dangling-reference", fmt::format("names \"{}\", which this file does not list", id),
                 language::did_you_mean(id, candidates));
}

void read_validity(const TomlTable& root, Region& region) {
    root.require("valid_from");
    const std::optional<calendar::Date> from = read_date(root, "valid_from");
    region.valid_from = from.value_or(calendar::Date());
    region.valid_to = read_date(root, "valid_to");
    if (from && region.valid_to && *region.valid_to < *from) {
        root.report("valid_to", "config-contradiction",
                    fmt::format("is {}, before valid_from, which is {}", region.valid_to->iso(), from->iso()));
    }
}

SchoolHolidayWeek read_school_holiday(const TomlTable& table) {
    SchoolHolidayWeek holiday{};
    table.require("kind");
    holiday.kind = table.choice("kind", school_holiday_words).value_or("");
    if (table.require("week")) holiday.week = table.whole("week", {1, 53}).value_or(1);
    holiday.year = table.whole("year", {1800, 2400});
    return holiday;
}

Ids read_municipalities(const TomlTable& root, Region& region) {
    Ids ids;
    for (const TomlTable& table : root.tables("municipality")) {
        Municipality municipality;
        municipality.id = read_own_id(table, ids);
        municipality.code = read_digits(table, 3);
        municipality.names = read_names(table, "name");
        municipality.in_source = table.flag("in_source").value_or(true);
        for (const TomlTable& holiday : table.tables("school_holidays")) {
            municipality.school_holidays.push_back(read_school_holiday(holiday));
        }
        region.municipalities.push_back(std::move(municipality));
    }
    const int listed = static_cast<int>(region.municipalities.size());
    if (region.municipality_count && *region.municipality_count < listed) {
        root.report("municipality_count", "config-contradiction",
                    fmt::format("is {}, but {} municipalities are listed", *region.municipality_count, listed));
    }
    return ids;
}

void read_districts(const TomlTable& root, Region& region) {
    Ids codes;
    for (const TomlTable& table : root.tables("district")) {
        District district{table.required_text("code"), table.text("parent").value_or(""), read_names(table, "name")};
        if (!district.code.empty() && codes.contains(district.code)) {
            table.report("code", "config-duplicate", fmt::format("\"{}\" is there twice", district.code));
        }
        require_known(table, "parent", district.parent, codes); // a major district stands before its parts
        codes.insert(district.code);
        region.districts.push_back(std::move(district));
    }
}

void read_venues(const TomlTable& root, const Ids& municipalities, Region& region) {
    Ids kinds;
    for (const TomlTable& table : root.tables("venue_kind")) {
        VenueKind kind{read_own_id(table, kinds), read_names(table, "name"), read_code(table, "open_to"), {}, {}, {}};
        kind.services = read_codes(table, "services");
        kind.possible_services = read_codes(table, "possible_services");
        kind.partners = read_codes(table, "partners");
        region.venue_kinds.push_back(std::move(kind));
    }
    Ids ids;
    for (const TomlTable& table : root.tables("venue")) {
        Venue venue{read_own_id(table, ids), read_names(table, "name"), read_required_code(table, "kind"),
                    read_required_code(table, "municipality"), read_optional_names(table, "public_alias")};
        require_known(table, "municipality", venue.municipality, municipalities);
        region.venues.push_back(std::move(venue));
    }
}

void read_contacts(const TomlTable& root, const Ids& municipalities, Region& region) {
    Ids ids;
    for (const TomlTable& table : root.tables("contact")) {
        Contact contact{read_own_id(table, ids), read_names(table, "name"), read_code(table, "municipality"), table.text("phone"),
                        table.text("email")};
        require_known(table, "municipality", contact.municipality, municipalities);
        region.contacts.push_back(std::move(contact));
    }
}

void read_overrides(const TomlTable& root, const Ids& municipalities, Region& region, Findings& findings) {
    Ids seen;
    for (const TomlTable& table : root.tables("override")) {
        Override change;
        change.type = read_required_code(table, "type");
        change.municipality = read_required_code(table, "municipality");
        change.sessions = table.whole("sessions", {1, 500});
        change.interval_days = table.whole("interval_days", {1, 366});
        change.duration_minutes = table.whole("duration_minutes", {1, 24 * 60});
        change.capacity = table.whole("capacity", {1, 10'000});
        require_known(table, "municipality", change.municipality, municipalities);
        if (!seen.insert(change.type + " " + change.municipality).second) {
            table.report("type", "config-duplicate",
                         fmt::format("\"{}\" is overridden twice for {}", change.type, change.municipality));
        }
        findings.references.push_back({FileKind::type, "override.type", change.type, table.where("type"), region.id});
        region.overrides.push_back(std::move(change));
    }
}

void note_relations(const TomlTable& root, const Region& region, Findings& findings) {
    findings.claims.push_back({"code", region.code, root.where("code")});
    findings.claims.push_back({"code_prefix", region.code_prefix, root.where("code_prefix")});
    if (region.calendar.empty()) return;
    findings.references.push_back({FileKind::calendar, "calendar", region.calendar, root.where("calendar")});
}

} // namespace

Region read_region(const SourceFile& file, Findings& findings) {
    TomlDocument document(file.text, file.shown);
    const TomlTable root = document.root();
    Region region;
    region.id = read_file_id(root, file);
    region.code = read_digits(root, 2);
    region.code_prefix = read_capitals(root, "code_prefix", {3, 3});
    region.kind = read_required_code(root, "kind");
    region.names = read_names(root, "name");
    read_validity(root, region);
    region.zone = root.required_text("zone");
    if (!region.zone.empty() && !calendar::Zone::load(region.zone)) {
        root.report("zone", "config-unknown-zone", fmt::format("names \"{}\", which this system does not know", region.zone),
                    "use an IANA name such as Europe/Helsinki, and install tzdata");
    }
    region.calendar = read_required_code(root, "calendar");
    region.languages = read_codes(root, "languages");
    region.municipality_count = root.whole("municipality_count", {1, 1000});
    const Ids municipalities = read_municipalities(root, region);
    read_districts(root, region);
    read_venues(root, municipalities, region);
    read_contacts(root, municipalities, region);
    read_overrides(root, municipalities, region, findings);
    note_relations(root, region, findings);
    findings.problems = document.finish();
    return region;
}

} // namespace peergroup::catalogue
