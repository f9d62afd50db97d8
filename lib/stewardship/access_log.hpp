#pragma once

#include "calendar/date.hpp"
#include "calendar/zone.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// Somebody's dealing with what is known of a person.
struct AccessLogLine {
    std::string recorded_at;
    std::string actor;
    std::string role;
    std::string verb;
    std::string ground;
    std::string recipient; ///< to whom it was given; empty when to nobody
};

/// Which part of the record is asked for; both days are included, and are days of `zone`.
struct AccessLogRequest {
    people::PersonCode person;
    calendar::Zone zone;
    std::optional<calendar::Date> from = {}; ///< without it, two years back
    std::optional<calendar::Date> to = {};
    calendar::Date today = {};
    std::string special_reason = {}; ///< a code; without one nothing older is given
};

/// Who used what is known of the person, to whom it was given and on what ground (Act 703/2023 section 11; W08), from the
/// journal, by its order. Reading it is on the record too. Throws Problem: refused `access-log-too-old` (W08, W09: not older than
/// two years without a special reason), and as `require_person` does.
std::vector<AccessLogLine> read_access_log(store::Transaction& transaction, const vault::Journal& journal,
                                           const AccessLogRequest& request);

} // namespace peergroup::stewardship
