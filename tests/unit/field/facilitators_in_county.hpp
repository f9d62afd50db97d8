#pragma once

#include "facilitators/facilitator_import.hpp"
#include "facilitators/facilitator_sheet.hpp"
#include "facilitators/facilitators.hpp"
#include "unit/field/county.hpp"
#include "unit/field/outcomes.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace field {

namespace facilitators = peergroup::facilitators;
namespace people = peergroup::people;

inline facilitators::FacilitatorCode facilitator(std::int64_t number) {
    return facilitators::FacilitatorCode(number);
}

inline Told import_facilitators(County& county, std::string rows,
                                people::OnDifference on_difference = people::OnDifference::reject,
                                batches::Mode mode = batches::Mode::atomic) {
    documents::Sheet sheet = sheet_of(std::move(rows), facilitators::facilitator_columns());
    return told(facilitators::import_facilitators(
        county.database(), county.rules(), county.journal("facilitator import"), {.mode = mode, .spool_folder = county.spool()},
        {.sheet = sheet, .region = "kainuu", .today = day("2026-01-15"), .on_difference = on_difference}));
}

inline facilitators::FacilitatorView qualify(County& county, std::int64_t number, std::string code, std::string_view earned,
                                             std::optional<peergroup::calendar::Date> expires = {}) {
    return facilitators::qualify(county.database(), county.rules(), county.journal("facilitator qualify"),
                                 {facilitator(number), std::move(code), day(earned), expires});
}

/// Three of Kainuu: F-0001 is qualified as a professional of VOIKUKKIA, F-0002 as nothing, F-0003 as F-0001.
inline void add_facilitators(County& county) {
    import_facilitators(county, "given_name,roles,qualification,earned_on\nOili,professional,voikukkia-professional,2024-05-01\n"
                                "Veera,peer,,\nSaara,professional,voikukkia-professional,2024-05-01\n");
}

inline void link_facilitator(County& county, std::int64_t number, std::int64_t person) {
    facilitators::link_facilitator(county.database(), county.journal("facilitator link"),
                                   {.facilitator = facilitator(number), .person = people::PersonCode(person), .consent = true});
}

} // namespace field
