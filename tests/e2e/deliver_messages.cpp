// Hands messages over as the program does, by the settings of a catalogue: what the tests and the benchmark of transports drive.
//
//   deliver_messages CATALOGUE WORKSPACE MODULES email|sms COUNT RECIPIENT...
//
// Makes COUNT messages for each recipient (long ones where it ends in `+long`), or for RECIPIENT "-" reads recipients from
// standard input, one a line, and answers each at once. Prints a line for each message: `id how code retry-after`.
#include "catalogue/catalogue.hpp"
#include "language/problem.hpp"
#include "reminders/transport.hpp"

#include <iostream>
#include <span>
#include <string>

using namespace peergroup;

namespace {

reminders::Message message_for(const std::string& recipient, std::size_t number, people::Channel channel) {
    std::string text = "Hei!\n\nNähdään torstaina klo 17.\n.\nTerveisin ryhmän ohjaajat\n";
    if (recipient.find("+long@") != std::string::npos)
        for (int i = 0; i < 16; ++i)
            text += text;
    return {.id = "r-" + std::to_string(number),
            .channel = channel,
            .recipient = recipient,
            .subject = "Tapaaminen torstaina",
            .text = std::move(text),
            .created = calendar::Instant::from_seconds(1'774'450'800),
            .language = Language::fi};
}

void deliver(reminders::Transport& transport, const reminders::Message& message) {
    const reminders::Delivery delivery = transport.deliver(message);
    std::cout << message.id << ' ' << reminders::code_of(delivery.how) << ' ' << (delivery.code.empty() ? "-" : delivery.code);
    if (delivery.retry_after) std::cout << ' ' << delivery.retry_after->count();
    std::cout << '\n';
}

int run(std::span<char*> words) {
    const catalogue::Catalogue catalogue{words[1]};
    const reminders::TransportFolders folders{.workspace = words[2], .modules = words[3]};
    const auto channel = std::string(words[4]) == "sms" ? people::Channel::sms : people::Channel::email;
    const auto transport = channel == people::Channel::sms ? reminders::sms_transport(catalogue.delivery().sms, folders)
                                                           : reminders::mail_transport(catalogue.delivery().mail, folders);
    std::size_t number = 0;
    for (const std::string recipient : words.subspan(6)) {
        if (recipient == "-")
            for (std::string line; std::getline(std::cin, line);)
                deliver(*transport, message_for(line, ++number, channel)), std::cout.flush();
        else
            for (int copy = std::stoi(words[5]); copy > 0; --copy)
                deliver(*transport, message_for(recipient, ++number, channel));
    }
    return 0;
}

} // namespace

int main(int count, char** words) {
    try {
        if (count > 6) return run({words, static_cast<std::size_t>(count)});
        std::cerr << "usage: deliver_messages CATALOGUE WORKSPACE MODULES email|sms COUNT RECIPIENT...\n";
        return 2;
    } catch (const Problem& problem) {
        std::cout << "problem " << problem.code << std::endl;
        std::cerr << problem.where << ": " << problem.message << '\n';
        return 1;
    }
}
