#include "admission/ties.hpp"

#include "facilitators/linked_people.hpp"
#include "people/kept_apart.hpp"

#include <algorithm>
#include <iterator>

namespace peergroup::admission {

TieReader::TieReader(store::Transaction& transaction, const vault::KeyRing& ring, people::PersonRegister& people)
    : transaction_(transaction), people_(people), apart_(people::KeptApart(transaction, ring).all()),
      linked_(facilitators::LinkedPeople(transaction, ring).all()) {}

void TieReader::take_up(std::int64_t group, bool families_apart) {
    families_apart_ = families_apart;
    guides_.clear();
    if (linked_.empty()) return;
    for (facilitators::StaffMember& member : facilitators::StaffRegister(transaction_).of_group(group)) {
        const std::int64_t person = person_of(member.facilitator);
        if (person != 0) guides_.push_back({std::move(member), person, people_.relatives_of(person)});
    }
}

Ties TieReader::of(std::int64_t person, calendar::Date on, const IsThere& is_there) {
    Ties ties;
    for (const Guide& guide : guides_) {
        if (!guide.member.meets(on)) continue;
        const bool related = std::ranges::binary_search(guide.relatives, person);
        if (related || guide.person == person) ties.others.push_back(guide.person);
        ties.guides = ties.guides || guide.person == person;
        ties.related_to_guide = ties.related_to_guide || related;
    }
    const auto anybody_there = [&](const std::vector<std::int64_t>& people) {
        const std::size_t known = ties.others.size();
        std::ranges::copy_if(people, std::back_inserter(ties.others), is_there);
        return ties.others.size() > known;
    };
    if (!apart_.empty())
        if (const auto kept = apart_.find(person); kept != apart_.end()) ties.apart = anybody_there(kept->second);
    if (families_apart_) ties.family_there = anybody_there(people_.relatives_of(person));
    return ties;
}

std::int64_t TieReader::person_of(facilitators::FacilitatorCode facilitator) const {
    const auto linked = linked_.find(facilitator);
    return linked == linked_.end() ? 0 : linked->second;
}

} // namespace peergroup::admission
