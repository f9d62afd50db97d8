#pragma once

#include "calendar/zone.hpp"
#include "catalogue/catalogue.hpp"

#include <map>
#include <string>

namespace peergroup::reminders {

/// The clocks of regions, each read once.
class RegionClocks {
public:
    explicit RegionClocks(const catalogue::Catalogue& catalogue) : catalogue_(catalogue) {}

    /// Throws Problem: not_found `unknown-region`, configuration `unknown-zone`.
    const calendar::Zone& of(const std::string& region);

private:
    const catalogue::Catalogue& catalogue_;
    std::map<std::string, calendar::Zone> zones_; ///< by name
};

} // namespace peergroup::reminders
