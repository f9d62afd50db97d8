#pragma once

#include "admission/answered_for.hpp"
#include "admission/membership_register.hpp"
#include "catalogue/catalogue.hpp"
#include "groups/group_code.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"
#include "people/person_code.hpp"
#include "people/person_register.hpp"
#include "sessions/departures.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace peergroup::sessions {

/// Somebody who goes into another group.
struct Move {
    people::PersonCode person;
    groups::GroupCode to; ///< the code of a pair leads to a side, as enrolling does
    calendar::Date on;    ///< the first day there; the day before is the last in the old group
    std::string reason = {};
};

/// People who go from one group into another, in one transaction: first all leave, then all arrive, so that two may change
/// places.
class Movers {
public:
    struct Saying {
        std::int64_t batch;
        calendar::Date today;
        std::string override_code = {}; ///< a reason against it that does not count this time
    };
    Movers(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Journal& journal, Saying saying);

    /// The membership that ended. Throws Problem(refused): `leaves-in-future`, `same-group`, and as Departures does; not_found or
    /// not_permitted about the other group.
    admission::Membership leave(Departures& departures, const Move& move);
    /// The memberships that began, in the order in which people left; children wait for their adults. `refuse` is told of
    /// everybody who cannot come, by the place in that order.
    std::vector<admission::Membership> arrive(const std::function<void(std::size_t place, const Problem& problem)>& refuse);

    /// The regions that people came into.
    const std::vector<std::string>& regions() const { return regions_; }
    /// What the group asks of whoever was refused last, as codes with commas between them: facts, or ways of being referred.
    const std::string& asked() const { return asked_; }
    /// How often a reason did not count because of `override_code`.
    std::int64_t overridden() const { return overridden_; }

private:
    struct Underway {
        Move move;
        bool same_type; ///< whoever is in a group of the type has gone the way that the type asks for
    };
    admission::Membership begin(const Underway& underway);

    store::Transaction& transaction_;
    const catalogue::Catalogue& catalogue_;
    const vault::Journal& journal_;
    Saying saying_;
    groups::GroupRegister groups_;
    admission::MembershipRegister memberships_;
    people::PersonRegister people_;
    admission::AnsweredFor answered_;
    std::vector<Underway> underway_;
    std::vector<std::string> regions_;
    std::string asked_;
    std::int64_t overridden_ = 0;
};

/// The last day in the old group of whoever goes into another on `on`: whoever came on that very day was a member of both.
calendar::Date last_day_before(calendar::Date on, const admission::Membership& membership);

} // namespace peergroup::sessions
