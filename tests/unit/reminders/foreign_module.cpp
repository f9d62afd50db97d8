// A module as another version of the program would bring it.
#include "reminders/connection_module.hpp"

namespace {

constexpr peergroup::reminders::ConnectionModule calls{
    peergroup::reminders::connection_interface, "0.0.1", nullptr, nullptr, nullptr, nullptr};

} // namespace

extern "C" const peergroup::reminders::ConnectionModule* peergroup_connection_module() {
    return &calls;
}
