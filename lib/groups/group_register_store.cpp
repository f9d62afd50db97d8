#include "groups/group_register.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace peergroup::groups {

namespace {

using store::text_or_null;

constexpr int highest_counted = 100'000;

std::optional<int> whole(const store::Row& row, std::size_t column) {
    return row.has(column) ? std::optional(static_cast<int>(row.integer(column))) : std::nullopt;
}

std::optional<calendar::Date> day(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column)) : std::nullopt;
}

std::optional<std::string> iso(const std::optional<calendar::Date>& date) {
    return date ? std::optional(date->iso()) : std::nullopt;
}

GroupState state_of(std::string_view code) {
    return code == "running" ? GroupState::running : code == "cancelled" ? GroupState::cancelled : GroupState::finished;
}

Group read_group(const store::Row& row) {
    Group group{.id = row.integer(0), .code = *GroupCode::parse(row.text(1))};
    group.type = row.text(2);
    group.variant = row.text_or_empty(3);
    group.region = row.text(4);
    group.municipality = row.text_or_empty(5);
    group.venue = row.text_or_empty(6);
    group.language = row.text_or_empty(7);
    group.side = row.text_or_empty(8);
    group.pair_code = row.text_or_empty(9);
    group.other_side = row.maybe_integer(10).value_or(0);
    group.state = state_of(row.text(11));
    group.intake = row.text(12) == "open" ? Intake::open : Intake::closed;
    group.openness = row.text_or_empty(13);
    group.capacity = whole(row, 14);
    group.waiting_list = row.integer(15) == 1;
    group.age_min = whole(row, 16);
    group.age_max = whole(row, 17);
    group.first_on = day(row, 18);
    group.ended_on = day(row, 19);
    group.change_seq = row.integer(20);
    return group;
}

} // namespace

