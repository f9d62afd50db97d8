#include "documents/text_source.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

std::string text_at(const TextSource& source, std::uint64_t offset, std::size_t length) {
    std::string text(length, '?');
    text.resize(source.read(offset, text));
    return text;
}

} // namespace

TEST_CASE("a file and memory are read at any offset, again and again") {
    const ScratchFolder folder;
    const TextSource file = TextSource::file(folder.write("list.csv", "0123456789"));
    const TextSource memory = TextSource::memory("memory", "0123456789");
    for (const TextSource* source : {&file, &memory}) {
        CHECK(source->size() == 10);
        CHECK(text_at(*source, 6, 3) == "678");
        CHECK(text_at(*source, 0, 3) == "012");
        CHECK(text_at(*source, 8, 5) == "89");
        CHECK(text_at(*source, 10, 5).empty());
        CHECK(text_at(*source, 99, 5).empty());
    }
    CHECK(file.name() == folder.path("list.csv"));
}

TEST_CASE("a pipe is read to its end") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const std::string sent(5000, 'x');
    REQUIRE(::write(ends[1], sent.data(), sent.size()) == 5000);
    ::close(ends[1]);
    const TextSource source = TextSource::descriptor("standard input", ends[0]);
    ::close(ends[0]);
    CHECK(source.size() == 5000);
    CHECK(text_at(source, 4998, 10) == "xx");
}

TEST_CASE("a descriptor that cannot be read names what was read") {
    const Problem problem = problem_of([] { TextSource::descriptor("standard input", -1); });
    CHECK(problem.code == "file-unreadable");
    CHECK(problem.where == "standard input");
}

TEST_CASE("what is no file is refused with its path") {
    const ScratchFolder folder;
    const Problem missing = problem_of([&] { TextSource::open(folder.path("none.csv")); });
    CHECK(missing.kind == ProblemKind::file);
    CHECK(missing.code == "file-missing");
    CHECK(missing.where == folder.path("none.csv"));
    CHECK(problem_of([&] { TextSource::file(folder.path()); }).code == "file-not-regular");
    CHECK(problem_of([&] { TextSource::file("/dev/null"); }).code == "file-not-regular");
    CHECK(problem_of([&] { TextSource::file(folder.path(std::string(300, 'x'))); }).code == "file-unreadable");
}

TEST_CASE("a FIFO is refused at once instead of waited for") {
    const ScratchFolder folder;
    REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0600) == 0);
    CHECK(problem_of([&] { TextSource::file(folder.path("fifo")); }).code == "file-not-regular");
}
