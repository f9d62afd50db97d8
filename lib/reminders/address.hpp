#pragma once

#include "people/identity_record.hpp"
#include "people/person.hpp"
#include "people/person_details.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// Where a message goes, or why there is none: `restricted`, `no-messages` (the person wants none), `no-consent`,
/// `unsafe-contact`, `non-disclosure`, `no-address`.
struct Address {
    people::Channel channel = people::Channel::email;
    std::string text = {};
    std::string refusal = {};
};

/// The ways by which the person may be reached, the wanted one alone where one is stated, else mail before short messages: each
/// address is a decision of its own. Consent has to be stated; an unsafe way is never taken, and under a non-disclosure order
/// only one that is stated to be safe. Gives a refusal where there is none.
std::vector<people::Channel> ways_to(const people::Person& person, const std::vector<people::ContactDecision>& decisions,
                                     std::string& refusal);

/// The first of the ways for which the record has an address.
Address address_of(const std::vector<people::Channel>& ways, const people::IdentityRecord& record);

} // namespace peergroup::reminders
