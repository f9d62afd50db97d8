#include "plan/policy_change.hpp"

#include "admission/asked_terms.hpp"
#include "admission/membership_register.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "groups/meeting_plan.hpp"
#include "groups/schedule.hpp"
#include "people/person_facts.hpp"
#include "people/person_register.hpp"
#include "plan/catalogue_folder.hpp"
#include "plan/reminder_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace peergroup::plan {

namespace {

using catalogue::Catalogue;

bool knows(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::binary_search(ids, id);
}

class Comparison {
public:
    Comparison(store::Transaction& transaction, const CatalogueChange& change, const vault::Journal& journal)
        : change_(change), journal_(journal), groups_(transaction), terms_(transaction), schedule_(transaction),
          memberships_(transaction), people_(transaction, journal.keys()), facts_(people_.keys()),
          next_types_(change.next.type_ids()), next_regions_(change.next.region_ids()), now_types_(change.now.type_ids()),
          now_regions_(change.now.region_ids()) {}

    std::vector<Consequence> run() {
        for (const groups::Group& group : groups_.list({.region = "", .type = "", .state = "running"}, journal_.actor()))
            compare(group);
        return std::move(found_);
    }

private:
    void add(const groups::Group& group, std::string code, std::string detail = {}) {
        found_.push_back({.code = std::move(code), .group = group.code.text(), .detail = std::move(detail)});
    }

    void compare(const groups::Group& group) {
        const bool type_stays = knows(next_types_, group.type);
        const bool region_stays = knows(next_regions_, group.region);
        if (!type_stays) add(group, "type-gone", group.type);
        if (!region_stays) add(group, "region-gone", group.region);
        if (region_stays) compare_region(group);
        if (type_stays && knows(now_types_, group.type)) compare_members(group);
    }

    void compare_region(const groups::Group& group) {
        const catalogue::Region& region = change_.next.region(group.region);
        if (!group.venue.empty() && std::ranges::find(region.venues, group.venue, &catalogue::Venue::id) == region.venues.end())
            add(group, "venue-gone", group.venue);
        if (!knows(now_regions_, group.region)) return;
        for (const groups::Session& session : schedule_.of_group(group.id)) {
            if (session.state != groups::SessionState::planned || session.starts_on < change_.today) continue;
            if (!is_said_of(change_.next, group, session.starts_on) || is_said_of(change_.now, group, session.starts_on))
                continue;
            add(group, "not-a-meeting-day", std::to_string(session.ordinal));
            found_.back().day = session.starts_on;
        }
    }

    static bool is_said_of(const Catalogue& catalogue, const groups::Group& group, calendar::Date day) {
        return !groups::notices_of_day(catalogue, catalogue.region(group.region), group.municipality, day).empty();
    }

    void compare_members(const groups::Group& group) {
        const catalogue::GroupType& now = change_.now.type(group.type);
        const catalogue::GroupType& next = change_.next.type(group.type);
        std::vector<admission::Membership> members = memberships_.of_group(group.id);
        std::erase_if(members, [](const admission::Membership& membership) { return !membership.is_active(); });
        const auto enrolled = std::ranges::count(members, admission::MembershipState::enrolled, &admission::Membership::state);
        if (next.capacity && next.capacity != now.capacity && enrolled > *next.capacity)
            add(group, "over-capacity", fmt::format("{} > {}", enrolled, *next.capacity));
        const groups::GroupTerms own = terms_.of(group.id);
        for (const admission::Membership& membership : members)
            for (std::string& reason : new_reasons(own, now, next, membership)) {
                add(group, std::move(reason));
                found_.back().person = people::PersonCode(membership.person);
            }
    }

    // The reasons against the person by the next rules which the rules in use do not give.
    std::vector<std::string> new_reasons(const groups::GroupTerms& own, const catalogue::GroupType& now,
                                         const catalogue::GroupType& next, const admission::Membership& membership) {
        groups::GroupTerms changed = own;
        // The ages of a group are its type's unless it was made with others.
        if (own.age_min == now.age_min) changed.age_min = next.age_min;
        if (own.age_max == now.age_max) changed.age_max = next.age_max;
        const admission::Entry entry{membership.first_day()};
        const admission::Terms before = admission::terms_of(own, now, entry);
        const admission::Terms after = admission::terms_of(changed, next, entry);
        if (std::ranges::equal(before.eligibility, after.eligibility) && before.age_min == after.age_min &&
            before.age_max == after.age_max && before.anonymous == after.anonymous)
            return {};
        std::vector<std::string> attested;
        for (const auto& [code, attestation] : facts_.of(membership.person))
            attested.push_back(code);
        const admission::Facts facts{.born_on = people_.born_on(membership.person), .attested = attested};
        std::vector<std::string> reasons = admission::reasons_against(after, facts);
        for (const std::string& known : admission::reasons_against(before, facts))
            std::erase(reasons, known);
        return reasons;
    }

    const CatalogueChange& change_;
    const vault::Journal& journal_;
    groups::GroupRegister groups_;
    groups::TermsReader terms_;
    groups::Schedule schedule_;
    admission::MembershipRegister memberships_;
    people::PersonRegister people_;
    people::FactRegister facts_;
    std::vector<std::string> next_types_;
    std::vector<std::string> next_regions_;
    std::vector<std::string> now_types_;
    std::vector<std::string> now_regions_;
    std::vector<Consequence> found_;
};

} // namespace

std::vector<Consequence> consequences_of(store::Transaction& transaction, const CatalogueChange& change,
                                         const vault::Journal& journal) {
    std::vector<Consequence> found = Comparison(transaction, change, journal).run();
    std::ranges::move(reminder_changes(transaction, change, journal), std::back_inserter(found));
    std::ranges::stable_sort(found, {}, &Consequence::group);
    return found;
}

void apply_catalogue(store::Database& database, const CatalogueChange& change, const vault::Journal& journal,
                     const std::string& folder) {
    const std::string laid_out = lay_out_beside(folder, change.next.content());
    store::Transaction transaction = database.write();
    catalogue::keep_catalogue(transaction, change.now);
    catalogue::keep_catalogue(transaction, change.next);
    journal.record(transaction, fmt::format("catalogue {}", change.next.digest()), fmt::format("before={}", change.now.digest()));
    transaction.commit();
    put_in_place(laid_out, folder);
}

} // namespace peergroup::plan
