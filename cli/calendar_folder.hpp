#pragma once

#include "reports/feeds.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace peergroup::cli {

/// One calendar on its way into a folder.
struct FolderCalendar {
    reports::FeedSubject subject;
    std::string file;
    std::string text;
    std::size_t events = 0;
};

/// Which folder, who may read the files, and for which regions the calendars are all that there are.
struct CalendarFolder {
    std::string path;
    bool group_reads = false; ///< a web server runs as another user
    std::vector<std::string> regions = {};
};

/// Writes each calendar whole, then takes out those that `reports::Feeds` made for the regions before and that are none any more;
/// other files stay. Throws Problem(failed): `output-refused` when the path is no folder, and what WholeFile throws.
void write_calendars(const CalendarFolder& folder, const vault::KeyRing& keys, const std::vector<FolderCalendar>& calendars);

/// Throws Problem(failed, `output-refused`) unless there is such a folder outside every workspace.
void require_calendar_folder(const std::string& path);

} // namespace peergroup::cli
