#pragma once

#include "store/value.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace peergroup::store {

class Connection;

/// A prepared statement. The first bound value is `$1`; binding too few or too many is a std::logic_error. Belongs to one
/// transaction and must not outlive it.
class Statement {
public:
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) = delete;

    template <class... Values> Statement& bind(const Values&... values) {
        const std::array<Binding, sizeof...(Values)> bindings{Binding(values)...};
        bind_all(bindings);
        return *this;
    }
    Statement& bind() {
        bind_all({});
        return *this;
    }

    /// Runs to the end and gives the number of rows changed.
    std::int64_t run();

    /// The only row, or nothing; more than one is a std::logic_error.
    std::optional<Row> one();

    /// Hands every row to `visit(const Row&)`. The row is reused: take out what you keep.
    template <class Visit> void each(Visit&& visit) {
        Row row;
        while (step(row))
            visit(static_cast<const Row&>(row));
    }

private:
    void bind_all(std::span<const Binding> values);
    bool advance();
    bool step(Row& row);
    void reset();

    struct State;
    std::unique_ptr<State> state_;
};

/// The first column of every row, which holds whole numbers.
std::vector<std::int64_t> numbers(Statement& statement);

} // namespace peergroup::store
