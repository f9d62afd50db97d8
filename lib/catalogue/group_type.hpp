#pragma once

#include "catalogue/names.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// Whether newcomers may join a running group, or come without enrolling. `by_group`: each group states it (W05 on Jututtamo).
enum class Openness { open, closed, by_group };

/// Which regime of data protection a group's records fall under (`register` of the type).
enum class Register { client, ngo, anonymous };

/// `client`, `ngo`, `anonymous`.
std::string_view code_of(Register register_kind);

/// How a person comes into a group; a type may name several.
enum class ReferralPath { social_worker, contact_person, family_centre, selection, coordinator, host_event, none };

/// `social_worker`, as types spell it.
std::string_view code_of(ReferralPath path);
/// The path by its code, whether with `_` or with `-`; nothing for another word.
std::optional<ReferralPath> parse_referral_path(std::string_view code);
/// The codes of the paths by which somebody can be referred: all but `none`.
const std::vector<std::string>& referral_path_codes();

/// A step that somebody has to have gone through before a place in a group.
enum class EntryStep {
    referral,    ///< by one of the type's paths (S0: the own social worker; S2: a contact person)
    interview,   ///< S3: whoever is interested is interviewed
    suitability, ///< somebody has decided that the group suits the person (S2: selected; S3: the facilitators decide)
};

/// `referral`, `interview`, `suitability`.
std::string_view code_of(EntryStep step);

/// What becomes of a seat that is free while people wait: it is offered, or the next one has it.
enum class FreedPlace { offer, enrol };

/// "Usually 4-15" (S2): warns, never limits.
struct UsualSize {
    int min;
    int max;
};

/// One role that guides a group. `required` false: usually present, never a staffing gap (S3: the social worker).
struct FacilitatorRole {
    std::string role;          ///< of facilitator_words.hpp: professional, peer, volunteer, social_worker, …
    std::string qualification; ///< empty when the sources state none
    int count = 1;
    bool required = true;
};

/// One side of two groups that meet at the same time (S2: children's and parents' groups).
struct Side {
    std::string id;     ///< `parents` or `children`
    std::string suffix; ///< ends the side's group code: `P`, `C`
    Names names;
    bool children = false; ///< its members are the children of the other side's members
    std::string follows; ///< the side whose goals its meetings follow (S2: the children's group those of the parents'), or empty
};

/// A shape that a group of the type may take (S4: Jututtamo in a family café, one-off, series, parents' evening), or a track of a
/// training (S3: professional, peer).
struct Variant {
    std::string id;
    Names names;
    std::optional<int> sessions;
    std::optional<int> interval_days;
    std::optional<Openness> openness;
    std::vector<std::string> venue_kinds; ///< where it takes place: family_cafe, daycare, school; empty when not stated
    std::vector<std::string> eligibility; ///< as the type's; counts in place of it where it names any
    std::string requires_completed;       ///< type that must have been completed before, or empty (S3: peer track)
    std::string completes;                ///< the qualification that completing earns, or empty
};

/// What a handbook or outline gives a meeting to talk about.
struct Theme {
    std::string id;
    Names names;
};

/// A kind of group, as one file of `config/group-types/` states it. What the sources do not state is unset.
struct GroupType {
    std::string id;
    std::string code_prefix; ///< starts the codes of its groups: `VOI` in `VOI-KAI-2026-01`
    Names names;
    Names provider;
    std::vector<std::string> regions;     ///< empty: every region
    std::vector<std::string> audience;    ///< codes: children, young_people, parents, families, …
    std::vector<std::string> eligibility; ///< codes of facts, any of which suffices: child-welfare-client, …
    std::vector<std::string> methods;     ///< play, activity, discussion, …
    std::vector<std::string> goals;
    std::vector<std::string> contents; ///< what is offered beside peer support, or taught: information, discussion_tools, …
    std::vector<std::string> values;
    std::vector<std::string> outcomes; ///< benefits that members have reported, or that the text calls possible; no promise
    bool individual_benefits = false;  ///< S0: benefit depends on many things; no report may claim an effect on a person
    std::string matching;              ///< what members have in common beside eligibility: same_life_situation; or empty
    std::string facilitation;          ///< professional, guided, none, …; empty when not stated
    std::vector<FacilitatorRole> facilitators;
    std::optional<Openness> openness;
    std::vector<ReferralPath> referral;
    std::optional<bool> interview;
    std::vector<EntryStep> steps;       ///< before a place; empty: nothing is asked but eligibility
    std::string suitability_decided_by; ///< role that decides suitability (S3: facilitators); empty when not stated
    std::optional<bool> confidential;
    std::optional<UsualSize> usual_size;
    std::optional<int> capacity; ///< a hard limit; none of the sources states one
    std::optional<int> age_min;  ///< full years on the day of the first session
    std::optional<int> age_max;
    std::optional<int> sessions;
    std::optional<int> interval_days;
    std::optional<int> duration_minutes;
    FreedPlace freed_place = FreedPlace::offer;
    bool own_region_first = false;     ///< whether people of the group's region come before others on the waiting list
    bool messages_to_children = false; ///< whether children get messages of their own; none of the sources states it
    bool families_apart = false;       ///< whether nobody takes part together with family; none of the sources states it
    std::optional<bool> free_of_charge;
    std::vector<std::string> included; ///< what comes with a place: material, meal, coffee
    std::optional<std::string> handbook;
    std::string evidence; ///< `none` forbids claims of effect; empty when not stated
    std::vector<std::string> languages;
    std::vector<Side> sides;       ///< two for a pair that meets at the same time, else none
    std::vector<Variant> variants; ///< shapes or tracks; a group of a type that has some names one
    std::vector<Theme> themes;
    std::optional<bool> raised_themes;    ///< whether themes that members raise are treated beside the planned ones (S3)
    std::vector<std::string> venue_kinds; ///< where its groups meet: family_centre, family_station, …; empty when not stated
    bool varies_by_municipality = false;  ///< S2: contents and professionals may differ, so that a region may override values
    bool counts_visitors = false;         ///< meetings take a head count without names (W29: visitor statistics)
    Register register_kind = Register::ngo;
    std::string service_task; ///< of Act 703/2023; empty outside client registers
    /// What completes a member: `attendance`, the organisation's policy of so many out of so many; `every_session_and_practice`,
    /// all meetings and the practice; empty: nothing is stated, and a member who stays to the end has not completed.
    std::string completion;
    std::string completes;                ///< the qualification that completing earns, or empty
    std::string requires_completed;       ///< type that must have been completed before, or empty
    std::vector<std::string> leads_to;    ///< roles that are open to those who completed: peer_facilitator, expert_by_experience
    std::optional<bool> prior_experience; ///< whether experience of guiding groups is asked for (S4: it is not)
    std::optional<int> practice_meetings; ///< meetings to guide as practice, beside `sessions` (S4: one Jututtamo)
    std::optional<int> edition;           ///< year of the offer that the source describes (S4: 2018)

    bool paired() const { return sides.size() == 2; }
    bool demands(EntryStep step) const;
    /// The variant of that id, or nullptr.
    const Variant* variant(std::string_view wanted) const;
};

} // namespace peergroup::catalogue
