#include "store/appender.hpp"
#include "store/sqlite_connection.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace peergroup::store {

namespace {

// More rows at a time gain little: what is left then is the work on the pages.
constexpr std::size_t rows_at_a_time = 16;

/// A value of its own, whose memory is used again.
class KeptValue {
public:
    void keep(const Binding& binding) { std::visit(*this, binding.value()); }
    /// Gives a code of the engine.
    int bind(sqlite3_stmt* statement, int position) const {
        const auto size = static_cast<int>(bytes_.size());
        switch (kind_) {
        case Kind::nothing:
            return sqlite3_bind_null(statement, position);
        case Kind::number:
            return sqlite3_bind_int64(statement, position, number_);
        case Kind::text:
            return sqlite3_bind_text(statement, position, bytes_.data(), size, nullptr);
        case Kind::blob:
            break;
        }
        return sqlite3_bind_blob(statement, position, bytes_.data(), size, nullptr);
    }

    void operator()(std::monostate /*nothing*/) { kind_ = Kind::nothing; }
    void operator()(std::int64_t number) {
        kind_ = Kind::number;
        number_ = number;
    }
    void operator()(std::string_view text) {
        kind_ = Kind::text;
        bytes_.assign(text);
    }
    void operator()(Blob blob) {
        kind_ = Kind::blob;
        bytes_.assign(blob.bytes);
    }

private:
    enum class Kind : std::uint8_t { nothing, number, text, blob };
    Kind kind_ = Kind::nothing;
    std::int64_t number_ = 0;
    std::string bytes_;
};

std::string insert_of(const std::string& target, std::size_t columns, std::size_t rows) {
    std::string row = ", (?";
    for (std::size_t column = 1; column < columns; ++column)
        row += ", ?";
    row += ')';
    // With ROLLBACK the engine keeps no way back to before this statement: a broken constraint is a bug that ends the
    // transaction.
    std::string sql = "INSERT OR ROLLBACK INTO " + target + " VALUES " + row.substr(2);
    for (std::size_t number = 1; number < rows; ++number)
        sql += row;
    return sql;
}

} // namespace

struct Appender::State {
    Connection& connection;
    std::string target;
    std::size_t columns;
    std::vector<KeptValue> values = {};
    std::size_t kept = 0;        ///< values of `values` that are not written yet
    PreparedStatement one = {};  ///< inserts a row
    PreparedStatement many = {}; ///< inserts `rows_at_a_time`

    ~State() {
        for (PreparedStatement* const prepared : {&one, &many})
            if (prepared->statement) connection.give_back(std::move(*prepared));
    }

    /// Writes rows from `first` on.
    void insert(PreparedStatement& prepared, std::size_t first, std::size_t rows) {
        if (!prepared.statement) prepared = connection.prepare(insert_of(target, columns, rows));
        sqlite3_stmt* const statement = prepared.statement.get();
        for (std::size_t index = 0; index < rows * columns; ++index)
            connection.check(values[first * columns + index].bind(statement, static_cast<int>(index) + 1));
        const int code = sqlite3_step(statement);
        if (code != SQLITE_DONE) connection.check(code);
        sqlite3_reset(statement);
    }
};

Appender::Appender(Connection& connection, std::string_view table_and_columns)
    : state_(new State{connection, std::string(table_and_columns),
                       1 + static_cast<std::size_t>(std::count(table_and_columns.begin(), table_and_columns.end(), ','))}) {}

Appender::~Appender() = default;
Appender::Appender(Appender&&) noexcept = default;

void Appender::keep(std::span<const Binding> row) {
    State& state = *state_;
    if (row.size() != state.columns) throw std::logic_error("a row has another number of values than " + state.target);
    if (state.values.size() < state.kept + row.size()) state.values.resize(state.kept + row.size());
    for (const Binding& value : row)
        state.values[state.kept++].keep(value);
    state.connection.count_unwritten(1);
    if (state.kept == rows_at_a_time * state.columns) write();
}

void Appender::write() {
    State& state = *state_;
    const std::size_t rows = state.kept / state.columns;
    if (rows == rows_at_a_time)
        state.insert(state.many, 0, rows);
    else
        for (std::size_t row = 0; row < rows; ++row)
            state.insert(state.one, row, 1);
    state.kept = 0;
    state.connection.count_unwritten(-static_cast<std::int64_t>(rows));
}

} // namespace peergroup::store
