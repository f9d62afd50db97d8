#include "reminders/address.hpp"

#include <doctest/doctest.h>

using namespace peergroup;
using people::Channel;
using people::ContactDecision;

namespace {

people::Person person(std::string channel = "", bool hidden = false, bool restricted = false) {
    return {people::PersonCode(1), "kainuu", "", "fi", std::move(channel), hidden, restricted};
}

std::string decided(const people::Person& person, const std::vector<ContactDecision>& decisions) {
    std::string refusal;
    std::string ways;
    for (const Channel way : reminders::ways_to(person, decisions, refusal))
        ways += std::string(people::code_of(way)) + " ";
    return ways + refusal;
}

} // namespace

TEST_CASE("nothing stated means no message, and every address is a decision of its own") {
    CHECK(decided(person(), {}) == "no-consent");
    CHECK(decided(person(), {{"email", std::nullopt, true}}) == "no-consent");
    CHECK(decided(person(), {{"email", true, std::nullopt}}) == "email ");
    CHECK(decided(person(), {{"email", true, std::nullopt}, {"sms", true, true}}) == "email sms ");
    CHECK(decided(person("sms"), {{"email", true, std::nullopt}}) == "no-consent");
    CHECK(decided(person("sms"), {{"email", true, {}}, {"sms", true, {}}}) == "sms ");
    CHECK(decided(person("none"), {{"email", true, true}}) == "no-messages");
}

TEST_CASE("an unsafe contact is never used, and under a non-disclosure order only one that is stated to be safe") {
    CHECK(decided(person(), {{"email", true, false}}) == "unsafe-contact");
    CHECK(decided(person(), {{"email", true, false}, {"sms", true, true}}) == "sms ");
    CHECK(decided(person("", true), {{"email", true, std::nullopt}}) == "non-disclosure");
    CHECK(decided(person("", true), {{"email", true, true}}) == "email ");
    CHECK(decided(person("", false, true), {{"email", true, true}}) == "restricted");
}

TEST_CASE("a way without an address is none") {
    people::IdentityRecord record;
    CHECK(reminders::address_of({Channel::email, Channel::sms}, record).refusal == "no-address");
    record.phone = "+358401234567";
    CHECK(reminders::address_of({Channel::email, Channel::sms}, record).text == record.phone);
    CHECK(reminders::address_of({Channel::email}, record).refusal == "no-address");
}
