#pragma once

#include "reminders/connection_module.hpp"
#include "reminders/transport.hpp"

namespace peergroup::reminders {

/// What the end of an SMTP transfer says of its mail: what a server refuses by 5xx once it has been asked to take this mail is
/// refused, what it puts off by 4xx and whatever befalls the connection before the mail was handed over is for later; behind
/// that, without an answer, nobody knows.
Delivery smtp_verdict(const TransferEnd& end);

/// What the end of a POST says of its message: 2xx sent; 408, 425, 429 and 5xx later, after the time that the gateway asks for
/// (at most a day); 401, 403, 404, 405, 407 and 3xx later too, for they speak of the settings; any other 4xx refuses this one.
/// Without an answer as for mail.
Delivery gateway_verdict(const TransferEnd& end);

} // namespace peergroup::reminders
