#include "stewardship/guidance.hpp"

namespace peergroup::stewardship {

namespace {

std::optional<calendar::Date> day(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column).substr(0, 10)) : std::nullopt;
}

} // namespace

GuidanceReader::GuidanceReader(store::Transaction& transaction)
    : guided_(transaction.prepare(R"sql(SELECT g.code, g.type, s.role, s.from_on, s.to_on, s.reason, g.ended_on
                                        FROM group_staff s JOIN peer_group g ON g.id = s.peer_group
                                        WHERE s.facilitator = $1 ORDER BY g.code, s.from_on, s.episode)sql")),
      created_(transaction.prepare(
          R"sql(SELECT b.recorded_at FROM facilitator f JOIN batch b ON b.id = f.batch WHERE f.id = $1)sql")) {}

std::vector<FiledGuidance> GuidanceReader::of(facilitators::FacilitatorCode facilitator) {
    std::vector<FiledGuidance> guided;
    guided_.bind(facilitator.number()).each([&](const store::Row& row) {
        guided.push_back({.group = row.text(0),
                          .type = row.text(1),
                          .role = row.text(2),
                          .from_on = day(row, 3).value(),
                          .to_on = day(row, 4),
                          .reason = row.text_or_empty(5),
                          .group_ended_on = day(row, 6)});
    });
    return guided;
}

std::optional<calendar::Date> GuidanceReader::created_on(facilitators::FacilitatorCode facilitator) {
    const auto row = created_.bind(facilitator.number()).one();
    return row ? day(*row, 0) : std::nullopt;
}

} // namespace peergroup::stewardship
