#include "cli/call.hpp"
#include "cli/exit_codes.hpp"
#include "print.hpp"
#include "store/fault.hpp"
#include "unit/documents/problem_of.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <new>
#include <stdexcept>
#include <string>

using namespace peergroup;

namespace {

std::string told(const std::exception_ptr& error) {
    const Problem problem = cli::problem_of(error);
    return std::to_string(static_cast<int>(cli::exit_code_of(problem.kind))) + " " + problem.code;
}

std::string told(store::StoreFault fault) {
    return told(std::make_exception_ptr(store::StoreError(fault, "store.db: something")));
}

} // namespace

TEST_CASE("whatever goes wrong ends with one code, also what nobody can bring about by words") {
    using enum store::StoreFault;
    CHECK(told(std::make_exception_ptr(std::bad_alloc())) == "1 out-of-memory");
    CHECK(told(std::make_exception_ptr(std::logic_error("a bug"))) == "1 program-fault");
    CHECK(told(std::make_exception_ptr(std::filesystem::filesystem_error("x", std::error_code()))) == "1 file-system");
    CHECK(told(full) == "1 disk-full");
    CHECK(told(constraint) == "1 program-fault");
    CHECK(told(busy) == "7 store-busy");
    CHECK(told(retry) == "7 store-busy");
    CHECK(told(unreachable) == "7 store-unreachable");
    CHECK(told(older) == "10 store-older");
    CHECK(told(newer) == "10 store-newer");
    CHECK(told(corrupt) == "11 store-damaged");
    CHECK(told(foreign) == "11 store-foreign");
}

TEST_CASE("a region whose clock the system lost since its catalogue was read has no today") {
    catalogue::Region region;
    region.id = "kainuu";
    region.zone = "Mars/Olympus";
    CHECK(problem_of([&] { cli::zone_of(region); }).code == "unknown-zone");
}
