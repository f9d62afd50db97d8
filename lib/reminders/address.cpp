#include "reminders/address.hpp"

#include <algorithm>

namespace peergroup::reminders {

using people::Channel;

namespace {

std::string refusal_of(const people::Person& person, Channel channel, const std::vector<people::ContactDecision>& decisions) {
    const auto decision = std::ranges::find(decisions, people::code_of(channel), &people::ContactDecision::channel);
    if (decision == decisions.end() || decision->consent != true) return "no-consent";
    if (decision->safe == false) return "unsafe-contact";
    if (person.non_disclosure && decision->safe != true) return "non-disclosure";
    return "";
}

} // namespace

std::vector<Channel> ways_to(const people::Person& person, const std::vector<people::ContactDecision>& decisions,
                             std::string& refusal) {
    refusal = person.restricted ? "restricted" : person.channel == people::code_of(Channel::none) ? "no-messages" : "";
    std::vector<Channel> ways;
    if (!refusal.empty()) return ways;
    for (const Channel channel : {Channel::email, Channel::sms}) {
        if (!person.channel.empty() && person.channel != people::code_of(channel)) continue;
        const std::string against = refusal_of(person, channel, decisions);
        if (against.empty()) ways.push_back(channel);
        // What somebody decided says more than that nobody did.
        if (refusal.empty() || refusal == "no-consent") refusal = against;
    }
    if (!ways.empty()) refusal.clear();
    return ways;
}

Address address_of(const std::vector<Channel>& ways, const people::IdentityRecord& record) {
    for (const Channel way : ways) {
        const std::string& text = way == Channel::email ? record.email : record.phone;
        if (!text.empty()) return {way, text};
    }
    return {.refusal = "no-address"};
}

} // namespace peergroup::reminders
