#include "catalogue/type_contradictions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace peergroup::catalogue {

using documents::TomlTable;

namespace {

constexpr const char* contradiction = "config-contradiction";

void report_sides(const TomlTable& root, const GroupType& type) {
    if (type.sides.empty()) return;
    if (!type.paired()) {
        root.report("side", contradiction, fmt::format("must come twice or not at all, here there are {}", type.sides.size()));
        return;
    }
    const std::vector<TomlTable> tables = root.tables("side");
    const Side& first = type.sides.front();
    const Side& second = type.sides.back();
    if (first.children == second.children) {
        tables.back().report("children", contradiction, "must be true for one of the two sides, and only for one");
    }
    if (first.suffix == second.suffix) {
        tables.back().report("suffix", contradiction, fmt::format("is \"{}\" for both sides", second.suffix));
    }
    for (std::size_t index = 0; index < 2; ++index) {
        const std::string& followed = type.sides[index].follows;
        if (followed.empty() || followed == type.sides[1 - index].id) continue;
        tables[index].report("follows", contradiction, fmt::format("must name the other side, not \"{}\"", followed));
    }
    if (type.families_apart) root.report("families_apart", contradiction, "cannot be true for a pair, which families come to");
    if (type.counts_visitors) root.report("counts_visitors", contradiction, "cannot be true for a pair, whose members are known");
}

void report_variant(const TomlTable& table, const Variant& variant, const GroupType& type) {
    const auto report_number = [&](const char* key, std::optional<int> own, std::optional<int> of_type) {
        if (!own || !of_type || *own == *of_type) return;
        table.report(key, contradiction, fmt::format("is {}, but the type itself says {}", *own, *of_type));
    };
    report_number("sessions", variant.sessions, type.sessions);
    report_number("interval_days", variant.interval_days, type.interval_days);
    if (variant.openness && type.openness && type.openness != Openness::by_group && variant.openness != type.openness) {
        table.report("openness", contradiction, "is not what the type itself says");
    }
    if (!variant.requires_completed.empty() && variant.requires_completed == type.id) {
        table.report("requires_completed", contradiction, "names the type itself, which nobody could then enter");
    }
}

void report_steps(const TomlTable& root, const GroupType& type) {
    const auto report = [&](const char* key, const char* sentence) { root.report(key, contradiction, sentence); };
    const bool by_somebody = std::ranges::any_of(type.referral, [](ReferralPath path) { return path != ReferralPath::none; });
    if (type.demands(EntryStep::referral) && !by_somebody) report("steps", "asks for a referral, but `referral` names no path");
    if (type.demands(EntryStep::interview) && type.interview == false)
        report("steps", "asks for an interview, but `interview` is false");
    if (type.interview == true && !type.demands(EntryStep::interview))
        report("interview", "is true, but `steps` names no interview");
    if (!type.suitability_decided_by.empty() && !type.demands(EntryStep::suitability))
        report("suitability_decided_by", "says who decides, but `steps` names no suitability");
}

} // namespace

void report_contradictions(const TomlTable& root, const GroupType& type) {
    report_sides(root, type);
    report_steps(root, type);
    const std::vector<TomlTable> variants = root.tables("variant");
    for (std::size_t index = 0; index < variants.size(); ++index)
        report_variant(variants[index], type.variants[index], type);
    if (type.capacity && type.usual_size && *type.capacity < type.usual_size->min) {
        root.report("capacity", contradiction,
                    fmt::format("is {}, less than usual_size.min, which is {}", *type.capacity, type.usual_size->min));
    }
    if (!type.requires_completed.empty() && type.requires_completed == type.id) {
        root.report("requires_completed", contradiction, "names the type itself, which nobody could then enter");
    }
}

} // namespace peergroup::catalogue
