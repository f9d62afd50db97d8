#include "referrals/integrity.hpp"

#include <array>

namespace peergroup::referrals {

namespace {

using store::IntegrityCheck;

constexpr std::array checks{
    IntegrityCheck{"referral-orphan",
                   R"sql(SELECT r.type || ' ' || r.region, r.person, 'referral ' || r.id FROM referral r
                         WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = r.person)
                         OR (r.peer_group IS NOT NULL AND NOT EXISTS (SELECT 1 FROM peer_group g WHERE g.id = r.peer_group))
                         UNION ALL
                         SELECT 'referral ' || s.referral, s.person, 'change ' || s.change_seq FROM referral_step s
                         WHERE (s.kind <> 'undone'
                                AND NOT EXISTS (SELECT 1 FROM undone_step u WHERE u.person = s.person AND u.change_seq = s.change_seq)
                                AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.person = s.person AND r.id = s.referral))
                         OR NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = s.batch)
                         UNION ALL
                         SELECT 'referral ' || m.referral, m.person, NULL FROM member m WHERE m.referral IS NOT NULL
                         AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.person = m.person AND r.id = m.referral))sql"},
    IntegrityCheck{"referral-used-twice",
                   R"sql(SELECT 'referral ' || m.referral, m.person, NULL FROM member m WHERE m.referral IS NOT NULL
                         GROUP BY m.person, m.referral HAVING count(*) > 1)sql"},
    IntegrityCheck{"referral-history-broken",
                   R"sql(SELECT 'referral ' || s.referral, s.person, 'change ' || s.change_seq
                         FROM referral_step s LEFT JOIN referral_step b ON b.change_seq = s.previous
                         WHERE (s.previous IS NULL AND s.change_seq <> s.referral AND s.kind <> 'undone')
                         OR (s.previous IS NOT NULL AND (b.change_seq IS NULL OR b.change_seq >= s.change_seq
                             OR b.person <> s.person OR b.referral <> s.referral)))sql"},
    IntegrityCheck{"referral-differs-from-history",
                   R"sql(SELECT r.type || ' ' || r.region, r.person, r.state
                         FROM referral r
                         LEFT JOIN (SELECT told.person, told.referral, max(told.change_seq) AS newest, max(told.counting) AS counting,
                                           max(CASE WHEN told.kind = 'referred' THEN told.counting END) AS referred,
                                           max(CASE WHEN told.kind = 'interview_scheduled' THEN told.counting END) AS scheduled,
                                           max(CASE WHEN told.kind = 'interviewed' THEN told.counting END) AS interviewed,
                                           max(CASE WHEN told.kind = 'suitable' OR told.kind = 'not_suitable' OR told.kind = 'deferred'
                                                    THEN told.counting END) AS decided
                                    FROM (SELECT t.person, t.referral, t.change_seq, t.kind,
                                                 CASE WHEN t.kind <> 'undone' AND NOT EXISTS
                                                     (SELECT 1 FROM undone_step u
                                                      WHERE u.person = t.person AND u.change_seq = t.change_seq)
                                                 THEN t.change_seq ELSE 0 END AS counting FROM referral_step t) told
                                    GROUP BY told.person, told.referral) h
                         ON h.person = r.person AND h.referral = r.id
                         LEFT JOIN referral_step n ON n.change_seq = h.counting
                         LEFT JOIN referral_step a ON a.change_seq = h.referred
                         LEFT JOIN referral_step b ON b.change_seq = h.scheduled
                         LEFT JOIN referral_step c ON c.change_seq = h.interviewed
                         LEFT JOIN referral_step d ON d.change_seq = h.decided
                         WHERE h.newest IS DISTINCT FROM r.change_seq OR n.change_seq IS NULL OR n.kind <> r.state
                         OR n.reason IS DISTINCT FROM r.reason
                         OR a.effective_on IS DISTINCT FROM r.referred_on OR a.path IS DISTINCT FROM r.path
                         OR b.effective_on IS DISTINCT FROM r.scheduled_on
                         OR c.effective_on IS DISTINCT FROM r.interviewed_on
                         OR d.effective_on IS DISTINCT FROM r.decided_on OR d.decided_by IS DISTINCT FROM r.decided_by)sql"},
};

} // namespace

std::span<const IntegrityCheck> integrity_checks() {
    return checks;
}

} // namespace peergroup::referrals