GroupRegister::GroupRegister(store::Transaction& transaction)
    : transaction_(transaction),
      read_(transaction.prepare(
          R"sql(SELECT id, code, type, variant, region, municipality, venue, language, side, pair_code, other_side,
                                      state, intake, openness, capacity, waiting_list, age_min, age_max, first_on, ended_on, change_seq
                                      FROM peer_group WHERE id = $1)sql")) {}

std::optional<Group> GroupRegister::find(std::int64_t id) {
    const auto row = read_.bind(id).one();
    return row ? std::optional(read_group(*row)) : std::nullopt;
}

std::vector<Group> GroupRegister::read_all(const std::vector<std::int64_t>& ids) {
    std::vector<Group> groups;
    for (const std::int64_t id : ids)
        groups.push_back(find(id).value());
    return groups;
}

std::optional<Group> GroupRegister::find(const GroupCode& code) {
    const auto row = transaction_.prepare(R"sql(SELECT id FROM peer_group WHERE code = $1)sql").bind(code.text()).one();
    return row ? find(row->integer(0)) : std::nullopt;
}

std::vector<Group> GroupRegister::sides_of(const std::string& pair_code) {
    return read_all(store::numbers(
        transaction_.prepare(R"sql(SELECT id FROM peer_group WHERE pair_code = $1 ORDER BY id)sql").bind(pair_code)));
}

std::vector<Group> GroupRegister::list(const GroupFilter& filter, const vault::Actor& actor) {
    if (!filter.region.empty()) actor.require_region(filter.region);
    std::vector<Group> groups = read_all(store::numbers(
        transaction_
            .prepare(R"sql(SELECT id FROM peer_group WHERE region = coalesce($1, region) AND type = coalesce($2, type)
                           AND state = coalesce($3, state) ORDER BY code)sql")
            .bind(text_or_null(filter.region), text_or_null(filter.type), text_or_null(filter.state))));
    std::erase_if(groups, [&](const Group& group) { return !actor.may_see_group(place_of(group)); });
    return groups;
}

std::vector<Group> GroupRegister::require(const GroupCode& code, const vault::Actor& actor) {
    std::vector<Group> found;
    if (auto group = find(code))
        found.push_back(*std::move(group));
    else
        found = sides_of(code.text());
    if (found.empty()) refuse_unknown(code, actor);
    for (const Group& group : found)
        actor.require_group(place_of(group));
    return found;
}

void GroupRegister::refuse_unknown(const GroupCode& code, const vault::Actor& actor) {
    std::vector<std::string> codes;
    transaction_
        .prepare(R"sql(SELECT code, region, pair_code FROM peer_group WHERE state = 'running' ORDER BY id DESC LIMIT 500)sql")
        .bind()
        .each([&](const store::Row& row) {
            const std::string pair_code = row.text_or_empty(2);
            if (actor.may_see_group({row.text(1), row.text(0), pair_code})) codes.push_back(row.text(0));
        });
    const std::string hint = language::did_you_mean(code.text(), codes);
    throw Problem(ProblemKind::not_found, "group-not-found", fmt::format("there is no group {}", code.text()), "",
                  hint.empty() ? "see `peergroup group list`" : hint);
}

int GroupRegister::highest_number(const std::string& prefix) {
    int highest = 0;
    transaction_.prepare(R"sql(SELECT code FROM peer_group WHERE code >= $1 AND code < $2)sql")
        .bind(prefix + "-", prefix + ".")
        .each([&](const store::Row& row) {
            const std::string_view rest = std::string_view(row.text(0)).substr(prefix.size() + 1);
            int number = 0;
            // A code of one's own may hold any number; those that no counting reaches are passed over.
            if (std::from_chars(rest.data(), rest.data() + rest.size(), number).ec == std::errc{} && number < highest_counted)
                highest = std::max(highest, number);
        });
    return highest;
}

void GroupRegister::create(Group& group, const Change& change) {
    transaction_
        .prepare(
            R"sql(INSERT INTO peer_group (id, code, type, variant, region, municipality, venue, language, side, pair_code, other_side,
                       state, intake, openness, capacity, waiting_list, age_min, age_max, first_on, ended_on, change_seq)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 0))sql")
        .bind(group.id, group.code.text(), group.type, text_or_null(group.variant), group.region,
              text_or_null(group.municipality), text_or_null(group.venue), text_or_null(group.language), text_or_null(group.side),
              text_or_null(group.pair_code), store::number_or_null(group.other_side), code_of(group.state), code_of(group.intake),
              text_or_null(group.openness), group.capacity, group.waiting_list, group.age_min, group.age_max, iso(group.first_on),
              iso(group.ended_on))
        .run();
    update(group, change);
}

void GroupRegister::update(Group& group, const Change& change) {
    write_history(group, change);
    transaction_
        .prepare(R"sql(UPDATE peer_group SET municipality = $2, venue = $3, language = $4, state = $5, intake = $6, capacity = $7,
                       waiting_list = $8, age_min = $9, age_max = $10, first_on = $11, ended_on = $12, change_seq = $13 WHERE id = $1)sql")
        .bind(group.id, text_or_null(group.municipality), text_or_null(group.venue), text_or_null(group.language),
              code_of(group.state), code_of(group.intake), group.capacity, group.waiting_list, group.age_min, group.age_max,
              iso(group.first_on), iso(group.ended_on), group.change_seq)
        .run();
}

void GroupRegister::write_history(Group& group, const Change& change) {
    const std::int64_t number = transaction_.reserve("change", 1).first;
    transaction_
        .prepare(
            R"sql(INSERT INTO group_change (change_seq, batch, peer_group, kind, effective_on, state, intake, capacity, first_on,
                       ended_on, municipality, venue, reason, previous)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql")
        .bind(number, change.batch, group.id, change.kind, change.effective_on.iso(), code_of(group.state), code_of(group.intake),
              group.capacity, iso(group.first_on), iso(group.ended_on), text_or_null(group.municipality),
              text_or_null(group.venue), text_or_null(change.reason), store::number_or_null(group.change_seq))
        .run();
    group.change_seq = number;
}

} // namespace peergroup::groups
