#include "reminders/secret_file.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <sys/stat.h>

using namespace peergroup;
using namespace peergroup::reminders;

namespace {

std::string code_for(const std::string& path) {
    const Problem problem = problem_of([&] { read_secret(path); });
    CHECK((problem.kind == ProblemKind::configuration));
    CHECK(problem.where == path);
    CHECK(problem.message.find("p4ss") == std::string::npos);
    return problem.code;
}

} // namespace

TEST_CASE("a secret is the first line of a file that nobody else can read") {
    const ScratchFolder folder;
    for (const char* const text : {"p4ssword", "p4ssword\n", "p4ssword\r\nsecond line\n"}) {
        const std::string path = folder.write("secret", text);
        ::chmod(path.c_str(), 0600);
        CHECK(std::string(reinterpret_cast<const char*>(read_secret(path).data())) == "p4ssword");
    }
    ::chmod(folder.path("secret").c_str(), 0400);
    CHECK(read_secret(folder.path("secret")).size() == 9);
}

TEST_CASE("a secret that others can read or write is refused") {
    const ScratchFolder folder;
    const std::string path = folder.write("secret", "p4ssword\n");
    for (const mode_t mode : {0640U, 0604U, 0620U, 0602U, 0610U}) {
        ::chmod(path.c_str(), mode);
        CHECK(code_for(path) == "secret-exposed");
    }
}

TEST_CASE("what holds no secret is refused") {
    const ScratchFolder folder;
    for (const std::string& text : {std::string(), std::string("\np4ssword\n"), std::string("p4ss\x01word\n"),
                                    std::string("p4ss\0word", 9), std::string(5000, 'x')}) {
        const std::string path = folder.write("secret", text);
        ::chmod(path.c_str(), 0600);
        CHECK(code_for(path) == "secret-unreadable");
    }
    CHECK(code_for(folder.path("missing")) == "secret-unreadable");
    CHECK(code_for(folder.path()) == "secret-unreadable");
    std::filesystem::create_symlink(folder.path("secret"), folder.path("link"));
    CHECK(code_for(folder.path("link")) == "secret-unreadable");
    REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0600) == 0);
    CHECK(code_for(folder.path("fifo")) == "secret-unreadable");
}
