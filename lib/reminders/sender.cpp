#include "reminders/sender.hpp"

#include "vault/digest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace peergroup::reminders {

std::set<std::string> Sender::regions() const {
    std::set<std::string> regions;
    const vault::KeyRing& keys = journal.keys();
    for (const std::string& region : catalogue.region_ids())
        if (journal.actor().may_see_region(region) && keys.holds(region)) regions.insert(region);
    return regions;
}

std::string Sender::scope() const {
    return fmt::format("{}", fmt::join(journal.actor().regions, " "));
}

std::string Sender::basis() const {
    std::string basis = catalogue.stamp();
    for (const Coordinator& coordinator : coordinators)
        basis += fmt::format("{}\n{}\n{}\n", coordinator.user, coordinator.email, fmt::join(coordinator.regions, " "));
    return vault::digest_hex(basis);
}

} // namespace peergroup::reminders
