#include "admission/integrity.hpp"

#include <array>

namespace peergroup::admission {

namespace {

using store::IntegrityCheck;

constexpr std::array checks{
    IntegrityCheck{"membership-orphan",
                   R"sql(SELECT coalesce(g.code, 'group ' || e.peer_group), e.person, NULL
                         FROM enrolment e LEFT JOIN peer_group g ON g.id = e.peer_group LEFT JOIN person p ON p.id = e.person
                         WHERE g.id IS NULL OR p.id IS NULL)sql"},
    IntegrityCheck{"membership-of-one-table",
                   R"sql(SELECT coalesce(g.code, 'group ' || one.peer_group), one.person, one.place
                         FROM (SELECT e.peer_group, e.person, 'enrolment' AS place FROM enrolment e
                               WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.person = e.person
                                                 AND m.peer_group = e.peer_group AND m.episode = e.episode)
                               UNION ALL
                               SELECT m.peer_group, m.person, 'member' FROM member m
                               WHERE NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.peer_group = m.peer_group
                                                 AND e.person = m.person AND e.episode = m.episode)) one
                         LEFT JOIN peer_group g ON g.id = one.peer_group)sql"},
    IntegrityCheck{"step-orphan",
                   R"sql(SELECT coalesce(g.code, 'group ' || s.peer_group), s.person, 'change ' || s.change_seq
                         FROM step s LEFT JOIN peer_group g ON g.id = s.peer_group
                         WHERE (s.kind <> 'undone'
                                AND NOT EXISTS (SELECT 1 FROM undone_step u WHERE u.person = s.person AND u.change_seq = s.change_seq)
                                AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.peer_group = s.peer_group AND e.person = s.person
                                                AND e.episode = s.episode))
                         OR NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = s.batch))sql"},
    IntegrityCheck{"step-history-broken",
                   R"sql(SELECT coalesce(g.code, 'group ' || s.peer_group), s.person, 'change ' || s.change_seq
                         FROM step s LEFT JOIN peer_group g ON g.id = s.peer_group
                         LEFT JOIN step b ON b.change_seq = s.previous
                         WHERE s.previous IS NOT NULL AND (b.change_seq IS NULL OR b.change_seq >= s.change_seq
                         OR b.peer_group <> s.peer_group OR b.person <> s.person OR b.episode <> s.episode)
                         AND s.kind <> 'undone'
                         AND NOT EXISTS (SELECT 1 FROM undone_step u WHERE u.person = s.person AND u.change_seq = s.change_seq))sql"},
    IntegrityCheck{"membership-differs-from-history",
                   R"sql(SELECT coalesce(g.code, 'group ' || e.peer_group), e.person, e.state
                         FROM enrolment e LEFT JOIN peer_group g ON g.id = e.peer_group
                         LEFT JOIN (SELECT told.peer_group, told.person, told.episode, max(told.change_seq) AS newest,
                                           max(told.counting) AS newest_counting,
                                           max(CASE WHEN told.kind = 'waitlisted' AND told.counting > 0
                                               THEN told.effective_on END) AS waiting_on,
                                           max(CASE WHEN told.kind = 'enrolled' AND told.counting > 0
                                               THEN told.effective_on END) AS from_on,
                                           max(CASE WHEN told.kind <> 'waitlisted' AND told.kind <> 'enrolled' AND told.counting > 0
                                               THEN told.effective_on END) AS to_on
                                    FROM (SELECT t.peer_group, t.person, t.episode, t.change_seq, t.kind, t.effective_on,
                                                 CASE WHEN t.kind <> 'undone' AND NOT EXISTS
                                                     (SELECT 1 FROM undone_step u
                                                      WHERE u.person = t.person AND u.change_seq = t.change_seq)
                                                 THEN t.change_seq ELSE 0 END AS counting FROM step t) told
                                    GROUP BY told.peer_group, told.person, told.episode) h
                         ON h.peer_group = e.peer_group AND h.person = e.person AND h.episode = e.episode
                         LEFT JOIN step s ON s.change_seq = h.newest_counting
                         WHERE h.newest IS DISTINCT FROM e.change_seq OR s.change_seq IS NULL OR s.kind <> e.state
                         OR h.waiting_on IS DISTINCT FROM e.waiting_on OR h.from_on IS DISTINCT FROM e.from_on
                         OR h.to_on IS DISTINCT FROM e.to_on)sql"},
    IntegrityCheck{"offer-not-waiting",
                   R"sql(SELECT coalesce(g.code, 'group ' || o.peer_group), o.person, 'change ' || o.change_seq
                         FROM offer o LEFT JOIN peer_group g ON g.id = o.peer_group
                         LEFT JOIN enrolment e ON e.peer_group = o.peer_group AND e.person = o.person AND e.episode = o.episode
                         WHERE (e.person IS NULL AND o.answer IS NULL) OR (o.answer IS NULL AND e.state <> 'waitlisted')
                         OR (o.answer = 'accepted' AND e.from_on IS NULL AND NOT EXISTS
                             (SELECT 1 FROM undone_step u WHERE u.person = o.person AND u.change_seq > o.change_seq)))sql"},
    IntegrityCheck{"memberships-overlap",
                   R"sql(SELECT coalesce(g.code, 'group ' || a.peer_group), a.person, coalesce(b.waiting_on, b.from_on)
                         FROM enrolment a JOIN enrolment b ON b.peer_group = a.peer_group AND b.person = a.person
                         AND b.episode > a.episode LEFT JOIN peer_group g ON g.id = a.peer_group
                         WHERE a.to_on IS NULL OR coalesce(b.waiting_on, b.from_on) <= a.to_on)sql"},
    // A membership is a closed range of days, and on its last day its seat may change hands. A limit that was lowered later says
    // nothing about earlier days, so those are held against the highest one that the group ever had.
    IntegrityCheck{"seats-over-capacity",
                   R"sql(WITH moves AS (SELECT peer_group, from_on AS day, 1 AS seats FROM enrolment WHERE from_on IS NOT NULL
                                        UNION ALL
                                        SELECT peer_group, to_on, -1 FROM enrolment WHERE from_on IS NOT NULL AND to_on IS NOT NULL),
                              days AS (SELECT peer_group, day, sum(seats) AS seats FROM moves GROUP BY peer_group, day),
                              taken AS (SELECT peer_group, day, sum(seats) OVER (PARTITION BY peer_group ORDER BY day) AS seats
                                        FROM days),
                              limits AS (SELECT peer_group, max(capacity) AS highest FROM group_change GROUP BY peer_group
                                         HAVING count(*) = count(capacity)),
                              now AS (SELECT peer_group, count(*) AS seats FROM enrolment WHERE state = 'enrolled'
                                      GROUP BY peer_group)
                         SELECT g.code, NULL, t.day || ': ' || t.seats || ' / ' || l.highest
                         FROM taken t JOIN limits l ON l.peer_group = t.peer_group JOIN peer_group g ON g.id = t.peer_group
                         WHERE t.seats > l.highest
                         UNION ALL
                         SELECT g.code, NULL, n.seats || ' / ' || g.capacity
                         FROM now n JOIN peer_group g ON g.id = n.peer_group WHERE n.seats > g.capacity)sql"},
};

} // namespace

std::span<const IntegrityCheck> integrity_checks() {
    return checks;
}

} // namespace peergroup::admission
