#pragma once

#include "unit/calendar/days.hpp"
#include "unit/calendar/show.hpp"
#include "unit/catalogue/shipped.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/field/workplace.hpp"

namespace field {

namespace catalogue = peergroup::catalogue;

/// A workplace under the shipped catalogue.
class County : public Workplace {
public:
    const catalogue::Catalogue& rules() const {
        static const catalogue::Catalogue shipped = shipped_catalogue();
        return shipped;
    }
};

} // namespace field
