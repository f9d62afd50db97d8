#include "admission/membership.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace peergroup::admission {

namespace {

constexpr std::array words = {
    std::pair{MembershipState::enrolled, std::string_view("enrolled")},
    std::pair{MembershipState::waitlisted, std::string_view("waitlisted")},
    std::pair{MembershipState::left, std::string_view("left")},
    std::pair{MembershipState::completed, std::string_view("completed")},
    std::pair{MembershipState::transferred, std::string_view("transferred")},
    std::pair{MembershipState::withdrawn, std::string_view("withdrawn")},
};

} // namespace

std::string_view code_of(MembershipState state) {
    for (const auto& [known, word] : words)
        if (known == state) return word;
    throw std::logic_error("a membership without a state");
}

MembershipState membership_state(std::string_view code) {
    for (const auto& [known, word] : words)
        if (word == code) return known;
    throw std::logic_error("a stored membership has an unknown state");
}

} // namespace peergroup::admission
