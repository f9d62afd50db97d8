#include "groups/integrity.hpp"

#include <array>

namespace peergroup::groups {

namespace {

using store::IntegrityCheck;

constexpr std::array checks{
    IntegrityCheck{"pair-side-missing",
                   R"sql(SELECT g.code, NULL, g.pair_code FROM peer_group g
                         WHERE (g.pair_code IS NOT NULL OR g.other_side IS NOT NULL)
                         AND NOT EXISTS (SELECT 1 FROM peer_group o WHERE o.id = g.other_side AND o.other_side = g.id
                                         AND o.pair_code = g.pair_code AND o.side <> g.side))sql"},
    IntegrityCheck{"group-differs-from-history",
                   R"sql(SELECT g.code, NULL, g.state FROM peer_group g
                         WHERE NOT EXISTS (SELECT 1 FROM group_change c WHERE c.change_seq = g.change_seq AND c.peer_group = g.id
                                           AND c.state = g.state AND c.intake = g.intake
                                           AND c.capacity IS NOT DISTINCT FROM g.capacity
                                           AND c.first_on IS NOT DISTINCT FROM g.first_on
                                           AND c.municipality IS NOT DISTINCT FROM g.municipality
                                           AND c.venue IS NOT DISTINCT FROM g.venue
                                           AND c.ended_on IS NOT DISTINCT FROM g.ended_on))sql"},
    IntegrityCheck{
        "group-history-broken",
        R"sql(SELECT g.code, NULL, 'change ' || c.change_seq FROM group_change c JOIN peer_group g ON g.id = c.peer_group
                         LEFT JOIN group_change b ON b.change_seq = c.previous
                         WHERE c.change_seq > g.change_seq OR (c.previous IS NOT NULL
                         AND (b.change_seq IS NULL OR b.change_seq >= c.change_seq OR b.peer_group <> c.peer_group)))sql"},
    IntegrityCheck{"session-differs-from-history",
                   R"sql(SELECT coalesce(g.code, '?') || ' ' || s.ordinal, NULL, s.state
                         FROM session s LEFT JOIN peer_group g ON g.id = s.peer_group
                         WHERE NOT EXISTS (SELECT 1 FROM session_change c WHERE c.change_seq = s.change_seq AND c.session = s.id
                                           AND c.state = s.state AND c.starts_on = s.starts_on AND c.moved = s.moved
                                           AND c.starts_at IS NOT DISTINCT FROM s.starts_at
                                           AND c.venue IS NOT DISTINCT FROM s.venue
                                           AND c.adults IS NOT DISTINCT FROM s.adults
                                           AND c.children IS NOT DISTINCT FROM s.children))sql"},
    IntegrityCheck{"session-history-broken",
                   R"sql(SELECT coalesce(g.code, '?') || ' ' || s.ordinal, NULL, 'change ' || c.change_seq
                         FROM session_change c JOIN session s ON s.id = c.session LEFT JOIN peer_group g ON g.id = s.peer_group
                         LEFT JOIN session_change b ON b.change_seq = c.previous
                         WHERE c.change_seq > s.change_seq OR (c.previous IS NOT NULL
                         AND (b.change_seq IS NULL OR b.change_seq >= c.change_seq OR b.session <> c.session)))sql"},
};

} // namespace

std::span<const IntegrityCheck> integrity_checks() {
    return checks;
}

} // namespace peergroup::groups
