#pragma once

#include "stewardship/facilitator_rights.hpp"
#include "store/database.hpp"

#include <optional>
#include <vector>

namespace peergroup::stewardship {

/// What is recorded of what facilitators guided, in one transaction.
class GuidanceReader {
public:
    explicit GuidanceReader(store::Transaction& transaction);

    /// By group and day.
    std::vector<FiledGuidance> of(facilitators::FacilitatorCode facilitator);
    /// The day on which the facilitator was recorded first.
    std::optional<calendar::Date> created_on(facilitators::FacilitatorCode facilitator);

private:
    store::Statement guided_;
    store::Statement created_;
};

} // namespace peergroup::stewardship
