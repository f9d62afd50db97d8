#include "groups/create_group.hpp"

#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::groups {

namespace {

using catalogue::Catalogue;

/// A wish with what the catalogue says about it.
struct Design {
    const GroupWish& wish;
    const catalogue::Region& region;
    catalogue::GroupType type; ///< as the municipality runs it
    const catalogue::Variant* variant = nullptr;
    std::string municipality;
};

calendar::Date first_day_of(const GroupWish& wish) {
    const MeetingWish& meetings = wish.meetings;
    if (!meetings.dates.empty()) return *std::ranges::min_element(meetings.dates);
    return meetings.start.value_or(wish.today);
}

const catalogue::Region& region_of(const Catalogue& catalogue, const GroupWish& wish) {
    if (!wish.region.empty()) return catalogue.region(wish.region);
    for (const std::string& id : catalogue.region_ids())
        if (const catalogue::Region& region = catalogue.region(id); !wish.venue.empty() && region.venue(wish.venue))
            return region;
    throw Problem(ProblemKind::usage, "region-missing", "the group's region is not said", "--region",
                  "add --region REGION, such as kainuu");
}

void check_region(const catalogue::GroupType& type, const catalogue::Region& region, const GroupWish& wish) {
    if (!type.regions.empty() && std::ranges::find(type.regions, region.id) == type.regions.end())
        throw Problem(ProblemKind::refused, "type-not-in-region", fmt::format("{} groups are not run in {}", type.id, region.id),
                      "--region", fmt::format("see `peergroup type show {}`", type.id));
    const calendar::Date day = first_day_of(wish);
    if (day < region.valid_from || (region.valid_to && day > *region.valid_to))
        throw Problem(ProblemKind::refused, "region-not-valid",
                      fmt::format("{} does not arrange services on {}", region.id, day.iso()));
}

std::string municipality_of(const catalogue::Region& region, const GroupWish& wish) {
    const catalogue::Venue* const venue = wish.venue.empty() ? nullptr : &region.require_venue(wish.venue);
    const std::string id = !wish.municipality.empty() ? wish.municipality
                           : venue != nullptr         ? venue->municipality
                                                      : std::string();
    if (id.empty() || region.municipality(id) != nullptr) return id;
    std::vector<std::string> ids;
    for (const catalogue::Municipality& known : region.municipalities)
        ids.push_back(known.id);
    throw Problem(ProblemKind::not_found, "municipality-not-found", fmt::format("{} has no municipality {}", region.id, id),
                  "--municipality", language::did_you_mean(id, ids));
}

const catalogue::Variant* variant_of(const catalogue::GroupType& type, const GroupWish& wish) {
    if (type.variants.empty() && wish.variant.empty()) return nullptr;
    std::vector<std::string> ids;
    std::string list;
    for (const catalogue::Variant& variant : type.variants) {
        ids.push_back(variant.id);
        list += (list.empty() ? "" : ", ") + variant.id;
    }
    if (wish.variant.empty())
        throw Problem(ProblemKind::usage, "variant-missing", fmt::format("a {} group has one of the variants {}", type.id, list),
                      "--variant", "add --variant VARIANT");
    if (const catalogue::Variant* const variant = type.variant(wish.variant)) return variant;
    throw Problem(ProblemKind::not_found, "variant-not-found", fmt::format("{} has no variant {}", type.id, wish.variant),
                  "--variant", language::did_you_mean(wish.variant, ids));
}

std::string openness_of(const Design& design) {
    std::optional<catalogue::Openness> openness = design.wish.openness;
    if (!openness && design.variant != nullptr) openness = design.variant->openness;
    if (!openness) openness = design.type.openness;
    if (!openness || *openness == catalogue::Openness::by_group) return "";
    return *openness == catalogue::Openness::open ? "open" : "closed";
}

MeetingWish meetings_of(const Design& design) {
    MeetingWish meetings = design.wish.meetings;
    const catalogue::Variant* const variant = design.variant;
    if (!meetings.count) meetings.count = variant != nullptr && variant->sessions ? variant->sessions : design.type.sessions;
    if (!meetings.interval_days)
        meetings.interval_days =
            variant != nullptr && variant->interval_days ? variant->interval_days : design.type.interval_days;
    return meetings;
}

GroupCode code_for(GroupRegister& groups, const Design& design) {
    const GroupWish& wish = design.wish;
    if (!wish.code.empty()) {
        if (const auto code = GroupCode::parse(wish.code)) return *code;
        throw Problem(ProblemKind::usage, "no-group-code", "a group's code has 3 to 31 letters A-Z, digits and hyphens",
                      "--code");
    }
    const std::string prefix =
        fmt::format("{}-{}-{}", design.type.code_prefix, design.region.code_prefix, first_day_of(wish).year());
    return GroupCode::parse(fmt::format("{}-{:02}", prefix, groups.highest_number(prefix) + 1)).value();
}

std::vector<Notice> notices_of_size(const Design& design) {
    const auto& usual = design.type.usual_size;
    const auto& capacity = design.wish.capacity;
    if (usual && capacity && (*capacity < usual->min || *capacity > usual->max))
        return {{"size-outside-usual", fmt::format("{}-{}", usual->min, usual->max), {}}};
    return {};
}

Group group_of(const Design& design, const GroupCode& code, const std::vector<calendar::Date>& dates) {
    const GroupWish& wish = design.wish;
    Group group{.code = code};
    group.type = design.type.id;
    group.variant = wish.variant;
    group.region = design.region.id;
    group.municipality = design.municipality;
    group.venue = wish.venue;
    group.language = wish.language;
    group.openness = openness_of(design);
    group.capacity = wish.capacity ? wish.capacity : design.type.capacity;
    group.waiting_list = wish.waiting_list;
    group.age_min = wish.age_min ? wish.age_min : design.type.age_min;
    group.age_max = wish.age_max ? wish.age_max : design.type.age_max;
    group.first_on = dates.empty() ? wish.meetings.start : std::optional(dates.front());
    return group;
}

// Ages that are stated for a pair mean its children: their parents have an age of their own.
std::vector<Group> sides_of(const Design& design, const Group& pattern) {
    std::vector<Group> sides;
    for (const catalogue::Side& side : design.type.sides) {
        const auto code = pattern.code.side(side.suffix);
        if (!code) throw Problem(ProblemKind::usage, "no-group-code", "the code is too long for the sides of a pair", "--code");
        Group group = pattern;
        group.code = *code;
        group.side = side.children ? "children" : "parents";
        group.pair_code = pattern.code.text();
        if (!side.children) group.age_min = group.age_max = std::nullopt;
        sides.push_back(std::move(group));
    }
    std::ranges::stable_sort(sides, [](const Group& left, const Group& right) { return left.side > right.side; });
    return sides;
}

void write_meetings(store::Transaction& transaction, const Design& design, const CreatedGroup& created, const Change& change) {
    Schedule schedule(transaction);
    for (const Group& group : created.groups) {
        int ordinal = 0;
        for (const calendar::Date day : created.dates) {
            Session session{.group = group.id, .ordinal = ++ordinal, .starts_on = day, .starts_at = design.wish.time};
            session.duration_minutes = design.wish.duration_minutes ? design.wish.duration_minutes : design.type.duration_minutes;
            session.venue = group.venue;
            schedule.add(session, {change.batch, "planned", day, ""});
        }
    }
}

Problem code_taken(const GroupCode& code) {
    return {ProblemKind::refused, "code-taken", fmt::format("{} is another group already", code.text()), "--code"};
}

// A script that names its groups may run twice.
bool is_there(GroupRegister& groups, const Design& design, const GroupCode& code, CreatedGroup& created) {
    created.groups = groups.sides_of(code.text());
    if (const auto group = groups.find(code)) created.groups = {*group};
    if (created.groups.empty()) return false;
    if (created.groups.front().type != design.type.id || created.groups.front().region != design.region.id)
        throw code_taken(code);
    return true;
}

} // namespace

