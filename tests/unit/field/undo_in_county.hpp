#pragma once

#include "admission/integrity.hpp"
#include "people/integrity.hpp"
#include "stewardship/undo_batch.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace field {

/// The number of the newest batch.
inline std::int64_t newest_batch(County& county) {
    return county.number("SELECT max(id) FROM batch");
}

inline peergroup::stewardship::UndoneBatch undo(County& county, std::int64_t batch, std::string_view today = "2026-03-01",
                                                bool rehearsed = false) {
    return peergroup::stewardship::undo_batch(county.database(), county.rules(), county.journal("batch undo"),
                                              {.batch = batch, .today = day(today), .rehearsed = rehearsed});
}

/// What stands in the way, `why P-0001 GROUP`.
inline Lines obstacles(County& county, std::int64_t batch, std::string_view today = "2026-03-01") {
    Lines found;
    for (const auto& obstacle : undo(county, batch, today).obstacles)
        found.push_back(obstacle.why + " " + obstacle.person.text() + (obstacle.group.empty() ? "" : " " + obstacle.group));
    return found;
}

/// Memberships, offers and people are what their histories give.
inline void check_sound(County& county) {
    store::Transaction transaction = county.database().read();
    for (const auto checks : {admission::integrity_checks(), people::integrity_checks()})
        for (const auto& contradiction : store::contradictions(transaction, checks))
            FAIL_CHECK(contradiction.code << " " << contradiction.object);
}

/// Who is where now, without the numbers by which it was recorded.
inline Lines current_state(County& county) {
    Lines state = county.lines(
        "SELECT 'm ' || peer_group || ' ' || person || ' ' || episode || ' ' || state || ' ' || coalesce(waiting_on, '-') || ' ' "
        "||"
        " coalesce(from_on, '-') || ' ' || coalesce(to_on, '-') || ' ' || coalesce(reason, '-') || ' ' || priority FROM enrolment"
        " ORDER BY peer_group, person, episode");
    for (const char* const more :
         {"SELECT 'k ' || person || ' ' || peer_group || ' ' || episode FROM member ORDER BY person, peer_group, episode",
          "SELECT 'o ' || peer_group || ' ' || person || ' ' || episode || ' ' || coalesce(until_on, '-') FROM offer"
          " WHERE answer IS NULL ORDER BY peer_group, person",
          "SELECT 'p ' || id FROM person WHERE erased_on IS NULL ORDER BY id",
          // the queue: who comes before whom
          "SELECT 'q ' || peer_group || ' ' || person FROM enrolment WHERE state = 'waitlisted'"
          " ORDER BY peer_group, priority DESC, waiting_on, waiting_order"})
        for (const std::string& line : county.lines(more))
            state.push_back(line);
    return state;
}

} // namespace field
