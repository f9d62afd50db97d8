#pragma once

#include "admission/answered_for.hpp"
#include "admission/applicant.hpp"
#include "admission/arriving_parties.hpp"
#include "admission/enrol_run.hpp"
#include "admission/membership_register.hpp"
#include "admission/newcomers.hpp"
#include "admission/offers.hpp"
#include "admission/places.hpp"
#include "admission/ties.hpp"
#include "admission/ways_in.hpp"
#include "groups/group_terms.hpp"
#include "people/person_register.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace peergroup::admission {

/// Goes through the applicants group by group, in the order of the file: decides who may come, gives seats and places on the
/// waiting list, and writes the memberships. The parents' side of a pair comes before the children's.
class Seating {
public:
    Seating(const EnrolRun& run, WaysIn& ways);

    void seat(Applicants& applicants, RefusedFamilies& refused);
    /// Writes what is ordered by person and by family, and refuses the rows whose family was refused. Throws std::logic_error
    /// when the store does not hold what was written.
    void finish(const RefusedFamilies& refused);
    /// How often a reason did not count because of the request's `override_code`.
    std::int64_t overridden() const { return overridden_; }
    /// Who of those who wait was given a seat that whoever waits before them cannot use.
    const Settled& settled() const { return settled_; }

private:
    /// The adults who came to a parents' side with this batch, for the children's side that follows it.
    struct Adults {
        std::int64_t group = 0;
        std::unordered_map<std::int64_t, Seat> people = {};
        std::unordered_map<std::uint64_t, Seat> families = {};
    };
    /// A group, or both sides of a pair: where seats are few, its rows are looked at together before any is given one.
    struct Unit {
        std::map<std::int64_t, groups::GroupTerms> terms = {};
        std::map<std::int64_t, std::vector<Membership>> stored = {}; ///< read before, of those with a limit
        bool limited = false;
        std::vector<Applicant> applicants = {};
        std::unordered_set<std::uint32_t> held_back = {}; ///< lines that get no seat, so that no party is torn
    };
    enum class AdultFound { none, waits, enrolled };
    using FamiliesByPerson = documents::Sorter<PlacedRelative>;

    void take_up(std::int64_t group);
    void begin_unit(const Applicant& applicant);
    void seat_unit(RefusedFamilies& refused);
    void seat_one(const Applicant& applicant, RefusedFamilies& refused);
    PlacesBySide places_of_unit();
    std::vector<Arriving> arriving_in_unit();
    void settle_passed_over();
    void note_offers(std::int64_t group, std::span<const Membership> stored, Places& places);
    void decide(const Applicant& applicant, RefusedFamilies& refused);
    /// What the group's memberships so far say: a code of refusal, `unchanged`, or nothing and the episode to be.
    std::string judge_known(const Applicant& applicant, calendar::Date on, int& episode) const;
    /// The first of them; empty when there is none.
    std::string reason_against(const Applicant& applicant, calendar::Date on);
    Ties ties_of(const Applicant& applicant, calendar::Date on);
    bool is_there(std::int64_t person);
    AdultFound adult_of(const Applicant& applicant);
    const Membership* latest_of(const Applicant& applicant, calendar::Date on, bool& same_day) const;
    void refuse(const Applicant& applicant, RefusedFamilies& refused, const std::string& code);
    /// A row that names a type and a region in place of a group.
    void refer(const Applicant& applicant, RefusedFamilies& refused);
    void write(const Applicant& applicant, Membership membership);
    void note_taken(const Applicant& applicant, batches::RowStatus status);
    void write_group();
    void write_members();
    void settle_families(const RefusedFamilies& refused);
    void tie_families(FamiliesByPerson& families);
    void note_adult(const Applicant& applicant, Seat seat);

    /// Of what is sorted beside the rows.
    static constexpr documents::SorterMemory side_memory{.run = std::size_t{2} << 20U};

    const batches::Attempt& attempt_;
    const EnrolRequest& request_;
    const catalogue::Catalogue& catalogue_;
    const ToldWays& told_;
    WaysIn& ways_;
    std::int64_t batch_;
    groups::TermsReader terms_reader_;
    MembershipRegister memberships_;
    people::PersonRegister people_;
    TieReader ties_;
    AnsweredFor answered_;
    std::optional<calendar::Date> last_entry_day_; ///< of the group in hand
    groups::GroupTerms terms_;
    const catalogue::GroupType* type_ = nullptr;          ///< of the group in hand
    std::vector<Membership> stored_;                      ///< of the group in hand, by person
    std::unordered_map<std::int64_t, Membership> coming_; ///< with this batch
    std::vector<std::int64_t> to_write_;                  ///< whose new memberships are not written yet
    std::map<std::int64_t, std::vector<std::int64_t>>
        answered_for_;                                  ///< of these: for whom a reason did not count, because of whom
    std::unordered_set<std::uint64_t> families_coming_; ///< to the group in hand, where its type wants no family twice
    Unit unit_;
    Places places_;
    bool others_wait_ = false;           ///< in the group in hand: somebody who has not been asked, or a party that is too large
    std::int64_t newly_waiting_ = 0;     ///< there, with this batch
    std::set<std::int64_t> passed_over_; ///< groups where somebody waits behind those, and there is a seat
    Settled settled_;
    Adults adults_;
    std::int64_t written_ = 0;
    std::int64_t overridden_ = 0;
    std::string spool_folder_;
    documents::Sorter<NewMember> members_;
    documents::Sorter<Relative> relatives_;
};

} // namespace peergroup::admission
