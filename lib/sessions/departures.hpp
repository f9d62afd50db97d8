#pragma once

#include "admission/membership_register.hpp"
#include "groups/group_code.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "people/person_code.hpp"
#include "people/person_register.hpp"
#include "sessions/mark_register.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::sessions {

/// How memberships end: with a step of which kind, on which last day, and why.
struct Departure {
    std::string_view kind; ///< left, transferred
    calendar::Date last_day;
    std::string reason;
};

/// Throws Problem(usage, `unknown-leaving-reason`) for a word that is none of `admission::leaving_reasons`; empty is none given.
void require_leaving_reason(const std::string& reason);

/// People who leave one group, or one of the sides of a pair, in one transaction.
class Departures {
public:
    /// Throws Problem as `groups::GroupRegister::require` does.
    Departures(store::Transaction& transaction, const vault::Journal& journal, const groups::GroupCode& group);

    /// The membership in which the person is, or waits; nothing where there is none.
    std::optional<admission::Membership> find_active(people::PersonCode person);
    /// The newest membership that has ended; nothing where there is none.
    std::optional<admission::Membership> find_ended(people::PersonCode person);
    /// The same. Throws Problem(refused, `not-a-member`), and as `require_person` does.
    admission::Membership active_membership(people::PersonCode person);
    /// Ends it. Throws Problem(refused): `leaves-before-coming`, `marked-after-leaving`.
    void end(admission::Membership& membership, const Departure& departure, std::int64_t batch);

    /// The code by which it was named.
    const std::string& group() const { return group_; }
    const std::string& region() const { return sides_.front().region; }
    /// The group, or the parents' side of a pair.
    const groups::Group& first_side() const { return sides_.front(); }
    /// Children in the other group of the pair who had an adult among those who left and have none there now. KAI-04: they are
    /// flagged, not put out.
    std::vector<admission::Membership> left_alone();
    /// A pair is settled as one, whichever of its sides is named.
    std::vector<groups::Group> both_sides();

private:
    bool has_adult(const groups::Group& children, std::int64_t child);
    void refuse_later_marks(const admission::Membership& membership, calendar::Date last_day);
    std::vector<admission::Membership>& members_of(std::int64_t group);
    const std::vector<groups::Session>& sessions_of(std::int64_t group);
    const SessionMarks& marks_of(std::int64_t session);

    std::string group_;
    const vault::Actor& actor_;
    people::PersonRegister people_;
    admission::MembershipRegister memberships_;
    groups::GroupRegister groups_;
    groups::Schedule schedule_;
    MarkRegister marks_;
    std::vector<groups::Group> sides_;
    std::vector<std::int64_t> gone_;
    std::map<std::int64_t, std::vector<admission::Membership>> members_; ///< by group: read once, however many leave
    std::map<std::int64_t, std::vector<groups::Session>> sessions_;      ///< by group
    std::map<std::int64_t, SessionMarks> session_marks_;                 ///< by session
};

} // namespace peergroup::sessions
