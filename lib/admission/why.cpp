#include "admission/why.hpp"

#include "admission/asked_terms.hpp"
#include "admission/entry_reasons.hpp"
#include "admission/membership_register.hpp"
#include "admission/offer_register.hpp"
#include "admission/places.hpp"
#include "admission/ties.hpp"
#include "admission/ways_in.hpp"
#include "catalogue/fact_codes.hpp"
#include "groups/group_register.hpp"
#include "groups/group_terms.hpp"
#include "people/people.hpp"

#include <algorithm>

namespace peergroup::admission {

namespace {

// What is asked of one person about one group, and the registers that know it.
class Inquiry {
public:
    Inquiry(store::Transaction& transaction, const vault::Journal& journal, const EnrolQuestion& question)
        : transaction_(transaction), journal_(journal), question_(question), people_(transaction, journal.keys()),
          memberships_(transaction), ties_(transaction, journal.keys(), people_) {}

    EnrolAnswer answer(const catalogue::Catalogue& catalogue) {
        people::require_person(people_, question_.person, journal_.actor());
        born_on_ = people_.born_on(question_.person.number());
        const groups::Group group = group_of_person();
        groups::TermsReader reader(transaction_);
        group_ = reader.of(group.id);
        type_ = &catalogue.type(group_.type);
        const Entry entry{question_.on, last_entry_day(group_, catalogue.organisation().policy, reader)};
        const Terms terms = terms_of(group_, *type_, entry);
        EnrolAnswer answer{.group = group.code.text(), .reasons = of_terms(terms), .asked = {}, .referred_by = {}};
        if (type_->demands(catalogue::EntryStep::referral)) answer.referred_by = referrals::codes_of(type_->referral);
        answer.asked.assign(terms.eligibility.begin(), terms.eligibility.end());
        stored_ = memberships_.of_group(group_.id);
        if (std::string reason = of_memberships(); !reason.empty()) {
            const std::vector<std::string>& steps = referrals::codes_of_missing_steps();
            if (reason == "already-enrolled") // the way in has led there, and is no longer asked for
                std::erase_if(answer.reasons,
                              [&](const std::string& code) { return std::ranges::find(steps, code) != steps.end(); });
            answer.reasons.push_back(std::move(reason));
            return answer; // whoever is there takes no other seat
        }
        if (std::string reason = of_family(); !reason.empty()) answer.reasons.push_back(std::move(reason));
        answer.overridden = because_of_;
        answer.way = way_;
        const Seat seat = free_seat();
        if (seat == Seat::refused) answer.reasons.emplace_back("group-full");
        answer.waits = answer.reasons.empty() && seat == Seat::waitlisted;
        return answer;
    }

private:
    groups::Group group_of_person() {
        std::vector<groups::Group> sides = groups::GroupRegister(transaction_).require(question_.group, journal_.actor());
        const bool child =
            born_on_ && calendar::full_years(*born_on_, sides.front().first_on.value_or(question_.on)) < people::age_of_majority;
        return child ? sides.back() : sides.front();
    }

    std::vector<std::string> of_terms(const Terms& terms) {
        const bool cleared = journal_.actor().cleared;
        const Candidate candidate{.person = question_.person.number(),
                                  .required = catalogue::requires_completed_of(*type_, group_.variant),
                                  .ties = ties(),
                                  .reached = of_ways(terms)};
        std::vector<std::string> reasons = entry_reasons(people_, memberships_, terms, candidate, cleared);
        if (set_aside(reasons, question_.override_code) > 0) because_of_ = candidate.ties.others;
        return told(std::move(reasons), cleared);
    }

    Ties ties() {
        ties_.take_up(group_.id, type_->families_apart);
        return ties_.of(question_.person.number(), question_.on, [this](std::int64_t other) {
            return memberships_.active_state(group_.id, other) ||
                   (group_.other_side != 0 && memberships_.active_state(group_.other_side, other));
        });
    }

    referrals::Reached of_ways(const Terms& terms) {
        if (terms.steps.empty()) return {};
        const referrals::Destination destination{group_.id, group_.other_side, group_.type, group_.region};
        const auto open = referrals::OpenWays(transaction_).towards(question_.person.number(), destination, type_->referral);
        const referrals::OpenWay* const way = best_way(open, terms.steps);
        if (way != nullptr) way_ = way->id;
        return way != nullptr ? way->reached : referrals::Reached{};
    }

    std::string of_memberships() const {
        const Membership* latest = nullptr;
        for (const Membership& membership : stored_)
            if (membership.person == question_.person.number()) latest = &membership;
        if (latest == nullptr) return "";
        if (latest->is_active()) return "already-enrolled";
        return latest->to_on && question_.on <= *latest->to_on ? "membership-overlaps" : "";
    }

    // KAI-04, as in Seating.
    std::string of_family() {
        if (!group_.children_side) return "";
        bool found = false;
        for (const std::int64_t other : people_.linked_to(question_.person.number())) {
            const auto state = memberships_.active_state(group_.other_side, other);
            found = found || state.has_value();
            adult_sits_ = adult_sits_ || state == MembershipState::enrolled;
        }
        if (found || question_.override_code != adult_missing_reason) return found ? "" : std::string(adult_missing_reason);
        adult_sits_ = true;
        because_of_.emplace();
        return "";
    }

    Seat free_seat() {
        Places places = Places::of(group_.capacity, group_.waiting_list, stored_);
        const OfferStanding standing = OfferRegister(transaction_).standing(group_.id, question_.today);
        places.offered = standing.held;
        places.asked = std::ranges::count_if(stored_, [&](const Membership& membership) {
            return membership.state == MembershipState::waitlisted &&
                   standing.asked.contains({membership.person, membership.episode});
        });
        return places.take(question_.on, !group_.children_side || adult_sits_);
    }

    store::Transaction& transaction_;
    const vault::Journal& journal_;
    const EnrolQuestion& question_;
    people::PersonRegister people_;
    MembershipRegister memberships_;
    TieReader ties_;
    const catalogue::GroupType* type_ = nullptr;
    std::optional<calendar::Date> born_on_;
    groups::GroupTerms group_;
    std::vector<Membership> stored_;
    std::optional<std::vector<std::int64_t>> because_of_; ///< where a reason was answered for
    std::int64_t way_ = 0;
    bool adult_sits_ = false; ///< a child waits with an adult who waits
};

} // namespace

EnrolAnswer why_enrol(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                      const EnrolQuestion& question) {
    return Inquiry(transaction, journal, question).answer(catalogue);
}

} // namespace peergroup::admission
