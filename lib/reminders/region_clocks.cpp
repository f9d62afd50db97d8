#include "reminders/region_clocks.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <utility>

namespace peergroup::reminders {

const calendar::Zone& RegionClocks::of(const std::string& region) {
    const std::string& name = catalogue_.region(region).zone;
    const auto known = zones_.find(name);
    if (known != zones_.end()) return known->second;
    auto zone = calendar::Zone::load(name);
    if (!zone)
        throw Problem(ProblemKind::configuration, "unknown-zone", fmt::format("the system does not know the time zone {}", name),
                      fmt::format("region {}", region), "install tzdata");
    return zones_.emplace(name, std::move(*zone)).first->second;
}

} // namespace peergroup::reminders
