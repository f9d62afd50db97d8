#include "store/fault.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_fault.hpp"
#include "store/statement.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace peergroup::store {

struct Statement::State {
    Connection& connection;
    std::unique_ptr<SQLite::Statement> statement;
    std::vector<int> positions; ///< of $1, $2, … : the engine takes them for names, in the order of their first use
    bool bound = false;
};

namespace {

int highest_parameter(std::string_view sql) {
    int highest = 0;
    for (std::size_t at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1)) {
        int number = 0;
        for (std::size_t digit = at + 1; digit < sql.size() && sql[digit] >= '0' && sql[digit] <= '9'; ++digit)
            number = number * 10 + (sql[digit] - '0');
        highest = std::max(highest, number);
    }
    return highest;
}

struct Bind {
    SQLite::Statement& statement;
    int position;
    void operator()(std::monostate) const { statement.bind(position); }
    void operator()(std::int64_t number) const { statement.bind(position, number); }
    void operator()(std::string_view text) const { statement.bind(position, std::string(text)); }
    void operator()(Blob blob) const { statement.bind(position, blob.bytes.data(), static_cast<int>(blob.bytes.size())); }
};

} // namespace

Statement::Statement(Connection& connection, std::string_view sql)
    : state_(std::make_unique<State>(State{connection, connection.prepare(std::string(sql)), {}, false})) {
    const int count = highest_parameter(sql);
    for (int number = 1; number <= count; ++number) {
        const int position = state_->statement->getIndex(("$" + std::to_string(number)).c_str());
        if (position == 0) throw std::logic_error("a statement skips a parameter: " + std::string(sql));
        state_->positions.push_back(position);
    }
    state_->bound = count == 0;
}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;

void Statement::bind_all(std::span<const Binding> values) {
    if (values.size() != state_->positions.size())
        throw std::logic_error("a statement takes another number of values: " + state_->statement->getQuery());
    try {
        state_->statement->reset();
        for (std::size_t index = 0; index < values.size(); ++index)
            std::visit(Bind{*state_->statement, state_->positions[index]}, values[index].value());
    } catch (const SQLite::Exception& error) {
        rethrow(error, state_->connection.path());
    }
    state_->bound = true;
}

bool Statement::step(Row& row) {
    if (!state_->bound) throw std::logic_error("a statement ran with unbound values: " + state_->statement->getQuery());
    SQLite::Statement& statement = *state_->statement;
    try {
        if (!statement.executeStep()) {
            statement.reset();
            return false;
        }
        const int columns = statement.getColumnCount();
        row.values_.resize(static_cast<std::size_t>(columns));
        for (int index = 0; index < columns; ++index) {
            auto& value = row.values_[static_cast<std::size_t>(index)];
            const SQLite::Column column = statement.getColumn(index);
            if (column.isNull()) {
                value = std::monostate{};
            } else if (column.isInteger()) {
                value = column.getInt64();
            } else if (auto* const text = std::get_if<std::string>(&value)) {
                text->assign(static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes()));
            } else {
                value = column.getString();
            }
        }
        return true;
    } catch (const SQLite::Exception& error) {
        rethrow(error, state_->connection.path());
    }
}

std::int64_t Statement::run() {
    if (!state_->bound) throw std::logic_error("a statement ran with unbound values: " + state_->statement->getQuery());
    try {
        const int changed = state_->statement->exec();
        state_->statement->reset();
        return changed;
    } catch (const SQLite::Exception& error) {
        rethrow(error, state_->connection.path());
    }
}

std::optional<Row> Statement::one() {
    Row row;
    if (!step(row)) return std::nullopt;
    Row second;
    if (step(second)) throw std::logic_error("a statement gave more than one row: " + state_->statement->getQuery());
    return row;
}

std::vector<std::int64_t> numbers(Statement& statement) {
    std::vector<std::int64_t> found;
    statement.each([&](const Row& row) { found.push_back(row.integer(0)); });
    return found;
}

} // namespace peergroup::store
