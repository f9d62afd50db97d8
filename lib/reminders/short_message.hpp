#pragma once

#include "reminders/transport.hpp"

#include <string>

namespace peergroup::reminders {

/// A message as the settings let it leave.
struct ShortMessage {
    std::string number = {};
    std::string text = {};
    int segments = 0;
    std::string fault = {}; ///< why it may not be sent: `number-invalid`, `text-too-long`, `text-empty`; else empty
};

/// Throws std::invalid_argument for an id of other characters than a Message may have.
ShortMessage short_message_of(const Message& message, const catalogue::SmsDelivery& settings);

} // namespace peergroup::reminders
