#include "admission/seating.hpp"
#include "people/family_rows.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <vector>

namespace peergroup::admission {

// What is written when every group has been gone through.

void Seating::finish(const RefusedFamilies& refused) {
    settle_families(refused);
    if (attempt_.outcomes.has_rejections()) return;
    write_members();
    if (memberships_.count_steps(batch_) != written_)
        throw std::logic_error("the store does not hold the steps that were written");
    if (!passed_over_.empty()) settle_passed_over();
    if (request_.notify && written_ > 0) memberships_.ask_notices(batch_, request_.identity_codes.today);
}

void Seating::write_members() {
    members_.for_each([&](const NewMember& member) {
        memberships_.add_member(
            {.group = member.group, .person = member.person, .episode = member.episode, .referral = member.referral});
    });
    memberships_.write_added();
}

void Seating::settle_families(const RefusedFamilies& refused) {
    FamiliesByPerson families(spool_folder_, {}, side_memory);
    std::vector<Relative> family;
    const auto settle = [&] {
        std::int64_t lowest = std::numeric_limits<std::int64_t>::max();
        for (const Relative& relative : family)
            lowest = std::min(lowest, relative.person);
        for (const Relative& relative : family)
            families.add({lowest, relative});
        family.clear();
    };
    relatives_.for_each([&](const Relative& relative) {
        if (refused.has(relative.family))
            attempt_.outcomes.take_back(
                {{0, relative.line}, "family", "family-refused", "", "", 0, refused.follows(relative.family)},
                static_cast<batches::RowStatus>(relative.status));
        if (!family.empty() && family.front().family != relative.family) settle();
        family.push_back(relative);
    });
    settle();
    attempt_.outcomes.settle_families([&](std::uint64_t fallen) { return refused.has(fallen) && !refused.follows(fallen); });
    if (!attempt_.outcomes.has_rejections()) tie_families(families);
}

void Seating::tie_families(FamiliesByPerson& families) {
    std::vector<people::FamilyTie> family;
    std::uint64_t mark = 0;
    families.for_each([&](const PlacedRelative& placed) {
        if (mark != placed.relative.family) {
            people::tie_family(people_, family);
            family.clear();
        }
        mark = placed.relative.family;
        family.push_back({placed.relative.person, relation_of(placed.relative.relation)});
    });
    people::tie_family(people_, family);
}

} // namespace peergroup::admission
