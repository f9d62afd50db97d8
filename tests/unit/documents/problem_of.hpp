#pragma once

#include "language/problem.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

/// The Problem that `action` throws; the test fails when it throws none.
template <class Action> peergroup::Problem problem_of(const Action& action) {
    try {
        action();
    } catch (const peergroup::Problem& problem) {
        return problem;
    }
    throw std::logic_error("nothing was refused");
}
