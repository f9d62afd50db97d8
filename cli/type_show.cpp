#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using catalogue::GroupType;
using documents::Cell;

struct Options {
    std::string type;
};

std::string word_of(catalogue::Openness openness) {
    if (openness == catalogue::Openness::open) return "open";
    return openness == catalogue::Openness::closed ? "closed" : "by-group";
}

Cell openness_of(Language language, const std::optional<catalogue::Openness>& openness) {
    return openness ? coded(language, "openness", word_of(*openness)) : Cell::empty();
}

Cell usual_size(const GroupType& type) {
    return type.usual_size ? Cell::text(fmt::format("{}-{}", type.usual_size->min, type.usual_size->max)) : Cell::empty();
}

template <class Coded> std::vector<std::string> codes_of(const std::vector<Coded>& values) {
    std::vector<std::string> list;
    for (const Coded value : values)
        list.emplace_back(catalogue::code_of(value));
    return list;
}

/// Facts are added under the heading of their key.
class Facts {
public:
    explicit Facts(Language language) : language_(language) {}
    Facts& add(std::string_view key, Cell value) { return facts_.push_back(fact(language_, key, std::move(value))), *this; }
    std::vector<documents::Fact> take() { return std::move(facts_); }

private:
    Language language_;
    std::vector<documents::Fact> facts_;
};

std::vector<documents::Fact> facts_of_type(Language language, const GroupType& type) {
    Facts facts(language);
    facts.add("type", Cell::text(type.id))
        .add("name", Cell::text(type.names.in(language)))
        .add("provider", Cell::text(type.provider.in(language)))
        .add("code_prefix", Cell::text(type.code_prefix))
        .add("regions", codes(type.regions))
        .add("languages", codes(type.languages))
        .add("audience", codes(type.audience))
        .add("eligibility", codes(type.eligibility))
        .add("methods", codes(type.methods))
        .add("goals", codes(type.goals))
        .add("outcomes", codes(type.outcomes))
        .add("facilitation", Cell::text(type.facilitation))
        .add("openness", openness_of(language, type.openness))
        .add("referral", codes(codes_of(type.referral)))
        .add("interview", yes_or_no(language, type.interview))
        .add("entry_steps", codes(codes_of(type.steps)))
        .add("suitability_decided_by", Cell::text(type.suitability_decided_by))
        .add("confidential", yes_or_no(language, type.confidential))
        .add("usual_size", usual_size(type))
        .add("capacity", number(type.capacity))
        .add("age_min", number(type.age_min))
        .add("age_max", number(type.age_max))
        .add("sessions", number(type.sessions))
        .add("interval_days", number(type.interval_days))
        .add("duration_minutes", number(type.duration_minutes))
        .add("free_of_charge", yes_or_no(language, type.free_of_charge))
        .add("handbook", Cell::text(type.handbook.value_or("")))
        .add("evidence", Cell::text(type.evidence))
        .add("register", coded(language, "register", code_of(type.register_kind)))
        .add("completion", Cell::text(type.completion))
        .add("requires_completed", Cell::text(type.requires_completed))
        .add("leads_to", codes(type.leads_to));
    return facts.take();
}

documents::Table facilitator_table(Language language, const GroupType& type) {
    documents::Table table{"facilitators", "", {column(language, "role"), column(language, "qualification")}, {}};
    table.columns.push_back(number_column(language, "count"));
    table.columns.push_back(column(language, "required"));
    for (const catalogue::FacilitatorRole& role : type.facilitators)
        table.rows.push_back({{Cell::text(role.role), Cell::text(role.qualification), Cell::of(std::int64_t{role.count}),
                               yes_or_no(language, role.required)}});
    return table;
}

documents::Table variant_table(Language language, const GroupType& type) {
    documents::Table table{"variants", "", {column(language, "variant"), column(language, "name")}, {}};
    table.columns.push_back(number_column(language, "sessions"));
    table.columns.push_back(number_column(language, "interval_days"));
    table.columns.push_back(column(language, "openness"));
    for (const catalogue::Variant& variant : type.variants)
        table.rows.push_back({{Cell::text(variant.id), Cell::text(variant.names.in(language)), number(variant.sessions),
                               number(variant.interval_days), openness_of(language, variant.openness)}});
    return table;
}

documents::Table named_table(Language language, std::string_view key, const auto& entries) {
    documents::Table table{std::string(key) + "s", "", {column(language, key), column(language, "name")}, {}};
    for (const auto& entry : entries)
        table.rows.push_back({{Cell::text(entry.id), Cell::text(entry.names.in(language))}});
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const GroupType& type = catalogue.type(options.type);
    documents::Document document{"peergroup.type/1", "", facts_of_type(call.language, type), {}, {}};
    const bool for_people = is_for_people(format_of(call));
    for (documents::Table& table :
         std::vector{facilitator_table(call.language, type), variant_table(call.language, type),
                     named_table(call.language, "side", type.sides), named_table(call.language, "theme", type.themes)})
        if (!for_people || !table.rows.empty()) document.tables.push_back(std::move(table));
    if (for_people) say_not_stated(document, call.language);
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("TYPE", "see `peergroup type list`", options.type).runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command type_show() {
    return {"type show", "shows what the catalogue states of a type, and what it does not", "peergroup type show voikukkia",
            declare, Access::open()};
}

} // namespace peergroup::cli
