#pragma once

#include "catalogue/catalogue.hpp"
#include "groups/group.hpp"
#include "groups/meeting_plan.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::groups {

/// What is said of a new group; what is left out comes from its type, or stays unset.
struct GroupWish {
    std::string type = {};
    std::string region = {}; ///< empty: the region of the venue
    std::string municipality = {};
    std::string venue = {};
    std::string variant = {};
    std::string language = {};
    std::string code = {}; ///< empty: derived from type, region, year and number
    std::optional<catalogue::Openness> openness = {};
    std::optional<int> capacity = {};
    std::optional<int> age_min = {};
    std::optional<int> age_max = {};
    bool waiting_list = true;
    MeetingWish meetings;
    std::optional<calendar::LocalTime> time = {};
    std::optional<int> duration_minutes = {};
    calendar::Date today = {};
};

struct CreatedGroup {
    std::vector<Group> groups = {}; ///< one, or both sides of a pair, the parents' first
    std::string code = {};          ///< by which the group, or the pair, is called
    std::vector<calendar::Date> dates = {};
    std::vector<Notice> notices = {};
    bool already_there = false; ///< `code` named a group of this type and region: nothing was done
};

/// Creates a group, or both sides of a pair, with its meetings; intake is open. Throws Problem: not_found for what the catalogue
/// does not know, refused (`code-taken`, `type-not-in-region`, `region-not-valid`, `variant-missing`), usage,
/// not_permitted.
CreatedGroup create_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                          const GroupWish& wish);

} // namespace peergroup::groups
