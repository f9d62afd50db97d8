#pragma once

#include "store/value.hpp"

#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace peergroup::store {

class Connection;

/// Rows on their way into one table. They are kept and written many at a time, for which the engine asks much less than for each
/// alone. Belongs to one transaction and must not outlive it.
class Appender {
public:
    /// `table_and_columns` as in `step (change_seq, batch)`.
    Appender(Connection& connection, std::string_view table_and_columns);
    ~Appender();
    Appender(Appender&&) noexcept;
    Appender& operator=(Appender&&) = delete;

    /// One row, a value for each column; another number of values is a std::logic_error.
    template <class... Values> void add(const Values&... values) {
        const std::array<Binding, sizeof...(Values)> row{Binding(values)...};
        keep(row);
    }

    /// Writes what has been added and is not written yet; only then do statements see it. A transaction with unwritten rows is
    /// not committed: that is a std::logic_error.
    void write();

private:
    void keep(std::span<const Binding> row);

    struct State;
    std::unique_ptr<State> state_;
};

} // namespace peergroup::store
