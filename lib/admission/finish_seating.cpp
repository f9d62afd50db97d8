#include "admission/seating.hpp"
#include "people/family_rows.hpp"

#include <stdexcept>

namespace peergroup::admission {

// What is written when every group has been gone through.

void Seating::finish(const RefusedFamilies& refused) {
    settle_families(refused);
    if (attempt_.outcomes.has_rejections()) return;
    write_members();
    if (memberships_.count_steps(batch_) != written_)
        throw std::logic_error("the store does not hold the steps that were written");
}

void Seating::write_members() {
    members_.for_each([&](const NewMember& member) {
        memberships_.add_member(
            {.group = member.group, .person = member.person, .episode = member.episode, .referral = member.referral});
    });
    memberships_.write_added();
}

void Seating::settle_families(const RefusedFamilies& refused) {
    std::vector<people::FamilyTie> family;
    std::uint64_t mark = 0;
    const auto settle = [&] {
        if (!attempt_.outcomes.has_rejections()) people::tie_family(people_, family);
        family.clear();
    };
    relatives_.for_each([&](const Relative& relative) {
        if (refused.has(relative.family))
            attempt_.outcomes.take_back(
                {{0, relative.line}, "family", "family-refused", "", "", 0, refused.follows(relative.family)},
                static_cast<batches::RowStatus>(relative.status));
        if (mark != relative.family) settle();
        mark = relative.family;
        family.push_back({relative.person, relation_of(relative.relation)});
    });
    settle();
    attempt_.outcomes.settle_families([&](std::uint64_t fallen) { return refused.has(fallen) && !refused.follows(fallen); });
}

} // namespace peergroup::admission
