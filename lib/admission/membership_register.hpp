#pragma once

#include "admission/membership.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::admission {

/// A step of a membership, for its history.
struct Step {
    std::int64_t batch = 0;
    std::string_view kind; ///< enrolled, waitlisted, left, completed, transferred, withdrawn; `undone` takes the one before back
    calendar::Date effective_on;
    std::string reason = {};
};

/// Seats taken and people waiting.
struct PlacesTaken {
    std::int64_t enrolled = 0;
    std::int64_t waitlisted = 0;
};

/// Memberships in one transaction: current rows, and the history of steps that they are a projection of.
class MembershipRegister {
public:
    explicit MembershipRegister(store::Transaction& transaction);

    /// Every membership of the group, ended ones too, by person and episode.
    std::vector<Membership> of_group(std::int64_t group);
    /// Who is a member of the group on the day, in ISO form; lowest number first.
    std::vector<std::int64_t> members_on(std::int64_t group, std::string_view day);
    std::vector<Membership> of_person(std::int64_t person);
    /// Whether the person is in the group now; nothing when neither enrolled nor waiting.
    std::optional<MembershipState> active_state(std::int64_t group, std::int64_t person);
    /// Whether the person has completed a group of the type.
    bool has_completed(std::int64_t person, std::string_view type);
    PlacesTaken taken(std::int64_t group);

    /// Adds a new membership and its first step. `member` rows are added by add_member, in their own order.
    void create(Membership& membership, const Step& step);
    void add_member(const Membership& membership);
    /// Writes what `create` and `add_member` have added; to be called before it is read, and before the end.
    void write_added();
    /// Writes a changed membership and its step.
    void change(Membership& membership, const Step& step);

    /// Gives somebody who waits another priority.
    void set_priority(const Membership& membership, int priority);

    /// Those whom the batch brought into groups that state another language than theirs: it warns and refuses nothing. The first
    /// twenty, and one more where there are others.
    struct OtherLanguage {
        std::int64_t person;
        std::string language;
        std::string group;
        std::string group_language;
    };
    std::vector<OtherLanguage> of_other_language(std::int64_t batch);

    /// Steps of the batch as they stand in the store: what was written is read back before it is committed.
    std::int64_t count_steps(std::int64_t batch);
    /// Notes that whoever this batch enrolled is to be told of it.
    void ask_notices(std::int64_t batch, calendar::Date today);

private:
    void append_step(Membership& membership, const Step& step);

    store::Transaction& transaction_;
    std::int64_t first_change_ = 0;
    store::Statement of_group_;
    store::Statement members_on_;
    store::Statement active_state_;
    store::Appender enrolled_; ///< rows that begin with a place, as most do: fewer values to a row
    store::Appender memberships_;
    store::Appender members_;
    store::Appender first_steps_; ///< of new memberships, without a reason
    store::Appender steps_;
};

} // namespace peergroup::admission
