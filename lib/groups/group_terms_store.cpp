#include "groups/group_terms.hpp"

namespace peergroup::groups {

TermsReader::TermsReader(store::Transaction& transaction)
    : id_of_code_(transaction.prepare(R"sql(SELECT id FROM peer_group WHERE code = $1)sql")),
      id_of_pair_(transaction.prepare(R"sql(SELECT id FROM peer_group WHERE pair_code = $1 AND side = 'parents')sql")),
      terms_(transaction.prepare(
          R"sql(SELECT region, state, intake, waiting_list, side, other_side, capacity, age_min, age_max, first_on,
                                              type, variant, openness
                                       FROM peer_group WHERE id = $1)sql")),
      day_of_meeting_(transaction.prepare(R"sql(SELECT starts_on FROM session WHERE peer_group = $1 AND ordinal = $2)sql")) {}

std::optional<calendar::Date> TermsReader::day_of_meeting(std::int64_t group, int ordinal) {
    const auto row = day_of_meeting_.bind(group, ordinal).one();
    return row ? calendar::Date::parse(row->text(0)) : std::nullopt;
}

std::optional<GroupTerms> TermsReader::of(const GroupCode& code) {
    const auto row = id_of_code_.bind(code.text()).one();
    return row ? std::optional(of(row->integer(0))) : std::nullopt;
}

std::optional<GroupTerms> TermsReader::of_pair(const GroupCode& pair_code) {
    const auto row = id_of_pair_.bind(pair_code.text()).one();
    return row ? std::optional(of(row->integer(0))) : std::nullopt;
}

GroupTerms TermsReader::of(std::int64_t id) {
    const store::Row row = terms_.bind(id).one().value();
    const auto whole = [&](std::size_t column) {
        return row.has(column) ? std::optional(static_cast<int>(row.integer(column))) : std::nullopt;
    };
    GroupTerms terms{.id = id, .region = row.text(0)};
    terms.type = row.text(10);
    terms.variant = row.text_or_empty(11);
    terms.running = row.text(1) == "running";
    terms.intake_open = row.text(2) == "open";
    terms.waiting_list = row.integer(3) == 1;
    terms.children_side = row.has(4) && row.text(4) == "children";
    terms.other_side = row.maybe_integer(5).value_or(0);
    terms.capacity = whole(6);
    terms.age_min = whole(7);
    terms.age_max = whole(8);
    terms.closed = row.has(12) && row.text(12) == "closed";
    if (row.has(9)) terms.first_on = calendar::Date::parse(row.text(9));
    return terms;
}

} // namespace peergroup::groups
