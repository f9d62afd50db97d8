#pragma once

#include "calendar/instant.hpp"
#include "documents/calendar_file.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::reports {

enum class FeedKind { facilitator, venue, region, participant };
/// `facilitator`, `venue`, `region`, `participant`.
std::string_view code_of(FeedKind kind);

/// Whose meetings a calendar shows, or where they are.
struct FeedSubject {
    FeedKind kind = FeedKind::region;
    std::string code = {};    ///< `F-0003`, the id of a venue or of a region, `P-0007`
    std::string region = {};  ///< under whose key its names are made
    std::int64_t number = 0;  ///< of a facilitator or a participant
    bool own = false;         ///< whoever asks is the facilitator
    bool hides_place = false; ///< nobody who finds the calendar is to know where the person is (W43)
};

/// Which meetings of the subject.
struct FeedQuestion {
    FeedSubject subject;
    std::optional<calendar::Date> from = {}; ///< nothing: from the first on
};

/// A meeting as it is now, and as it was planned.
struct FeedMeeting {
    std::int64_t id = 0;
    documents::EventTime starts = {};
    std::optional<int> minutes = {};
    std::string venue = {}; ///< id, or empty
    bool cancelled = false;
    bool told = true; ///< whether it is of the feed; a series leaves the others out
    documents::EventTime planned = {};
    std::int64_t planned_batch = 0; ///< meetings that were planned together have the same
    std::int64_t changes = 0;       ///< since then; logging who was there is none
    calendar::Instant changed_at = {};
};

/// A group's meetings in the order they were planned in, told or not.
struct FeedGroup {
    std::int64_t id = 0;
    std::string region = {};
    calendar::Instant changed_at = {}; ///< when it was last changed whether the subject is of the group
    std::vector<FeedMeeting> meetings = {};
};

/// The groups of the subject that the actor may meet and that have a meeting to tell of, in the order they were entered in.
/// Facilitators who ask for themselves get all that they guide, now and later.
std::vector<FeedGroup> feed_groups(store::Transaction& transaction, const FeedQuestion& question, const vault::Actor& actor);

} // namespace peergroup::reports
