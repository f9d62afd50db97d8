#include "reminders/program_pipe.hpp"
#include "reminders/sendmail_transport.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdlib.h>
#include <string>
#include <unistd.h>

using namespace peergroup;
using namespace peergroup::reminders;

namespace {

constexpr std::chrono::seconds patience{60};

/// A program of `lines` of shell, in a folder of its own.
std::string script(const ScratchFolder& folder, const std::string& lines) {
    const std::string path = folder.write("sendmail", "#!/bin/sh\n" + lines + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
}

Delivery delivered_by(const std::string& lines, const std::string& recipient = "mari@example.org") {
    const ScratchFolder folder;
    catalogue::MailDelivery settings;
    settings.transport = catalogue::MailTransport::sendmail;
    settings.from = "ryhmat@example.org";
    settings.sendmail_command = {script(folder, lines), "-i"};
    Message message{.id = "r-7", .recipient = recipient, .subject = "Hei", .text = "Hei", .created = {}};
    return SendmailTransport(settings).deliver(message);
}

ProgramEnd ended(int status) {
    return {.started = true, .exit_status = status, .timed_out = false, .text_taken = true};
}

} // namespace

TEST_CASE("a program is given the mail and one recipient behind the end of its options") {
    const ScratchFolder folder;
    const std::string here = folder.path();
    catalogue::MailDelivery settings;
    settings.from = "ryhmat@example.org";
    settings.sendmail_command = {
        script(folder, "printf '%s\\n' \"$@\" > " + here + "/words; cat > " + here + "/mail; env > " + here + "/environment"),
        "-i", "-f", "ryhmat@example.org"};
    ::setenv("PEERGROUP_TEST_SECRET", "s3cret", 1);
    SendmailTransport transport(settings);
    const Message message{.id = "r-7", .recipient = "mari@example.org", .subject = "Hei", .text = "Hei", .created = {}};
    CHECK((transport.deliver(message).how == Delivered::sent));
    ::unsetenv("PEERGROUP_TEST_SECRET");
    CHECK(folder.read("words") == "-i\n-f\nryhmat@example.org\n--\nmari@example.org\n");
    CHECK(folder.read("mail").find("Message-ID: <r-7@peergroup.invalid>\n") != std::string::npos);
    CHECK(folder.read("mail").find('\r') == std::string::npos);
    CHECK(folder.read("environment").find("s3cret") == std::string::npos);
    CHECK(folder.read("environment").find("PATH=/usr/local/sbin:") != std::string::npos);
}

TEST_CASE("what is no address never becomes an operand") {
    for (const char* const recipient : {"-oQ/tmp", "mari@example.org eve@example.org", "mari@example.org;true", ""}) {
        const Delivery delivery = delivered_by("exit 0", recipient);
        CHECK((delivery.how == Delivered::refused));
        CHECK(delivery.code == "address-invalid");
    }
}

TEST_CASE("the exit status tells whether to try again") {
    for (const int status : {69, 71, 72, 73, 74, 75, 77, 78, 126, 127}) {
        CHECK((sendmail_verdict(ended(status)).how == Delivered::later));
        CHECK(sendmail_verdict(ended(status)).code == "sendmail-" + std::to_string(status));
    }
    for (const int status : {1, 64, 65, 66, 67, 68, 70, 76, 255})
        CHECK((sendmail_verdict(ended(status)).how == Delivered::refused));
    CHECK((sendmail_verdict(ended(0)).how == Delivered::sent));
    CHECK(delivered_by("cat > /dev/null; exit 75").code == "sendmail-75");
}

TEST_CASE("a program that is missing, dies or reads nothing is tried again") {
    catalogue::MailDelivery settings;
    settings.sendmail_command = {"/nowhere/sendmail"};
    const Message message{.id = "r-7", .recipient = "mari@example.org", .subject = "", .text = "", .created = {}};
    CHECK(SendmailTransport(settings).deliver(message).code == "sendmail-missing");
    const Delivery killed = delivered_by("cat > /dev/null; kill -KILL $$");
    CHECK((killed.how == Delivered::later));
    CHECK(killed.code == "sendmail-killed");
    CHECK(
        (sendmail_verdict({.started = true, .exit_status = 0, .timed_out = false, .text_taken = false}).how == Delivered::later));
}

TEST_CASE("a program that closes its input does not end this one") {
    const ScratchFolder folder;
    const std::string large(std::size_t{1} << 20U, 'x');
    // The default would be the end of the process.
    const auto before = std::signal(SIGPIPE, SIG_DFL);
    const ProgramEnd end = run_program({script(folder, "exec 0<&-; exit 67")}, large, patience);
    std::signal(SIGPIPE, before);
    CHECK(end.exit_status == 67);
    CHECK_FALSE(end.text_taken);
}

TEST_CASE("a program that never ends is killed with what it started") {
    const ScratchFolder folder;
    const std::string child = folder.path("child");
    const std::string lines = "sleep 1000 & echo $! > " + child + ".new; mv " + child + ".new " + child + "; wait";
    const ProgramEnd end = run_program({script(folder, lines)}, "text", std::chrono::milliseconds(1500));
    CHECK(end.timed_out);
    CHECK((sendmail_verdict(end).how == Delivered::unknown));
    const int started = std::stoi("0" + folder.read("child"));
    REQUIRE(started > 0);
    // The orphan may lie there as a zombie until somebody collects it, but it does nothing any more.
    for (int attempt = 0; attempt < 200 && ::kill(started, 0) == 0; ++attempt) {
        std::ifstream stat("/proc/" + std::to_string(started) + "/stat");
        std::string text{std::istreambuf_iterator<char>(stat), {}};
        if (text.find(") Z") != std::string::npos) return;
        ::usleep(10'000);
    }
    CHECK(::kill(started, 0) != 0);
}

TEST_CASE("a program that reads nothing of a long mail is given up before the mail is handed over") {
    const ScratchFolder folder;
    const std::string large(std::size_t{1} << 20U, 'x');
    const ProgramEnd end = run_program({script(folder, "exec sleep 1000")}, large, std::chrono::milliseconds(300));
    CHECK(end.timed_out);
    CHECK_FALSE(end.text_taken);
    CHECK((sendmail_verdict(end).how == Delivered::later));
}
