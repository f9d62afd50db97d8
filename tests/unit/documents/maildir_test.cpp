#include "documents/maildir.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

unsigned mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

} // namespace

TEST_CASE("mail lies in folders of the owner alone, whatever the umask") {
    for (const mode_t mask : {0000U, 0077U, 0777U}) {
        const ScratchFolder folder;
        const mode_t before = ::umask(mask);
        Maildir(folder.path(), "outbox/mail").add("1.a.peergroup", "text");
        ::umask(before);
        for (const char* const made : {"outbox", "outbox/mail", "outbox/mail/tmp", "outbox/mail/new", "outbox/mail/cur"})
            CHECK(mode_of(folder.path(made)) == 0700U);
        CHECK(mode_of(folder.path("outbox/mail/new/1.a.peergroup")) == 0600U);
        CHECK(folder.read("outbox/mail/new/1.a.peergroup") == "text");
        CHECK(std::filesystem::is_empty(folder.path("outbox/mail/tmp")));
    }
}

TEST_CASE("a folder that was open to others is closed") {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.path("outbox"));
    ::chmod(folder.path("outbox").c_str(), 0777);
    const Maildir maildir(folder.path(), "outbox");
    CHECK(mode_of(folder.path("outbox")) == 0700U);
}

TEST_CASE("the same name again is the same mail, also after a process that died while writing") {
    const ScratchFolder folder;
    const Maildir maildir(folder.path(), "outbox");
    maildir.add("a", "first");
    folder.write("outbox/tmp/a", "half");
    maildir.add("a", "second");
    CHECK(folder.read("outbox/new/a") == "second");
    CHECK(std::filesystem::is_empty(folder.path("outbox/tmp")));
}

TEST_CASE("when the disk is full nothing half written lies among the new mail") {
    const ScratchFolder folder;
    const Maildir maildir(folder.path(), "outbox");
    maildir.add("a", "first");
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto on_excess = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const Problem problem = problem_of([&] { maildir.add("a", std::string(5000, 'x')); });
    const Problem other = problem_of([&] { maildir.add("b", std::string(5000, 'x')); });
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, on_excess);
    CHECK(problem.code == "output-failed");
    CHECK(problem.where == folder.path("outbox/tmp/a"));
    CHECK(other.code == "output-failed");
    CHECK(folder.read("outbox/new/a") == "first");
    CHECK_FALSE(std::filesystem::exists(folder.path("outbox/new/b")));
    CHECK(std::filesystem::is_empty(folder.path("outbox/tmp")));
}

TEST_CASE("links, pipes and files that stand in the way are refused") {
    const ScratchFolder elsewhere;
    for (const char* const planted : {"outbox", "outbox/tmp", "outbox/new", "outbox/cur"}) {
        const ScratchFolder folder;
        if (std::string(planted) != "outbox") std::filesystem::create_directory(folder.path("outbox"));
        std::filesystem::create_directory_symlink(elsewhere.path(), folder.path(planted));
        const Problem problem = problem_of([&] { const Maildir maildir(folder.path(), "outbox"); });
        CHECK(problem.code == "output-refused");
        CHECK(problem.where == folder.path(planted));
    }
    CHECK(elsewhere.count_files() == 0);

    const ScratchFolder folder;
    const Maildir maildir(folder.path(), "outbox");
    std::filesystem::create_symlink(elsewhere.path("taken"), folder.path("outbox/new/link"));
    REQUIRE(::mkfifo(folder.path("outbox/new/pipe").c_str(), 0600) == 0);
    REQUIRE(::mkfifo(folder.path("outbox/tmp/draft").c_str(), 0600) == 0);
    for (const char* const name : {"link", "pipe", "draft"})
        CHECK(problem_of([&] { maildir.add(name, "text"); }).code == "output-refused");
    CHECK(elsewhere.count_files() == 0);
    CHECK(problem_of([&] { const Maildir file(folder.write("file", ""), "outbox"); }).code == "output-failed");
}

TEST_CASE("files are deleted by name from all three folders, and nothing is gone into through a link") {
    const ScratchFolder folder;
    const Maildir maildir(folder.path(), "outbox");
    maildir.add("1.a", "text");
    maildir.add("2.b", "text");
    std::filesystem::rename(folder.path("outbox/new/2.b"), folder.path("outbox/cur/2.b:2,S"));
    const auto is_second = [](std::string_view name) { return name.starts_with("2.b"); };
    CHECK(peergroup::documents::delete_from_maildir(folder.path("outbox"), is_second) == 1);
    CHECK(folder.read("outbox/new/1.a") == "text");
    CHECK_FALSE(std::filesystem::exists(folder.path("outbox/cur/2.b:2,S")));
    CHECK(peergroup::documents::delete_from_maildir(folder.path("none"), is_second) == 0);

    const ScratchFolder elsewhere;
    elsewhere.write("2.b", "another's");
    std::filesystem::remove(folder.path("outbox/cur"));
    std::filesystem::create_directory_symlink(elsewhere.path(), folder.path("outbox/cur"));
    CHECK(peergroup::documents::delete_from_maildir(folder.path("outbox"), is_second) == 0);
    CHECK(elsewhere.read("2.b") == "another's");
    std::filesystem::create_directories(folder.path("outbox/new/2.b"));
    CHECK(problem_of([&] { peergroup::documents::delete_from_maildir(folder.path("outbox"), is_second); }).code ==
          "output-failed");
}