CreatedGroup create_group(store::Database& database, const Catalogue& catalogue, const vault::Journal& journal,
                          const GroupWish& wish) {
    const catalogue::GroupType& stated = catalogue.type(wish.type);
    const catalogue::Region& region = region_of(catalogue, wish);
    journal.actor().require_region(region.id);
    check_region(stated, region, wish);
    Design design{wish, region, stated, nullptr, municipality_of(region, wish)};
    design.type = catalogue.type_in(stated, region, design.municipality);
    design.variant = variant_of(design.type, wish);
    MeetingPlan plan = plan_meetings(catalogue, region, design.municipality, meetings_of(design));

    store::Transaction transaction = database.write();
    GroupRegister groups(transaction);
    const GroupCode code = code_for(groups, design);
    CreatedGroup created{.groups = {}, .code = code.text(), .dates = plan.dates, .notices = notices_of_size(design)};
    if (is_there(groups, design, code, created)) {
        created.already_there = true;
        return created;
    }
    std::ranges::move(plan.notices, std::back_inserter(created.notices));
    const Group pattern = group_of(design, code, plan.dates);
    created.groups = design.type.paired() ? sides_of(design, pattern) : std::vector{pattern};

    const Change change{journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue)), "created",
                        wish.today, ""};
    std::int64_t id = transaction.reserve("peer_group", static_cast<std::int64_t>(created.groups.size())).first;
    for (Group& group : created.groups)
        group.id = id++;
    if (created.groups.size() == 2) {
        created.groups[0].other_side = created.groups[1].id;
        created.groups[1].other_side = created.groups[0].id;
    }
    for (Group& group : created.groups) {
        if (groups.find(group.code)) throw code_taken(group.code);
        groups.create(group, change);
    }
    write_meetings(transaction, design, created, change);
    journal.record_change(
        transaction, {created.groups.front().region},
        {created.code, fmt::format("groups={} sessions={}", created.groups.size(), created.dates.size()), change.batch});
    transaction.commit();
    return created;
}

} // namespace peergroup::groups
