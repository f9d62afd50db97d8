#include <doctest/doctest.h>

TEST_CASE("a seat is given once") {}
