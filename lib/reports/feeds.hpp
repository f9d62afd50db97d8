#pragma once

#include "catalogue/catalogue.hpp"
#include "documents/calendar_file.hpp"
#include "facilitators/facilitator_code.hpp"
#include "language/language.hpp"
#include "people/person_code.hpp"
#include "reports/feed_groups.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::reports {

/// Calendars of meetings, in one transaction. They go to telephones and to services that others run, so they say when and where,
/// and neither what a group is about nor who is in it (W43, W44).
class Feeds {
public:
    Feeds(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Journal& journal)
        : transaction_(transaction), catalogue_(catalogue), journal_(journal) {}

    /// Throws Problem: as `FacilitatorRegister::require` does; not_permitted `not-permitted.calendar` when a facilitator asks for
    /// anything but the own meetings, as the next three do.
    FeedSubject facilitator(facilitators::FacilitatorCode code);
    /// Throws Problem: not_found `venue-not-found`, not_permitted `not-permitted.region`.
    FeedSubject venue(const std::string& id);
    /// Throws Problem: not_found, not_permitted `not-permitted.region`.
    FeedSubject region(const std::string& id);
    /// Throws Problem as `people::require_unrestricted` does; not_permitted `not-permitted.calendar` when a scheduled job asks,
    /// too, and `clearance-missing` for somebody under a non-disclosure order, whose calendar names no places either.
    FeedSubject participant(people::PersonCode code);
    /// Every facilitator, venue and region that the actor may ask for, or those of one region.
    std::vector<FeedSubject> all(const std::string& region);

    /// What the subject's calendar holds; its mark tells which calendars this workspace has made. Throws Problem(configuration,
    /// `unknown-zone`) for a region whose clock the system does not know, or no calendar can state.
    documents::CalendarFile calendar(const FeedQuestion& question, Language language);
    /// A name that nobody can guess, the same until the region's key is renewed: `3f…9c.ics`.
    std::string file_name(const FeedSubject& subject) const;

    /// Journals that the calendars were given out.
    void record(const std::vector<FeedSubject>& subjects, std::size_t events);

private:
    void require_wide_role() const;

    store::Transaction& transaction_;
    const catalogue::Catalogue& catalogue_;
    const vault::Journal& journal_;
};

/// A file as it is met: its name, and the mark of the calendar in it.
struct MarkedFile {
    std::string name;
    std::string mark;
};

/// Whether `Feeds` made the file for somebody or something of the region, under any key that the region has had.
bool is_calendar_of(const vault::KeyRing& keys, const MarkedFile& file, std::string_view region);

} // namespace peergroup::reports
