#include "admission/minimum.hpp"

namespace peergroup::admission {

bool is_below_minimum(const groups::Group& group, const catalogue::GroupType& type, std::int64_t enrolled, calendar::Date today) {
    const bool to_begin = group.state == groups::GroupState::running && group.first_on && today < *group.first_on;
    return to_begin && type.usual_size && enrolled < type.usual_size->min;
}

} // namespace peergroup::admission
