#include "facilitators/integrity.hpp"

#include <array>

namespace peergroup::facilitators {

namespace {

using store::IntegrityCheck;

// Whoever was erased has neither record nor key.
constexpr std::array checks{
    IntegrityCheck{"facilitator-without-key",
                   R"sql(SELECT 'F ' || f.id, NULL, f.region FROM facilitator f
                         WHERE f.record IS NOT NULL
                         AND NOT EXISTS (SELECT 1 FROM keys.facilitator_key k
                                         WHERE k.facilitator = f.id AND k.region = f.region))sql"},
    IntegrityCheck{"key-without-facilitator",
                   R"sql(SELECT 'F ' || k.facilitator, NULL, k.region FROM keys.facilitator_key k
                         WHERE NOT EXISTS (SELECT 1 FROM facilitator f
                                           WHERE f.id = k.facilitator AND f.record IS NOT NULL))sql"},
    IntegrityCheck{"staff-range-broken",
                   R"sql(SELECT coalesce(g.code, 'group ' || s.peer_group), NULL, 'F ' || s.facilitator
                         FROM group_staff s LEFT JOIN peer_group g ON g.id = s.peer_group
                         WHERE g.id IS NULL OR s.to_on < s.from_on OR (s.to_on IS NULL) <> (s.ended_batch IS NULL)
                         OR NOT EXISTS (SELECT 1 FROM facilitator f WHERE f.id = s.facilitator))sql"},
    IntegrityCheck{"staff-on-both-sides",
                   R"sql(SELECT g.code, NULL, 'F ' || s.facilitator
                         FROM group_staff s JOIN peer_group g ON g.id = s.peer_group
                         JOIN group_staff o ON o.peer_group = g.other_side AND o.facilitator = s.facilitator
                         WHERE o.peer_group > s.peer_group AND o.from_on <= coalesce(s.to_on, o.from_on)
                         AND s.from_on <= coalesce(o.to_on, s.from_on))sql"},
    IntegrityCheck{"qualification-broken",
                   R"sql(SELECT 'F ' || q.facilitator, NULL, q.code FROM qualification q
                         WHERE q.expires_on < q.earned_on
                         OR NOT EXISTS (SELECT 1 FROM facilitator f WHERE f.id = q.facilitator))sql"},
};

} // namespace

std::span<const IntegrityCheck> integrity_checks() {
    return checks;
}

} // namespace peergroup::facilitators
