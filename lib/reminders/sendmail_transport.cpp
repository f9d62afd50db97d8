#include "reminders/sendmail_transport.hpp"

#include "reminders/mail_of.hpp"

#include <fmt/format.h>

#include <chrono>
#include <sysexits.h>
#include <utility>

namespace peergroup::reminders {

namespace {

/// Whether a status speaks of this machine or of the moment, and not of the recipient or the mail.
bool passes(int status) {
    constexpr int not_executable = 126; // as shells say it
    constexpr int not_found = 127;
    switch (status) {
    case EX_UNAVAILABLE:
    case EX_OSERR:
    case EX_OSFILE:
    case EX_CANTCREAT:
    case EX_IOERR:
    case EX_TEMPFAIL:
    case EX_NOPERM:
    case EX_CONFIG:
    case not_executable:
    case not_found:
        return true;
    default:
        return false;
    }
}

} // namespace

SendmailTransport::SendmailTransport(catalogue::MailDelivery settings) : settings_(std::move(settings)) {}

Delivery SendmailTransport::deliver(const Message& message) {
    const auto mail = mail_of(message, settings_);
    if (!mail) return {Delivered::refused, "address-invalid"};
    std::vector<std::string> words = settings_.sendmail_command;
    words.insert(words.end(), {"--", mail->to.text()});
    const std::string bytes = documents::mail_bytes(*mail, documents::LineEnd::local);
    return sendmail_verdict(run_program(words, bytes, std::chrono::seconds(settings_.sendmail_timeout_seconds)));
}

Delivery sendmail_verdict(const ProgramEnd& end) {
    if (!end.started) return {Delivered::later, "sendmail-missing"};
    if (end.timed_out) return {end.text_taken ? Delivered::unknown : Delivered::later, "timeout"};
    if (!end.exit_status) return {Delivered::later, "sendmail-killed"};
    // Who says that all is well without having read the mail has not read it.
    if (*end.exit_status == EX_OK && !end.text_taken) return {Delivered::later, "sendmail-deaf"};
    if (*end.exit_status == EX_OK) return {Delivered::sent};
    return {passes(*end.exit_status) ? Delivered::later : Delivered::refused, fmt::format("sendmail-{}", *end.exit_status)};
}

} // namespace peergroup::reminders
