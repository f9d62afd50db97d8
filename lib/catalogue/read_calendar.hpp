#pragma once

#include "catalogue/findings.hpp"
#include "catalogue/holiday_calendar.hpp"

namespace peergroup::catalogue {

/// Reads one calendar of holidays, the whole file whatever is wrong with it: every fault goes to `findings`, and only where there
/// is none is the value sound. Never throws a Problem.
HolidayCalendar read_calendar(const SourceFile& file, Findings& findings);

} // namespace peergroup::catalogue
