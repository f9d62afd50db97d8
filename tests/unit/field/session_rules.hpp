#pragma once

#include "sessions/integrity.hpp"
#include "unit/field/county.hpp"

#include <doctest/doctest.h>

namespace field {

/// What always holds of meetings and marks, whatever has happened.
inline void check_sessions(County& county) {
    // The counters of a meeting are those of the newest revision of each mark.
    CHECK(
        county.lines(
            "SELECT s.id || ' ' || s.attended || ' ' || s.absent_notified || ' ' || s.absent_not_notified || ' ' || s.excused"
            " FROM session s ORDER BY s.id") ==
        county.lines(
            "SELECT s.id || ' ' || count(*) FILTER (WHERE m.mark IN ('P', 'L', 'E', 'R')) || ' ' || count(*) FILTER (WHERE "
            "m.mark = 'X')"
            " || ' ' || count(*) FILTER (WHERE m.mark = 'N') || ' ' || count(*) FILTER (WHERE m.mark = 'S') FROM session s"
            " LEFT JOIN mark m ON m.session = s.id AND m.revision = (SELECT max(revision) FROM mark n WHERE n.session = m.session"
            " AND n.person = m.person) GROUP BY s.id ORDER BY s.id"));

    // Revisions are counted from 1 without a gap, later ones with higher numbers of change.
    CHECK(county.number("SELECT count(*) FROM (SELECT 1 FROM mark GROUP BY session, person HAVING max(revision) <> count(*) OR "
                        "min(revision) <> 1)") == 0);
    CHECK(
        county.number(
            "SELECT count(*) FROM mark a JOIN mark b ON b.session = a.session AND b.person = a.person AND b.revision > a.revision"
            " WHERE b.change_seq <= a.change_seq") == 0);

    // Whoever is marked was a member on that day, and the meeting was held.
    CHECK(county.number("SELECT count(*) FROM mark m JOIN session s ON s.id = m.session WHERE s.state <> 'held'") == 0);
    CHECK(
        county.number("SELECT count(*) FROM mark m JOIN session s ON s.id = m.session WHERE NOT EXISTS (SELECT 1 FROM enrolment e"
                      " WHERE e.peer_group = s.peer_group AND e.person = m.person AND e.from_on <= s.starts_on"
                      " AND (e.to_on IS NULL OR e.to_on >= s.starts_on))") == 0);

    // A meeting's newest change says what its row says.
    CHECK(county.number(
              "SELECT count(*) FROM session s JOIN session_change c ON c.change_seq = s.change_seq WHERE c.session = s.id"
              " AND c.state = s.state AND c.starts_on = s.starts_on AND c.adults IS s.adults AND c.children IS s.children") ==
          county.number("SELECT count(*) FROM session"));

    // The store's own check agrees.
    store::Transaction transaction = county.database().read();
    CHECK(store::contradictions(transaction, peergroup::sessions::integrity_checks()).empty());
}

} // namespace field
