#include "documents/sorter.hpp"
#include "print.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <random>
#include <sys/resource.h>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

struct Pair {
    std::uint64_t key;
    std::uint32_t line;
    auto operator<=>(const Pair&) const = default;
};

std::vector<Pair> shuffled(std::uint32_t count) {
    std::mt19937_64 numbers(20260101);
    std::vector<Pair> pairs;
    for (std::uint32_t line = 0; line < count; ++line)
        pairs.push_back({numbers() % 1000, line});
    return pairs;
}

/// Whether what comes out of a sorter with that memory is what std::sort makes of it.
bool sorts_like_std(std::uint32_t count, SorterMemory memory) {
    const ScratchFolder folder;
    std::vector<Pair> expected = shuffled(count);
    Sorter<Pair> sorter(folder.path(), {}, memory);
    for (const Pair& pair : expected)
        sorter.add(pair);
    if (sorter.size() != count) return false;
    std::sort(expected.begin(), expected.end());
    std::vector<Pair> delivered;
    sorter.for_each([&](const Pair& pair) { delivered.push_back(pair); });
    return delivered == expected && sorter.size() == 0 && folder.count_files() == 0;
}

} // namespace

TEST_CASE("200 000 records come in order through small buffers") {
    CHECK(sorts_like_std(200000, {std::size_t{64} << 10U, 4096, 64}));
}

TEST_CASE("more runs than are merged at a time take several passes") {
    CHECK(sorts_like_std(200000, {4096, 256, 4}));
    CHECK(sorts_like_std(10000, {256, 64, 2}));
}

TEST_CASE("sizes at the edges of a run") {
    constexpr SorterMemory hundred_records{100 * sizeof(Pair), 16 * sizeof(Pair), 8};
    for (const std::uint32_t count : {0U, 1U, 99U, 100U, 101U, 200U, 800U, 801U}) {
        CAPTURE(count);
        CHECK(sorts_like_std(count, hundred_records));
    }
}

TEST_CASE("buffers smaller than a record still sort") {
    CHECK(sorts_like_std(50, {1, 1, 0}));
}

TEST_CASE("what fits in memory needs no folder") {
    Sorter<int> sorter("/nonexistent");
    for (const int number : {3, 1, 2})
        sorter.add(number);
    std::vector<int> delivered;
    sorter.for_each([&](int number) { delivered.push_back(number); });
    CHECK(delivered == std::vector<int>{1, 2, 3});
}

TEST_CASE("a sorter sorts by what it is given and can be used again") {
    const ScratchFolder folder;
    Sorter<int, std::greater<>> sorter(folder.path(), {}, {2 * sizeof(int), sizeof(int), 2});
    for (int round = 0; round < 2; ++round) {
        for (const int number : {1, 5, 3, 2, 4})
            sorter.add(number);
        std::vector<int> delivered;
        sorter.for_each([&](int number) { delivered.push_back(number); });
        CHECK(delivered == std::vector<int>{5, 4, 3, 2, 1});
    }
}

TEST_CASE("a spool has no name while it is used") {
    const ScratchFolder folder;
    Spool spool(folder.path());
    const std::string text = "family of five";
    spool.append(std::as_bytes(std::span(text)));
    CHECK(folder.count_files() == 0);
    CHECK(spool.size() == text.size());
    std::string part(6, '?');
    spool.read(10, std::as_writable_bytes(std::span(part).first(4)));
    CHECK(part == "five??");
}

TEST_CASE("a spool that cannot be made or read is named with the cause") {
    const Problem missing = problem_of([] { Spool("/nonexistent"); });
    CHECK(missing.kind == ProblemKind::failed);
    CHECK(missing.code == "spool-failed");
    CHECK(missing.where == "/nonexistent");
    CHECK(missing.message == "no temporary file could be used here: No such file or directory");
    const ScratchFolder folder;
    const Spool spool(folder.path());
    std::string part(1, '?');
    CHECK(problem_of([&] { spool.read(0, std::as_writable_bytes(std::span(part))); }).code == "spool-failed");
}

TEST_CASE("a full disk ends the sorting with its cause") {
    const ScratchFolder folder;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Sorter<int> sorter(folder.path(), {}, {4096, 4096, 2});
    const Problem problem = problem_of([&] {
        for (int number = 0; number < 5000; ++number)
            sorter.add(number);
    });
    ::setrlimit(RLIMIT_FSIZE, &before);
    CHECK(problem.code == "spool-failed");
    CHECK(problem.where == folder.path());
}
