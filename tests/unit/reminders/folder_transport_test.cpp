#include "reminders/transport.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <stdexcept>
#include <string>

using namespace peergroup;
using namespace peergroup::reminders;

namespace {

Message mail_to(const std::string& recipient) {
    return {.id = "r-7",
            .channel = people::Channel::email,
            .recipient = recipient,
            .subject = "Torstaina",
            .text = "Nähdään torstaina.",
            .created = *calendar::Instant::parse("2026-03-25T15:00:00Z"),
            .language = Language::fi};
}

Message sms_to(const std::string& recipient, const std::string& text) {
    Message message = mail_to(recipient);
    message.channel = people::Channel::sms;
    message.subject.clear();
    message.text = text;
    return message;
}

} // namespace

TEST_CASE("without a setting mail is held in the workspace") {
    const ScratchFolder workspace;
    const auto transport = mail_transport({}, {.workspace = workspace.path(), .modules = {}});
    const Delivery delivery = transport->deliver(mail_to("mari@example.org"));
    CHECK((delivery.how == Delivered::held));
    CHECK(delivery.code.empty());
    const std::string text = workspace.read("outbox/mail/new/1774450800.r-7.peergroup");
    CHECK(text.find("To: mari@example.org\n") != std::string::npos);
    CHECK(text.find("Message-ID: <r-7@peergroup.invalid>\n") != std::string::npos);
    CHECK(text.find("Content-Language: fi\n") != std::string::npos);
    CHECK(text.ends_with("\n\nN=C3=A4hd=C3=A4=C3=A4n torstaina.\n"));
}

TEST_CASE("a message that is held twice lies there once") {
    const ScratchFolder workspace;
    const auto transport = mail_transport({}, {.workspace = workspace.path(), .modules = {}});
    transport->deliver(mail_to("mari@example.org"));
    mail_transport({}, {.workspace = workspace.path(), .modules = {}})->deliver(mail_to("mari@example.org"));
    const std::filesystem::directory_iterator held(workspace.path("outbox/mail/new"));
    CHECK(std::distance(held, {}) == 1);
}

TEST_CASE("what is no address is refused before anything is written") {
    const ScratchFolder workspace;
    const auto transport = mail_transport({}, {.workspace = workspace.path(), .modules = {}});
    const Delivery delivery = transport->deliver(mail_to("mari@example.org, eve@example.org"));
    CHECK((delivery.how == Delivered::refused));
    CHECK(delivery.code == "address-invalid");
    CHECK(workspace.count_files() == 0);
}

TEST_CASE("an id that could leave the folder is a fault of the program") {
    const ScratchFolder workspace;
    for (const char* const id : {"../../x", "", "a b"}) {
        Message mail = mail_to("mari@example.org");
        Message sms = sms_to("+358401234567", "Hei");
        mail.id = sms.id = id;
        const TransportFolders folders{.workspace = workspace.path(), .modules = {}};
        CHECK_THROWS_AS(mail_transport({}, folders)->deliver(mail), std::invalid_argument);
        CHECK_THROWS_AS(sms_transport({}, folders)->deliver(sms), std::invalid_argument);
    }
    CHECK(workspace.count_files() == 0);
}

TEST_CASE("without a setting short messages are held in the workspace") {
    const ScratchFolder workspace;
    catalogue::SmsDelivery settings;
    settings.sender = "Ryhmat";
    const auto transport = sms_transport(settings, {.workspace = workspace.path(), .modules = {}});
    CHECK((transport->deliver(sms_to("040 123 4567", "Nähdään klo 17")).how == Delivered::held));
    CHECK(workspace.read("outbox/sms/new/1774450800.r-7.peergroup") ==
          "To: +358401234567\nFrom: Ryhmat\nDate: 2026-03-25T15:00:00Z\nMessage-ID: r-7\nSegments: 1\n\nNähdään klo 17\n");
}

TEST_CASE("a text of too many segments and a number that cannot be dialled are refused") {
    const ScratchFolder workspace;
    const auto transport = sms_transport({}, {.workspace = workspace.path(), .modules = {}});
    const Delivery long_text = transport->deliver(sms_to("+358401234567", std::string(307, 'a')));
    CHECK((long_text.how == Delivered::refused));
    CHECK(long_text.code == "text-too-long");
    const Delivery nobody = transport->deliver(sms_to("112", "Hei"));
    CHECK((nobody.how == Delivered::refused));
    CHECK(nobody.code == "number-invalid");
    CHECK(workspace.count_files() == 0);
}

TEST_CASE("a planted link in place of the outbox is refused and nothing is written through it") {
    const ScratchFolder workspace;
    const ScratchFolder elsewhere;
    std::filesystem::create_directory_symlink(elsewhere.path(), workspace.path("outbox"));
    const auto transport = mail_transport({}, {.workspace = workspace.path(), .modules = {}});
    CHECK(problem_of([&] { transport->deliver(mail_to("mari@example.org")); }).code == "output-refused");
    CHECK(elsewhere.count_files() == 0);
}
