#pragma once

#include "groups/change.hpp"
#include "groups/group.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::groups {

/// Which groups a list shows; empty values: all.
struct GroupFilter {
    std::string region;
    std::string type;
    std::string state;
};

/// The rows of groups in one transaction. Every write is added to the history with the next number of change.
class GroupRegister {
public:
    explicit GroupRegister(store::Transaction& transaction);

    std::optional<Group> find(const GroupCode& code);
    std::optional<Group> find(std::int64_t id);
    /// Both sides of the pair, the parents' first; empty when no pair has the code.
    std::vector<Group> sides_of(const std::string& pair_code);
    /// Those that the actor may meet. Throws Problem(not_permitted, `not-permitted.region`) when the filter names another region.
    std::vector<Group> list(const GroupFilter& filter, const vault::Actor& actor);
    /// The group itself, or both sides when the code is a pair's. Throws Problem: not_found `group-not-found` with the nearest
    /// code that the actor may meet, not_permitted `not-permitted.region` or `not-permitted.group`.
    std::vector<Group> require(const GroupCode& code, const vault::Actor& actor);

    /// How many numbers `prefix`-01, -02, … are taken: the highest.
    int highest_number(const std::string& prefix);

    void create(Group& group, const Change& change);
    void update(Group& group, const Change& change);

private:
    void write_history(Group& group, const Change& change);

    [[noreturn]] void refuse_unknown(const GroupCode& code, const vault::Actor& actor);
    std::vector<Group> read_all(const std::vector<std::int64_t>& ids);

    store::Transaction& transaction_;
    store::Statement read_;
};

} // namespace peergroup::groups
