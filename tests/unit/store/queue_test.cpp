#include "store/fault.hpp"
#include "store/queue.hpp"
#include "unit/store/store_fixture.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace peergroup::store;
using std::chrono::milliseconds;

TEST_CASE("a turn that does not come in time is busy") {
    const StoreFolder folder;
    const FileLock holder = take_turn(folder.path, FileLock::Side::exclusive, milliseconds(1000));
    StoreFault fault = StoreFault::retry;
    std::thread([&] {
        try {
            take_turn(folder.path, FileLock::Side::shared, milliseconds(20));
        } catch (const StoreError& error) {
            fault = error.fault;
        }
    }).join();
    CHECK(fault == StoreFault::busy);
}

TEST_CASE("readers share a turn, a writer waits for them and newcomers wait behind the writer") {
    const StoreFolder folder;
    auto first = std::make_unique<FileLock>(take_turn(folder.path, FileLock::Side::shared, milliseconds(1000)));
    FileLock second = take_turn(folder.path, FileLock::Side::shared, milliseconds(1000));
    std::atomic<bool> written = false;
    std::thread writer([&] {
        const FileLock turn = take_turn(folder.path, FileLock::Side::exclusive, milliseconds(10000));
        written = true;
    });
    // The writer stands inside the gate; nobody may pass it.
    std::this_thread::sleep_for(milliseconds(100));
    CHECK_FALSE(written);
    CHECK_THROWS_AS(take_turn(folder.path, FileLock::Side::shared, milliseconds(30)), StoreError);
    first.reset();
    CHECK_FALSE(written);
    second.release();
    writer.join();
    CHECK(written);
}

TEST_CASE("sixteen writers all get their turn") {
    const StoreFolder folder;
    std::atomic<int> inside = 0;
    std::atomic<int> turns = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 16; ++writer)
        writers.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                const FileLock turn = take_turn(folder.path, FileLock::Side::exclusive, milliseconds(60000));
                if (++inside != 1) std::abort();
                ++turns;
                --inside;
            }
        });
    for (std::thread& writer : writers)
        writer.join();
    CHECK(turns == 320);
}

TEST_CASE("a lock file that cannot be made is unreachable and named") {
    try {
        take_turn("/nowhere/store.db", FileLock::Side::shared, milliseconds(10));
        FAIL("a turn in a folder that is not there");
    } catch (const StoreError& error) {
        CHECK(error.fault == StoreFault::unreachable);
        CHECK(error.message.find("/nowhere/store.db") != std::string::npos);
    }
}
