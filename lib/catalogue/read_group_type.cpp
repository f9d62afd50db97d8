#include "catalogue/read_group_type.hpp"

#include "catalogue/facilitator_words.hpp"
#include "catalogue/fields.hpp"
#include "catalogue/type_contradictions.hpp"

#include <array>
#include <set>

namespace peergroup::catalogue {

using documents::TomlDocument;
using documents::TomlTable;
using documents::WholeRange;
using documents::Word;

namespace {

constexpr WholeRange meetings{1, 500};
constexpr WholeRange days_apart{1, 366};
constexpr WholeRange people{1, 10'000};
constexpr WholeRange age{0, 120};

constexpr std::array<Word<Openness>, 3> openness_words{
    {{"open", Openness::open}, {"closed", Openness::closed}, {"by_group", Openness::by_group}}};

constexpr std::array<Word<Register>, 3> register_words{
    {{"client", Register::client}, {"ngo", Register::ngo}, {"anonymous", Register::anonymous}}};

constexpr std::array<Word<FreedPlace>, 2> freed_place_words{{{"offer", FreedPlace::offer}, {"enrol", FreedPlace::enrol}}};

constexpr std::array<Word<ReferralPath>, 7> referral_words{{{"social_worker", ReferralPath::social_worker},
                                                            {"contact_person", ReferralPath::contact_person},
                                                            {"family_centre", ReferralPath::family_centre},
                                                            {"selection", ReferralPath::selection},
                                                            {"coordinator", ReferralPath::coordinator},
                                                            {"host_event", ReferralPath::host_event},
                                                            {"none", ReferralPath::none}}};

constexpr std::array<Word<EntryStep>, 3> step_words{
    {{"referral", EntryStep::referral}, {"interview", EntryStep::interview}, {"suitability", EntryStep::suitability}}};

constexpr std::array<Word<std::string_view>, 2> completion_words{
    {{"attendance", "attendance"}, {"every_session_and_practice", "every_session_and_practice"}}};

void read_identity(const TomlTable& root, const SourceFile& file, GroupType& type) {
    type.id = read_file_id(root, file);
    type.code_prefix = read_capitals(root, "code_prefix", {2, 4});
    type.names = read_names(root, "name");
    type.provider = read_optional_names(root, "provider").value_or(Names{});
    type.regions = read_codes(root, "regions");
    type.languages = read_codes(root, "languages");
    type.venue_kinds = read_codes(root, "venue_kinds");
    type.varies_by_municipality = root.flag("varies_by_municipality").value_or(false);
}

void read_purpose(const TomlTable& root, GroupType& type) {
    type.audience = read_codes(root, "audience");
    type.eligibility = read_codes(root, "eligibility");
    type.matching = read_code(root, "matching");
    type.methods = read_codes(root, "methods");
    type.goals = read_codes(root, "goals");
    type.contents = read_codes(root, "contents");
    type.values = read_codes(root, "values");
    type.outcomes = read_codes(root, "outcomes");
    type.individual_benefits = root.flag("individual_benefits").value_or(false);
    type.evidence = read_code(root, "evidence");
    type.handbook = root.text("handbook");
}

std::optional<UsualSize> read_usual_size(const TomlTable& root) {
    const std::optional<TomlTable> size = root.table("usual_size");
    if (!size) return std::nullopt;
    size->require("min");
    size->require("max");
    const std::optional<int> least = size->whole("min", people);
    const std::optional<int> most = size->whole("max", people);
    require_order(*size, {"min", least}, {"max", most});
    return least && most ? std::optional(UsualSize{*least, *most}) : std::nullopt;
}

void read_way_in(const TomlTable& root, GroupType& type) {
    type.openness = root.choice("openness", openness_words);
    type.referral = root.choices("referral", referral_words);
    type.interview = root.flag("interview");
    type.steps = root.choices("steps", step_words);
    type.suitability_decided_by = read_code(root, "suitability_decided_by");
    type.usual_size = read_usual_size(root);
    type.capacity = root.whole("capacity", people);
    type.age_min = root.whole("age_min", age);
    type.age_max = root.whole("age_max", age);
    require_order(root, {"age_min", type.age_min}, {"age_max", type.age_max});
    type.free_of_charge = root.flag("free_of_charge");
    type.included = read_codes(root, "included");
    type.prior_experience = root.flag("prior_experience");
}

void read_meetings(const TomlTable& root, GroupType& type) {
    type.sessions = root.whole("sessions", meetings);
    type.interval_days = root.whole("interval_days", days_apart);
    type.duration_minutes = root.whole("duration_minutes", {1, 24 * 60});
    type.practice_meetings = root.whole("practice_meetings", meetings);
    type.edition = root.whole("edition", {1900, 2400});
    type.raised_themes = root.flag("raised_themes");
    type.counts_visitors = root.flag("counts_visitors").value_or(false);
}

void read_regime(const TomlTable& root, GroupType& type) {
    type.freed_place = root.choice("freed_place", freed_place_words).value_or(type.freed_place);
    type.own_region_first = root.flag("own_region_first").value_or(false);
    type.messages_to_children = root.flag("messages_to_children").value_or(false);
    type.families_apart = root.flag("families_apart").value_or(false);
    type.confidential = root.flag("confidential");
    if (root.require("register")) type.register_kind = read_register(root, "register").value_or(Register::client);
    type.service_task = read_code(root, "service_task");
}

void read_completion(const TomlTable& root, GroupType& type) {
    type.completion = root.choice("completion", completion_words).value_or("");
    type.completes = read_code(root, "completes");
    type.requires_completed = read_code(root, "requires_completed");
    type.leads_to = read_codes(root, "leads_to");
}

void read_facilitation(const TomlTable& root, GroupType& type) {
    type.facilitation = read_code(root, "facilitation");
    for (const TomlTable& table : root.tables("facilitator")) {
        FacilitatorRole role;
        table.require("role");
        role.role = table.choice("role", facilitator_role_words).value_or("");
        role.qualification = read_code(table, "qualification");
        role.count = table.whole("count", {1, 20}).value_or(role.count);
        role.required = table.flag("required").value_or(role.required);
        type.facilitators.push_back(role);
    }
}

void read_sides(const TomlTable& root, GroupType& type) {
    std::set<std::string, std::less<>> taken;
    for (const TomlTable& table : root.tables("side")) {
        Side side;
        side.id = read_own_id(table, taken);
        side.suffix = read_capitals(table, "suffix", {1, 1});
        side.names = read_names(table, "name");
        side.children = table.flag("children").value_or(false);
        side.follows = read_code(table, "follows");
        type.sides.push_back(side);
    }
}

Variant read_variant(const TomlTable& table, std::set<std::string, std::less<>>& taken) {
    Variant variant;
    variant.id = read_own_id(table, taken);
    variant.names = read_names(table, "name");
    variant.sessions = table.whole("sessions", meetings);
    variant.interval_days = table.whole("interval_days", days_apart);
    variant.openness = table.choice("openness", openness_words);
    variant.venue_kinds = read_codes(table, "venue_kinds");
    variant.eligibility = read_codes(table, "eligibility");
    variant.requires_completed = read_code(table, "requires_completed");
    variant.completes = read_code(table, "completes");
    return variant;
}

void read_variants_and_themes(const TomlTable& root, GroupType& type) {
    std::set<std::string, std::less<>> variants;
    for (const TomlTable& table : root.tables("variant"))
        type.variants.push_back(read_variant(table, variants));
    std::set<std::string, std::less<>> themes;
    for (const TomlTable& table : root.tables("theme")) {
        type.themes.push_back({read_own_id(table, themes), read_names(table, "name")});
    }
}

void note_completed(const TomlTable& table, const std::string& type, Findings& findings) {
    if (type.empty()) return;
    findings.references.push_back({FileKind::type, "requires_completed", type, table.where("requires_completed")});
}

void note_relations(const TomlTable& root, const GroupType& type, Findings& findings) {
    findings.claims.push_back({"code_prefix", type.code_prefix, root.where("code_prefix")});
    for (const std::string& region : type.regions) {
        findings.references.push_back({FileKind::region, "regions", region, root.where("regions", region)});
    }
    note_completed(root, type.requires_completed, findings);
    const std::vector<TomlTable> variants = root.tables("variant");
    for (std::size_t index = 0; index < variants.size(); ++index) {
        note_completed(variants[index], type.variants[index].requires_completed, findings);
    }
}

} // namespace

std::optional<Register> read_register(const TomlTable& table, std::string_view key) {
    return table.choice(key, register_words);
}

GroupType read_group_type(const SourceFile& file, Findings& findings) {
    TomlDocument document(file.text, file.shown);
    const TomlTable root = document.root();
    GroupType type;
    read_identity(root, file, type);
    read_purpose(root, type);
    read_facilitation(root, type);
    read_way_in(root, type);
    read_meetings(root, type);
    read_regime(root, type);
    read_completion(root, type);
    read_sides(root, type);
    read_variants_and_themes(root, type);
    note_relations(root, type, findings);
    report_contradictions(root, type);
    findings.problems = document.finish();
    return type;
}

} // namespace peergroup::catalogue
