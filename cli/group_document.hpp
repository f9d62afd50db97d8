#pragma once

#include "catalogue/catalogue.hpp"
#include "cli/call.hpp"
#include "documents/document.hpp"
#include "groups/group.hpp"
#include "groups/meeting_plan.hpp"

#include <string>
#include <vector>

namespace peergroup::cli {

/// Groups, one a row, by code.
documents::Table group_table(Language language, const std::vector<groups::Group>& groups);

/// Groups with everything that is stated of them.
documents::Table detailed_group_table(Language language, const std::vector<groups::Group>& groups);

/// A meeting with the code of its group.
struct GroupMeeting {
    groups::GroupCode group;
    groups::Session session;
};

/// Meetings, one a row.
documents::Table session_table(Language language, const std::vector<GroupMeeting>& meetings);

/// The meetings of groups, in the order of the groups and then of the days.
std::vector<GroupMeeting> meetings_of(store::Transaction& transaction, const std::vector<groups::Group>& groups);

/// Shows groups after a change: one a row.
void show_groups(const Call& call, std::string schema, const std::vector<groups::Group>& groups);

/// The group of that code, or the first side of the pair, to find out where and when it is. Throws Problem as
/// GroupRegister::require does.
groups::Group look_up_group(const Call& call, store::Database& database, const groups::GroupCode& code);

/// A table of one code, for `-f ids`.
documents::Table code_table(Language language, const std::string& code);

/// The notices of the planning as sentences, in the region that they are about.
std::vector<std::string> sentences_of(Language language, const std::vector<groups::Notice>& notices,
                                      const catalogue::Catalogue& catalogue, const std::string& region);

} // namespace peergroup::cli
