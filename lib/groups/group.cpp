#include "groups/group.hpp"

namespace peergroup::groups {

std::string_view code_of(GroupState state) {
    switch (state) {
    case GroupState::running:
        return "running";
    case GroupState::cancelled:
        return "cancelled";
    case GroupState::finished:
        break;
    }
    return "finished";
}

std::string_view code_of(Intake intake) {
    return intake == Intake::open ? "open" : "closed";
}

vault::GroupPlace place_of(const Group& group) {
    return {group.region, group.code.text(), group.pair_code};
}

std::string_view code_of(SessionState state) {
    switch (state) {
    case SessionState::planned:
        return "planned";
    case SessionState::held:
        return "held";
    case SessionState::cancelled:
        break;
    }
    return "cancelled";
}

} // namespace peergroup::groups
