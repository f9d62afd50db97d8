#pragma once

#include "reminders/program_pipe.hpp"
#include "reminders/transport.hpp"

namespace peergroup::reminders {

/// Hands each mail to a program of this machine, as `sendmail` takes it: the mail on its standard input, the recipient as the
/// only operand behind `--`, in a process of its own.
class SendmailTransport : public Transport {
public:
    explicit SendmailTransport(catalogue::MailDelivery settings);
    Delivery deliver(const Message& message) override;

private:
    catalogue::MailDelivery settings_;
};

/// What the end of such a program says of the mail (sysexits.h): 0 sent; `later` what speaks of this machine (69, 71 to 75, 77,
/// 78, a program that is missing or was killed); `refused` every other status. Killed for lack of time with the whole mail in
/// hand: unknown.
Delivery sendmail_verdict(const ProgramEnd& end);

} // namespace peergroup::reminders
