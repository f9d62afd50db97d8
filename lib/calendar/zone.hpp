#pragma once

#include "calendar/date.hpp"
#include "calendar/instant.hpp"
#include "calendar/local_time.hpp"
#include "calendar/zone_file.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace peergroup::calendar {

/// The clock of a place by its IANA name. Reads the system's own zone files, which the distribution keeps current, and follows
/// their closing rule, so that years after 2037 are right too.
class Zone {
public:
    /// Nothing for a name that leads out of the folder, a file that is not there or one that is no sound TZif file (RFC 8536) of
    /// version 2 or later.
    static std::optional<Zone> load(const std::string& iana_name, const std::string& folder = "/usr/share/zoneinfo");

    const std::string& name() const { return name_; }

    /// The instant of a wall-clock time. A time that the spring change skips is moved forward by what was skipped; of a time
    /// that the autumn change repeats, the earlier one is meant.
    Instant instant(Date date, LocalTime time) const;

    /// Every instant at which the wall clock shows the time: none in a skipped hour, two in a repeated one, earlier first.
    std::vector<Instant> instants(Date date, LocalTime time) const;

    /// Whether the wall clock shows the time on that day at all.
    bool exists(Date date, LocalTime time) const { return !instants(date, time).empty(); }

    Date local_date(Instant instant) const;
    LocalTime local_time(Instant instant) const;

    /// Seconds east of Greenwich at that instant.
    int offset_seconds(Instant instant) const { return file_.offset_at(instant.seconds()); }

    /// By which its clock runs from now on; nothing for a zone file that states none.
    const std::optional<PosixRule>& closing_rule() const { return file_.closing_rule(); }

private:
    Zone(std::string name, ZoneFile file) : name_(std::move(name)), file_(std::move(file)) {}

    std::string name_;
    ZoneFile file_;
};

} // namespace peergroup::calendar
