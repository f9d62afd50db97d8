#pragma once

#include "admission/answered_for.hpp"
#include "admission/membership.hpp"
#include "admission/membership_register.hpp"
#include "admission/offer_register.hpp"
#include "admission/ties.hpp"
#include "admission/waiting_list.hpp"
#include "batches/batch_run.hpp"
#include "catalogue/catalogue.hpp"
#include "groups/group.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::admission {

/// What became of those who wait when seats were looked at again.
struct Settled {
    std::vector<Offer> offered = {};           ///< seats that are held now
    std::vector<Membership> promoted = {};     ///< members now, where the type gives the seat without asking
    std::vector<Offer> ended = {};             ///< offers that nobody answered in time, or whose person no longer waits
    std::vector<batches::Remark> remarks = {}; ///< of who accepted
    std::vector<Membership> left_list = {};    ///< off the waiting list, because the policy says so of whoever let an offer go

    /// Adds what became of others.
    void add(Settled&& more);
    bool empty() const { return offered.empty() && promoted.empty() && ended.empty() && left_list.empty(); }
};

/// From which day, and a reason against it that does not count.
struct Acceptance {
    calendar::Date on;
    std::string override_code = {};
};

/// Who is to be offered seats, on which day, and a reason against it that does not count.
struct OfferWish {
    std::vector<std::int64_t> people;
    calendar::Date made_on;
    std::string override_code = {};
};

/// Gives seats that are free on `today` to those who wait, in the transaction and batch of what freed them. Both sides of a pair
/// are looked at together: a paired place needs both free.
class OfferDesk {
public:
    OfferDesk(store::Transaction& transaction, const vault::Journal& journal, const catalogue::Catalogue& catalogue,
              std::int64_t batch, calendar::Date today);

    /// Ends offers that have lapsed or whose person no longer waits, then gives each free seat to the next who may have it,
    /// exactly once: an offer holds its seat until it is answered. `sides` is the group, or both sides of a pair; nothing is
    /// given in a group that has ended.
    Settled settle(const std::vector<groups::Group>& sides);
    /// Whether those who wait first cannot use the seats that are free, so that they are for whoever comes behind them.
    bool is_first_passed_over(const std::vector<groups::Group>& sides);
    /// Why each of those who wait is asked next or is not, in the order of the list; nothing is changed. Codes of `verdicts_on`,
    /// and `has-offer`, `offer-lapsed`, `group-ended`, and what ties say against somebody whose turn it would be.
    struct Prospect {
        std::int64_t person;
        std::int64_t group;
        std::string code;
    };
    std::vector<Prospect> prospects(const std::vector<groups::Group>& sides);
    /// Offers seats to these, each with whoever waits together with them, whoever waits before them; all or none. Throws
    /// Problem(refused): `not-waiting`, `no-free-seat`, `no-linked-adult` of a child whose adult is neither there nor waits with
    /// it, and what `reasons_against` has against their ties, unless it is `override_code`.
    Settled offer_to(const std::vector<groups::Group>& sides, const OfferWish& wish);
    /// The offer that can be answered. Throws Problem(refused): `no-offer`, `offer-lapsed`.
    Offer open_offer(const std::vector<groups::Group>& sides, people::PersonCode person);
    /// Makes members of the party of this offer, from `on`. What the group asks, but for the steps on the way to it, is asked
    /// again on that day, and so are ties to those who are members now; a reason counts unless it is `override_code` or somebody
    /// answered for it before. Throws Problem(refused): `no-free-seat`, and the first reason.
    Settled accept(const std::vector<groups::Group>& sides, const Offer& offer, const Acceptance& acceptance);
    /// Ends the offers of this party on that day; by the policy its people leave the list or keep their places.
    Settled decline(const std::vector<groups::Group>& sides, const Offer& offer, calendar::Date on);

private:
    void end_lapsed(const std::vector<groups::Group>& sides, Settled& settled);
    void let_go(const Offer& offer, const Answered& answered, std::optional<catalogue::LetGo> policy, Settled& settled);
    Settled give(const groups::Group& group, const Party& party, calendar::Date on);
    Party named_party(const std::vector<Party>& parties, const groups::Group& group, std::int64_t person) const;
    /// Why the party cannot be asked, but for `override_code`, for which is answered then.
    void require_no_reason(const std::vector<groups::Group>& sides, const Party& party, std::string_view override_code);
    /// KAI-04: the child has no linked adult on the other side, nor one of whom `comes` holds; unless somebody answered for it.
    bool lacks_adult(const groups::Group& side, const Membership& child, const std::function<bool(std::int64_t)>& comes);
    std::vector<Waiting> waiting_in(const std::vector<groups::Group>& sides);
    /// What ties say against giving the party seats beside those who have theirs: somebody was enrolled, or guides, since it
    /// came.
    std::vector<std::string> reasons_against_party(const std::vector<groups::Group>& sides, const Party& party);
    std::vector<std::string> verdicts_beside_ties(const std::vector<groups::Group>& sides, const std::vector<Party>& parties);
    Ties ties_of(const std::vector<groups::Group>& sides, const Membership& membership);
    void require_entry(const std::vector<groups::Group>& sides, const std::vector<Offer>& party, const Acceptance& acceptance);
    void require_seats(const std::vector<groups::Group>& sides, const std::vector<Offer>& party, calendar::Date on);
    FreeSeats free_seats(const std::vector<groups::Group>& sides);
    std::optional<Membership> waiting_membership(const Offer& offer);
    std::vector<Offer> party_of(const std::vector<groups::Group>& sides, const Offer& offer);

    store::Transaction& transaction_;
    const vault::Journal& journal_;
    const catalogue::Catalogue& catalogue_;
    std::int64_t batch_;
    calendar::Date today_;
    MembershipRegister memberships_;
    OfferRegister offers_;
    people::PersonRegister people_;
    TieReader ties_;
    AnsweredFor answered_;
};

/// What is done about offers of a group, or of a pair by its code.
enum class OfferVerb { make, accept, decline };
struct OfferRequest {
    OfferVerb verb;
    groups::GroupCode group;
    std::vector<people::PersonCode> people = {}; ///< of `make` none: those whose turn it is
    std::string override_code = {};              ///< a reason against the people named that does not count this time
    calendar::Date on = {};                      ///< the first day of whoever accepts; else the day on which it was said
    calendar::Date today = {};
};

/// Throws Problem(refused, `step-in-future`) for something that is said to have been said on a day to come.
void require_said(OfferVerb verb, calendar::Date on, calendar::Date today);

/// Does it, each with its steps, in one transaction; what an answer frees is offered to the next at once. Throws Problem:
/// not_found, refused (`group-ended`, `no-offer`, `offer-lapsed`, and as OfferDesk does), not_permitted.
Settled answer_offers(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                      const OfferRequest& request);

} // namespace peergroup::admission
