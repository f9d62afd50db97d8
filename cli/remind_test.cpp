#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/reminder_call.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "vault/digest.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string address;
};

constexpr std::size_t id_digits = 32;

ExitCode exit_of(reminders::Delivered how) {
    switch (how) {
    case reminders::Delivered::held:
    case reminders::Delivered::sent:
        return ExitCode::done;
    case reminders::Delivered::later:
        return ExitCode::delivery_failed;
    case reminders::Delivered::refused:
    case reminders::Delivered::unknown:
        break;
    }
    return ExitCode::failed;
}

ExitCode run(const Options& options, const Call& call) {
    call.workspace.require();
    const catalogue::Delivery delivery = open_catalogue(call).delivery();
    reminders::Message message;
    message.id = vault::digest_hex("test " + call.surroundings.clock().text() + " " + options.address).substr(0, id_digits);
    const bool is_mail = options.address.find('@') != std::string::npos;
    message.channel = is_mail ? people::Channel::email : people::Channel::sms;
    message.recipient = options.address;
    message.subject = language::say(call.language, "remind.test-subject");
    message.text = language::say(call.language, "remind.test-text") + (is_mail ? "\n" : "");
    message.created = call.surroundings.clock();
    message.language = call.language;
    const auto transport = is_mail ? reminders::mail_transport(delivery.mail, transport_folders(call))
                                   : reminders::sms_transport(delivery.sms, transport_folders(call));
    const reminders::Delivery outcome = transport->deliver(message);
    const std::string state(outcome.how == reminders::Delivered::later     ? "failed"
                            : outcome.how == reminders::Delivered::refused ? "given_up"
                                                                           : code_of(outcome.how));
    show(call, {"peergroup.remind-test/1",
                "",
                {fact(call.language, "state", coded(call.language, "reminder-state", state)),
                 fact(call.language, "code", Cell::text(outcome.code))},
                {},
                {}});
    return exit_of(outcome.how);
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("ADDRESS", "of mail, or a telephone number", options.address).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command remind_test() {
    return {"remind test", "sends a message of no meaning, to see whether messages arrive",
            "peergroup remind test maija@example.org", declare,
            Access::roles(Scope::workspace, {vault::Role::coordinator, vault::Role::reminder_job})};
}

} // namespace peergroup::cli
