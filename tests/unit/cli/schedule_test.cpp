#include "cli/schedule_jobs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace peergroup;

namespace {

/// A job that sends something every quarter of an hour.
cli::ScheduledJob sending() {
    return {.name = "letters",
            .purpose = "sends letters",
            .words = {"/usr/bin/peergroup", "--workspace", "/srv/it's 5 % of $it", "send"},
            .cron_times = "*/15 * * * *",
            .calendar_time = "*-*-* 00..02,04..23:00/15:00",
            .by_the_clock = true,
            .speaks = true,
            .uses_network = true,
            .writes = {"/srv/it's 5 % of $it"}};
}

/// One at a time of its own that sends nothing and says nothing.
cli::ScheduledJob copying() {
    return {.name = "copy",
            .purpose = "copies",
            .words = {"/usr/bin/peergroup", "copy"},
            .cron_times = "10 5 * * *",
            .calendar_time = "*-*-* 05:10:00",
            .longest_run = "1h"};
}

std::vector<cli::ScheduleFile> units(const cli::ScheduledJob& job, const std::string& program = "/usr/bin/peergroup") {
    return cli::systemd_units({job}, {program, "peergroup", "Europe/Helsinki"});
}

std::string cron(const cli::ScheduledJob& job) {
    return cli::cron_table({job}, {"/usr/bin/peergroup", "peergroup", "Europe/Helsinki"}).text;
}

bool has_line(const std::string& text, const std::string& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

} // namespace

TEST_CASE("each job has a service and a timer of its name") {
    const auto files = units(sending());
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "peergroup-letters.service");
    CHECK(files[1].name == "peergroup-letters.timer");
    CHECK(has_line(files[0].text, "User=peergroup"));
    CHECK(has_line(files[1].text, "OnCalendar=*-*-* 00..02,04..23:00/15:00 Europe/Helsinki"));
}

TEST_CASE("what systemd would read otherwise is escaped, by the rules of commands and of paths") {
    const std::string service = units(sending())[0].text;
    CHECK(has_line(service, R"(ExecStart=/usr/bin/peergroup --workspace "/srv/it's 5 %% of $$it" send)"));
    CHECK(has_line(service, R"(ReadWritePaths="/srv/it's 5 %% of $it")"));
}

TEST_CASE("only a job that sends reaches the network") {
    const std::string sends = units(sending())[0].text;
    CHECK(has_line(sends, "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6"));
    CHECK(has_line(sends, "After=network-online.target"));
    CHECK(sends.find("PrivateNetwork") == std::string::npos);
    const std::string copies = units(copying())[0].text;
    CHECK(has_line(copies, "RestrictAddressFamilies=AF_UNIX"));
    CHECK(has_line(copies, "PrivateNetwork=yes"));
}

TEST_CASE("every service gains no rights and writes nowhere but where it is said") {
    for (const cli::ScheduledJob& job : {sending(), copying()})
        for (const char* const line :
             {"NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateTmp=yes", "UMask=0077", "MemoryDenyWriteExecute=yes",
              "SystemCallFilter=@system-service", "CapabilityBoundingSet="})
            CHECK_MESSAGE(has_line(units(job)[0].text, line), line);
}

TEST_CASE("homes are hidden unless something of the job lies in one") {
    cli::ScheduledJob job = copying();
    CHECK(has_line(units(job)[0].text, "ProtectHome=yes"));
    job.writes = {"/home/maija/copies"};
    CHECK(has_line(units(job)[0].text, "ProtectHome=read-only"));
}

TEST_CASE("what a job misses while the machine is off is made up for, unless it comes round soon anyway") {
    CHECK(has_line(units(copying())[1].text, "Persistent=yes"));
    CHECK(has_line(units(sending())[1].text, "Persistent=no"));
}

TEST_CASE("a line of cron escapes what the shell and cron would read otherwise, and ends quietly without the program") {
    CHECK(has_line(cron(sending()),
                   R"x(*/15 * * * * peergroup test -x /usr/bin/peergroup && test "$(TZ=Europe/Helsinki date +\%H)" != 03 && )x"
                   R"x(/usr/bin/peergroup --workspace '/srv/it'\''s 5 \% of $it' send)x"));
}

TEST_CASE("what nobody needs to read is mailed to nobody, and a job of one time asks for no hour") {
    CHECK(has_line(cron(copying()), "10 5 * * * peergroup test -x /usr/bin/peergroup && /usr/bin/peergroup copy > /dev/null"));
}

TEST_CASE("a word is plain where nothing in it means anything else") {
    CHECK(cli::is_plain_word("/srv/peer-group_1.db"));
    for (const char* const word : {"", "a b", "a%", "$a", "a'b", "a\"b", "a;b", "~", "a\\b", "\xc3\xa4"})
        CHECK_FALSE(cli::is_plain_word(word));
}
