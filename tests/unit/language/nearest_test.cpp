#include "language/nearest.hpp"
#include "print.hpp"

#include <string>
#include <vector>

using peergroup::language::did_you_mean;
using peergroup::language::nearest;

namespace {

const std::vector<std::string> commands{"enrol",  "withdraw", "transfer", "waitlist",
                                        "report", "region",   "remind",   "mll-jututtamo"};

} // namespace

TEST_CASE("a letter added, left out, changed or swapped still finds the word") {
    CHECK(nearest("enroll", commands) == "enrol");
    CHECK(nearest("enrl", commands) == "enrol");
    CHECK(nearest("enrul", commands) == "enrol");
    CHECK(nearest("ernol", commands) == "enrol");
    CHECK(nearest("repotr", commands) == "report");
    CHECK(nearest("mll-jututamo", commands) == "mll-jututtamo");
}

TEST_CASE("swapped neighbours count as one change") {
    CHECK(nearest("ba", std::vector<std::string>{"ab"}) == "ab");
    CHECK_FALSE(nearest("cab", std::vector<std::string>{"abc"}).has_value());
}

TEST_CASE("the nearest of several is meant, and of equals the first") {
    CHECK(nearest("regon", commands) == "region");
    CHECK(nearest("cat", std::vector<std::string>{"car", "cap"}) == "car");
    CHECK(nearest("cat", std::vector<std::string>{"car", "cat"}) == "cat");
}

TEST_CASE("capital letters make no difference") {
    CHECK(nearest("ENROL", commands) == "enrol");
    CHECK(nearest("waitlist", std::vector<std::string>{"WaitList"}) == "WaitList");
}

TEST_CASE("a word that is far from all finds none") {
    CHECK_FALSE(nearest("banana", commands).has_value());
    CHECK_FALSE(nearest("", commands).has_value());
    CHECK_FALSE(nearest("xy", std::vector<std::string>{"ab"}).has_value());
    CHECK_FALSE(nearest("enrol", {}).has_value());
}

TEST_CASE("one change is allowed for every three letters") {
    CHECK(nearest("abcdef", std::vector<std::string>{"abcdxy"}) == "abcdxy");
    CHECK_FALSE(nearest("abcde", std::vector<std::string>{"abcxy"}).has_value());
    CHECK(nearest("a", std::vector<std::string>{"b"}) == "b");
}

TEST_CASE("the question names the word or is empty") {
    CHECK(did_you_mean("enroll", commands) == "did you mean `enrol`?");
    CHECK(did_you_mean("banana", commands).empty());
}
