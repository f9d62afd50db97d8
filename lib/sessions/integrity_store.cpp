#include "sessions/integrity.hpp"

#include <array>

namespace peergroup::sessions {

namespace {

using store::IntegrityCheck;

constexpr std::array checks{
    IntegrityCheck{"mark-orphan",
                   R"sql(SELECT 'session ' || m.session, m.person, 'change ' || m.change_seq
                         FROM mark m LEFT JOIN session s ON s.id = m.session LEFT JOIN person p ON p.id = m.person
                         LEFT JOIN batch b ON b.id = m.batch WHERE s.id IS NULL OR p.id IS NULL OR b.id IS NULL)sql"},
    IntegrityCheck{"mark-history-broken",
                   R"sql(SELECT 'session ' || session, person, NULL FROM mark GROUP BY session, person
                         HAVING max(revision) <> count(*) OR min(revision) <> 1)sql"},
    IntegrityCheck{"marked-not-held",
                   R"sql(SELECT coalesce(g.code, '?') || ' ' || s.ordinal, NULL, s.state
                         FROM session s LEFT JOIN peer_group g ON g.id = s.peer_group
                         WHERE s.state <> 'held' AND EXISTS (SELECT 1 FROM mark m WHERE m.session = s.id))sql"},
    IntegrityCheck{"marked-no-member",
                   R"sql(SELECT coalesce(g.code, '?') || ' ' || s.ordinal, m.person, s.starts_on
                         FROM mark m JOIN session s ON s.id = m.session LEFT JOIN peer_group g ON g.id = s.peer_group
                         WHERE m.revision = 1 AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.peer_group = s.peer_group
                                                              AND e.person = m.person AND e.from_on <= s.starts_on
                                                              AND (e.to_on IS NULL OR e.to_on >= s.starts_on)))sql"},
    IntegrityCheck{"counter-differs-from-marks",
                   R"sql(SELECT coalesce(g.code, '?') || ' ' || s.ordinal, NULL, s.starts_on
                         FROM session s LEFT JOIN peer_group g ON g.id = s.peer_group
                         LEFT JOIN (SELECT m.session,
                                           count(*) FILTER (WHERE m.mark = 'P' OR m.mark = 'L' OR m.mark = 'E' OR m.mark = 'R')
                                               AS attended,
                                           count(*) FILTER (WHERE m.mark = 'X') AS notified,
                                           count(*) FILTER (WHERE m.mark = 'N') AS not_notified,
                                           count(*) FILTER (WHERE m.mark = 'S') AS excused
                                    FROM mark m WHERE NOT EXISTS (SELECT 1 FROM mark n WHERE n.session = m.session
                                                                  AND n.person = m.person AND n.revision > m.revision)
                                    GROUP BY m.session) c ON c.session = s.id
                         WHERE s.attended <> coalesce(c.attended, 0) OR s.absent_notified <> coalesce(c.notified, 0)
                         OR s.absent_not_notified <> coalesce(c.not_notified, 0) OR s.excused <> coalesce(c.excused, 0))sql"},
};

} // namespace

std::span<const IntegrityCheck> integrity_checks() {
    return checks;
}

} // namespace peergroup::sessions
