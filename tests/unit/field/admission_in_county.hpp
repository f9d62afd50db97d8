#pragma once

#include "admission/capacity.hpp"
#include "admission/enrol.hpp"
#include "admission/membership_register.hpp"
#include "unit/field/groups_in_county.hpp"
#include "unit/field/people_in_county.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace field {

namespace admission = peergroup::admission;

/// How a sheet of enrolments is taken.
struct EnrolManner {
    std::string_view on = "2026-01-28"; ///< the first day of rows that state none
    batches::Mode mode = batches::Mode::atomic;
    bool dry_run = false;
    bool again = false;
    people::OnDifference on_difference = people::OnDifference::reject;
    std::string override_code = {};
    bool notify = false;
    std::string_view today = "2026-01-01";
};

inline Told enrol(County& county, std::string rows, const EnrolManner& manner = {}) {
    documents::Sheet sheet = sheet_of(std::move(rows), admission::enrolment_columns());
    return told(admission::enrol(county.database(), county.rules(), county.journal("enrol"),
                                 {.mode = manner.mode, .dry_run = manner.dry_run, .spool_folder = county.spool()},
                                 {.sheet = sheet,
                                  .on = day(manner.on),
                                  .identity_codes = {.today = day(manner.today), .allow_temporary = true},
                                  .on_difference = manner.on_difference,
                                  .again = manner.again,
                                  .notify = manner.notify,
                                  .override_code = manner.override_code}));
}

/// As many adults as asked for, numbered on from those who are there.
inline void add_adults(County& county, int count) {
    std::string rows = "given_name,birth_date,reference\n";
    const std::int64_t before = county.number("SELECT count(*) FROM person");
    for (std::int64_t number = before + 1; number <= before + count; ++number)
        rows += fmt::format("Adult {0},1985-06-15,{0}\n", number);
    import(county, rows);
}

/// A weekly group of parents with so many seats.
inline groups::CreatedGroup create_with_seats(County& county, std::string code, int seats) {
    groups::GroupWish wish = weekly_wish(std::move(code));
    wish.capacity = seats;
    return create(county, wish);
}

/// The memberships of a group, by person and episode: `P-0001/1 enrolled 2026-01-28..`, `P-0002/1 waitlisted #1 since
/// 2026-01-28`.
inline Lines members(County& county, std::string_view code) {
    return county.lines(
        fmt::format("SELECT printf('P-%04d/%d ', person, episode) || state || coalesce(' #' || waiting_order, '') || coalesce(' "
                    "since ' || waiting_on, '')"
                    " || CASE WHEN from_on IS NULL THEN '' ELSE ' ' || from_on || '..' END || CASE WHEN from_on IS NULL AND "
                    "to_on IS NOT NULL THEN ' until '"
                    " ELSE '' END || coalesce(to_on, '') || coalesce(' ' || reason, '')"
                    " FROM enrolment WHERE peer_group = (SELECT id FROM peer_group WHERE code = '{}') ORDER BY person, episode",
                    code));
}

} // namespace field
