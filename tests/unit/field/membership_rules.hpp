#pragma once

#include "admission/integrity.hpp"
#include "groups/integrity.hpp"
#include "unit/field/county.hpp"

#include <doctest/doctest.h>

namespace field {

namespace admission = peergroup::admission;
namespace groups = peergroup::groups;

/// What always holds of memberships, whatever has happened.
inline void check_memberships(County& county) {
    // The two tables hold the same memberships, and each has a history.
    CHECK(county.number("SELECT count(*) FROM enrolment") == county.number("SELECT count(*) FROM member"));
    CHECK(county.number("SELECT count(*) FROM enrolment e JOIN member m ON m.person = e.person AND m.peer_group = e.peer_group"
                        " AND m.episode = e.episode") == county.number("SELECT count(*) FROM enrolment"));
    CHECK(
        county.number("SELECT count(*) FROM enrolment e WHERE NOT EXISTS (SELECT 1 FROM step s WHERE s.change_seq = e.change_seq"
                      " AND s.peer_group = e.peer_group AND s.person = e.person AND s.episode = e.episode)") == 0);

    // Replayed, the steps of a membership give its row.
    CHECK(county.lines(
              "SELECT peer_group || ' ' || person || ' ' || episode || ' ' ||"
              " max(CASE WHEN change_seq = newest THEN kind END) || ' ' ||"
              " coalesce(max(CASE WHEN kind = 'waitlisted' THEN effective_on END), '-') || ' ' ||"
              " coalesce(max(CASE WHEN kind = 'enrolled' THEN effective_on END), '-') || ' ' ||"
              " coalesce(max(CASE WHEN kind IN ('left', 'completed', 'transferred', 'withdrawn') THEN effective_on END), '-')"
              " FROM (SELECT *, max(change_seq) OVER (PARTITION BY peer_group, person, episode) AS newest FROM step)"
              " GROUP BY peer_group, person, episode ORDER BY peer_group, person, episode") ==
          county.lines(
              "SELECT peer_group || ' ' || person || ' ' || episode || ' ' || state || ' ' || coalesce(waiting_on, '-') || ' ' ||"
              " coalesce(from_on, '-') || ' ' || coalesce(to_on, '-') FROM enrolment ORDER BY peer_group, person, episode"));

    // Steps form one chain for each membership, and their numbers are of their batch.
    CHECK(county.number("SELECT count(*) FROM step WHERE previous IS NULL") == county.number("SELECT count(*) FROM enrolment"));
    CHECK(county.number("SELECT count(*) FROM step l JOIN step e ON e.change_seq = l.previous WHERE e.change_seq >= l.change_seq"
                        " OR e.person <> l.person OR e.peer_group <> l.peer_group OR e.episode <> l.episode") == 0);
    CHECK(county.number("SELECT count(*) FROM step s JOIN batch b ON b.id = s.batch WHERE s.change_seq < b.first_change") == 0);
    CHECK(county.number("SELECT count(*) FROM step s JOIN batch b ON b.id > s.batch WHERE s.change_seq >= b.first_change") == 0);

    // Nobody is in a group twice at a time, and no two memberships of one person in one group share a day.
    CHECK(
        county.number(
            "SELECT count(*) FROM (SELECT 1 FROM enrolment WHERE state IN ('enrolled', 'waitlisted') GROUP BY peer_group, person"
            " HAVING count(*) > 1)") == 0);
    CHECK(county.number("SELECT count(*) FROM enrolment a JOIN enrolment b ON b.peer_group = a.peer_group AND b.person = a.person"
                        " AND b.episode > a.episode WHERE a.to_on IS NULL OR coalesce(b.waiting_on, b.from_on) <= a.to_on") == 0);
    CHECK(county.number("SELECT count(*) FROM enrolment WHERE to_on < coalesce(from_on, waiting_on)") == 0);

    // No group is over its capacity.
    CHECK(county.number(
              "SELECT count(*) FROM peer_group g WHERE g.capacity < (SELECT count(*) FROM enrolment e WHERE e.peer_group = g.id"
              " AND e.state = 'enrolled')") == 0);

    // The store's own check agrees.
    store::Transaction transaction = county.database().read();
    CHECK(store::contradictions(transaction, admission::integrity_checks()).empty());
    CHECK(store::contradictions(transaction, groups::integrity_checks()).empty());
}

} // namespace field
