#include "admission/minimum.hpp"
#include "unit/calendar/days.hpp"

#include <doctest/doctest.h>

namespace catalogue = peergroup::catalogue;
namespace groups = peergroup::groups;
using peergroup::admission::is_below_minimum;

TEST_CASE("too few before the first meeting are told of, as far as the type states a size") {
    catalogue::GroupType type;
    groups::Group group{.code = *groups::GroupCode::parse("GROUP")};
    group.first_on = day("2026-02-04");
    CHECK_FALSE(is_below_minimum(group, type, 0, day("2026-02-03")));
    type.usual_size = catalogue::UsualSize{4, 15};
    CHECK(is_below_minimum(group, type, 3, day("2026-02-03")));
    CHECK_FALSE(is_below_minimum(group, type, 4, day("2026-02-03")));
    CHECK_FALSE(is_below_minimum(group, type, 3, day("2026-02-04"))); // it has begun
    group.state = groups::GroupState::cancelled;
    CHECK_FALSE(is_below_minimum(group, type, 3, day("2026-02-03")));
    group.state = groups::GroupState::running;
    group.first_on.reset();
    CHECK_FALSE(is_below_minimum(group, type, 3, day("2026-02-03")));
}
