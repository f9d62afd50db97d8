#pragma once

#include "calendar/date.hpp"
#include "groups/group_code.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace peergroup::groups {

/// What decides about coming into a group, read without the rest of it: a large batch asks this of every group twice.
struct GroupTerms {
    std::int64_t id = 0;
    std::string region;
    std::string type = {};
    std::string variant = {}; ///< or empty
    bool running = true;
    bool intake_open = true;
    bool waiting_list = true;
    bool closed = false; ///< newcomers come only at its beginning
    bool children_side = false;
    std::int64_t other_side = 0;
    std::optional<int> capacity = {};
    std::optional<int> age_min = {};
    std::optional<int> age_max = {};
    std::optional<calendar::Date> first_on = {};

    bool states_age() const { return age_min || age_max; }
};

/// Reads terms in one transaction.
class TermsReader {
public:
    explicit TermsReader(store::Transaction& transaction);

    std::optional<GroupTerms> of(const GroupCode& code);
    GroupTerms of(std::int64_t id);
    /// The terms of a pair's parents' side, by the code of the pair.
    std::optional<GroupTerms> of_pair(const GroupCode& pair_code);
    /// The day of the group's meeting of that ordinal; nothing where none is planned.
    std::optional<calendar::Date> day_of_meeting(std::int64_t group, int ordinal);

private:
    store::Statement id_of_code_;
    store::Statement id_of_pair_;
    store::Statement terms_;
    store::Statement day_of_meeting_;
};

} // namespace peergroup::groups
