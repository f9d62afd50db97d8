#include "referrals/open_ways.hpp"

#include <algorithm>

namespace peergroup::referrals {

namespace {

bool leads_to(std::int64_t group, const Destination& destination) {
    return group == destination.group || group == destination.other_side;
}

} // namespace

OpenWays::OpenWays(store::Transaction& transaction)
    : find_(transaction.prepare(
          R"sql(SELECT r.person, r.id, r.peer_group, CASE WHEN r.peer_group IS NULL THEN r.type END,
                       CASE WHEN r.peer_group IS NULL THEN r.region END, r.state, r.path, r.interviewed_on IS NOT NULL, r.priority
                FROM referral r WHERE r.person >= $1 AND r.person <= $2 AND r.state <> 'withdrawn'
                ORDER BY r.person, r.id)sql")),
      used_(transaction.prepare(
          R"sql(SELECT person, referral FROM member WHERE person >= $1 AND person <= $2 AND referral IS NOT NULL)sql")) {}

void OpenWays::read_from(std::int64_t person) {
    const std::int64_t last = ahead_.begin_at(person);
    used_up_.clear();
    used_.bind(person, last).each([&](const store::Row& row) { used_up_.emplace_back(row.integer(0), row.integer(1)); });
    std::ranges::sort(used_up_);
    stored_.clear();
    find_.bind(person, last).each([&](const store::Row& row) {
        if (std::ranges::binary_search(used_up_, Used(row.integer(0), row.integer(1)))) return;
        const ReferralState state = referral_state(row.text(5));
        Reached reached{.interviewed = row.integer(7) == 1};
        if (is_decision(state)) reached.decision = state;
        stored_.push_back({row.integer(0),
                           {row.integer(1), reached, static_cast<int>(row.integer(8))},
                           row.maybe_integer(2).value_or(0),
                           row.text_or_empty(3),
                           row.text_or_empty(4),
                           row.has(6) ? catalogue::parse_referral_path(row.text(6)) : std::nullopt});
    });
}

std::vector<OpenWay> OpenWays::towards(std::int64_t person, const Destination& destination,
                                       std::span<const catalogue::ReferralPath> paths) {
    if (!ahead_.covers(person)) read_from(person);
    std::vector<OpenWay> ways;
    for (auto at = std::ranges::lower_bound(stored_, person, {}, &Stored::person); at != stored_.end() && at->person == person;
         ++at) {
        const Stored& stored = *at;
        const bool leads = stored.group != 0 ? leads_to(stored.group, destination)
                                             : stored.type == destination.type && stored.region == destination.region;
        if (!leads) continue;
        ways.push_back(stored.way);
        ways.back().reached.referred = stored.path && std::ranges::find(paths, *stored.path) != paths.end();
    }
    return ways;
}

} // namespace peergroup::referrals
