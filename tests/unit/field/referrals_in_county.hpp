#pragma once

#include "referrals/integrity.hpp"
#include "referrals/referral_notes.hpp"
#include "referrals/referral_register.hpp"
#include "referrals/referral_rows.hpp"
#include "referrals/referral_sheet.hpp"
#include "unit/field/groups_in_county.hpp"
#include "unit/field/people_in_county.hpp"

#include <string>
#include <string_view>

namespace field {

namespace referrals = peergroup::referrals;

/// How a sheet of steps is taken.
struct StepManner {
    std::string_view on = "2026-01-20";    ///< of rows that state no day
    std::string_view today = "2026-01-20"; ///< what is told is not of a later day
    batches::Mode mode = batches::Mode::atomic;
    bool dry_run = false;
    bool again = false;
};

inline Told record(County& county, referrals::ReferralVerb verb, std::string rows, const StepManner& manner) {
    documents::Sheet sheet = sheet_of(std::move(rows), verb == referrals::ReferralVerb::refer ? referrals::referral_columns()
                                                                                              : referrals::interview_columns());
    return told(referrals::record_referrals(
        county.database(), county.rules(), county.journal(verb == referrals::ReferralVerb::refer ? "refer" : "interview"),
        {.mode = manner.mode, .dry_run = manner.dry_run, .spool_folder = county.spool()},
        {.sheet = sheet, .verb = verb, .on = day(manner.on), .today = day(manner.today), .again = manner.again}));
}

inline Told refer(County& county, std::string rows, const StepManner& manner = {}) {
    return record(county, referrals::ReferralVerb::refer, std::move(rows), manner);
}

inline Told interview(County& county, std::string rows, const StepManner& manner = {}) {
    return record(county, referrals::ReferralVerb::interview, std::move(rows), manner);
}

/// The ways of everybody, by person and number: `1 VOI suitable social_worker 2026-01-20 - 2026-01-21 2026-01-21 F-0003`, the
/// days being those of referral, agreed interview, interview and decision.
inline Lines ways(County& county) {
    return county.lines(
        "SELECT r.person || ' ' || coalesce(g.code, r.type) || ' ' || r.state || ' ' || coalesce(r.path, '-')"
        " || ' ' || coalesce(r.referred_on, '-') || ' ' || coalesce(r.scheduled_on, '-') || ' ' ||"
        " coalesce(r.interviewed_on, '-') || ' ' || coalesce(r.decided_on, '-') || ' ' || coalesce(r.decided_by, '-')"
        " FROM referral r LEFT JOIN peer_group g ON g.id = r.peer_group ORDER BY r.person, r.id");
}

/// What the store says against its referrals.
inline std::size_t referral_contradictions(County& county) {
    store::Transaction transaction = county.database().read();
    return store::contradictions(transaction, referrals::integrity_checks()).size();
}

} // namespace field
