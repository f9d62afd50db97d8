#include "reminders/gateway_transport.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace peergroup;
using namespace peergroup::reminders;

TEST_CASE("the body of a request has the fields that the settings name") {
    catalogue::SmsDelivery settings;
    const ShortMessage message{.number = "+358401234567", .text = "Hei \"Mari\"\n& isä", .segments = 1};
    CHECK(gateway_body(message, "r-7", settings) == R"({"to":"+358401234567","text":"Hei \"Mari\"\n& isä"})");
    settings.sender = "Ryhmat";
    settings.gateway.id_field = "ref";
    settings.gateway.to_field = "recipient";
    CHECK(gateway_body(message, "r-7", settings) ==
          R"({"recipient":"+358401234567","text":"Hei \"Mari\"\n& isä","from":"Ryhmat","ref":"r-7"})");
    settings.gateway.body = catalogue::GatewayBody::form;
    CHECK(gateway_body(message, "r-7", settings) ==
          "recipient=%2B358401234567&text=Hei%20%22Mari%22%0A%26%20is%C3%A4&from=Ryhmat&ref=r-7");
}

TEST_CASE("a message without a text is not sent") {
    const Message message{
        .id = "r-7", .channel = people::Channel::sms, .recipient = "+358401234567", .subject = "", .text = " \n", .created = {}};
    CHECK(short_message_of(message, {}).fault == "text-empty");
}
