#include "documents/whole_file.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

unsigned mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

/// Sets the umask for a test and puts it back.
class Umask {
public:
    explicit Umask(mode_t mask) : before_(::umask(mask)) {}
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;
    ~Umask() { ::umask(before_); }

private:
    mode_t before_;
};

/// No file may grow beyond so many bytes: a full disk without a disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

} // namespace

TEST_CASE("a file is written whole, 0600 whatever the umask") {
    for (const mode_t mask : {0000U, 0022U, 0777U}) {
        const ScratchFolder folder;
        const Umask umask(mask);
        write_whole_file(folder.path("out.csv"), "bytes\n");
        CHECK(mode_of(folder.path("out.csv")) == 0600);
        CHECK(folder.count_files() == 1);
        ::chmod(folder.path("out.csv").c_str(), 0600);
        CHECK(folder.read("out.csv") == "bytes\n");
    }
}

TEST_CASE("a file that is there is replaced, and its old mode goes") {
    const ScratchFolder folder;
    folder.write("out.csv", "old and longer");
    ::chmod(folder.path("out.csv").c_str(), 0644);
    write_whole_file(folder.path("out.csv"), "new");
    CHECK(folder.read("out.csv") == "new");
    CHECK(mode_of(folder.path("out.csv")) == 0600);
}

TEST_CASE("until the commit the old file stays, and without one nothing is left") {
    const ScratchFolder folder;
    folder.write("out.csv", "old");
    {
        WholeFile file(folder.path("out.csv"));
        file.write(std::string(200000, 'x'));
        CHECK(folder.read("out.csv") == "old");
        CHECK(folder.count_files() == 2);
    }
    CHECK(folder.read("out.csv") == "old");
    CHECK(folder.count_files() == 1);
}

TEST_CASE("many small writes arrive in order") {
    const ScratchFolder folder;
    std::string expected;
    WholeFile file(folder.path("out"));
    for (int number = 0; number < 50000; ++number) {
        const std::string line = std::to_string(number) + "\n";
        file.write(line);
        expected += line;
    }
    file.commit();
    CHECK((folder.read("out") == expected));
}

TEST_CASE("a file can be handed on while it is written") {
    const ScratchFolder folder;
    WholeFile first(folder.path("out"));
    first.write("a");
    WholeFile second(std::move(first));
    second.write("b");
    second.commit();
    CHECK(folder.read("out") == "ab");
}

TEST_CASE("links, folders, FIFOs and devices are refused and left alone") {
    const ScratchFolder folder;
    folder.write("target", "precious");
    std::filesystem::create_symlink(folder.path("target"), folder.path("link"));
    std::filesystem::create_symlink(folder.path("nowhere"), folder.path("dangling"));
    std::filesystem::create_directory(folder.path("folder"));
    REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0600) == 0);
    for (const std::string& path :
         {folder.path("link"), folder.path("dangling"), folder.path("folder"), folder.path("fifo"), folder.path("folder") + "/",
          folder.path("folder") + "/..", std::string("/dev/full"), std::string()}) {
        CAPTURE(path);
        const Problem problem = problem_of([&] { write_whole_file(path, "x"); });
        CHECK(problem.kind == ProblemKind::failed);
        CHECK(problem.code == "output-refused");
        CHECK(problem.where == path);
    }
    CHECK(folder.read("target") == "precious");
    CHECK(folder.count_files() == 5);
}

TEST_CASE("a link planted while the file is written is refused too") {
    const ScratchFolder folder;
    WholeFile file(folder.path("out"));
    std::filesystem::create_symlink(folder.path("target"), folder.path("out"));
    CHECK(problem_of([&] { file.commit(); }).code == "output-refused");
}

TEST_CASE("a folder that is missing is named with the cause") {
    const ScratchFolder folder;
    const Problem problem = problem_of([&] { write_whole_file(folder.path("none/out.csv"), "x"); });
    CHECK(problem.code == "output-failed");
    CHECK(problem.where == folder.path("none/out.csv"));
    CHECK(problem.message == "cannot be written: No such file or directory");
}

TEST_CASE("when the disk is full the old file stays and the temporary one goes") {
    const ScratchFolder folder;
    folder.write("out.csv", "old");
    const FileSizeLimit limit(1000);
    for (const std::size_t size : {2000U, 200000U}) {
        const Problem problem = problem_of([&] { write_whole_file(folder.path("out.csv"), std::string(size, 'x')); });
        CHECK(problem.code == "output-failed");
        CHECK(problem.message == "cannot be written: File too large");
        CHECK(folder.read("out.csv") == "old");
        CHECK(folder.count_files() == 1);
    }
}

TEST_CASE("the leftover of a killed process does not stop another") {
    const ScratchFolder folder;
    WholeFile first(folder.path("out"));
    WholeFile second(folder.path("out"));
    first.write("1");
    second.write("2");
    first.commit();
    second.commit();
    CHECK(folder.read("out") == "2");
}
