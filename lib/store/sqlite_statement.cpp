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
    PreparedStatement prepared;
    bool bound = false;
    bool stepped = false; ///< in the middle of its rows

    ~State() {
        if (prepared.statement) connection.give_back(std::move(prepared));
    }
};

namespace {

// Text is kept beside the statement, where its memory is used again; the engine then need not copy it.
struct Bind {
    SQLite::Statement& statement;
    int position;
    std::string& kept;
    void operator()(std::monostate) const { statement.bind(position); }
    void operator()(std::int64_t number) const { statement.bind(position, number); }
    void operator()(std::string_view text) const {
        kept.assign(text);
        statement.bindNoCopy(position, kept);
    }
    void operator()(Blob blob) const { statement.bind(position, blob.bytes.data(), static_cast<int>(blob.bytes.size())); }
};

} // namespace

Statement::Statement(Connection& connection, std::string_view sql) : state_(new State{connection, connection.prepare(sql)}) {
    state_->bound = state_->prepared.positions.empty();
}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;

void Statement::bind_all(std::span<const Binding> values) {
    PreparedStatement& prepared = state_->prepared;
    if (values.size() != prepared.positions.size())
        throw std::logic_error("a statement takes another number of values: " + prepared.statement->getQuery());
    try {
        reset();
        for (std::size_t index = 0; index < values.size(); ++index)
            std::visit(Bind{*prepared.statement, prepared.positions[index], prepared.texts[index]}, values[index].value());
    } catch (const SQLite::Exception& error) {
        rethrow(error, state_->connection.path());
    }
    state_->bound = true;
}

void Statement::reset() {
    if (state_->stepped) state_->prepared.statement->reset();
    state_->stepped = false;
}

bool Statement::advance() {
    if (!state_->bound) throw std::logic_error("a statement ran with unbound values: " + state_->prepared.statement->getQuery());
    try {
        state_->stepped = true;
        if (state_->prepared.statement->executeStep()) return true;
        reset();
        return false;
    } catch (const SQLite::Exception& error) {
        rethrow(error, state_->connection.path());
    }
}

bool Statement::step(Row& row) {
    if (!advance()) return false;
    const SQLite::Statement& statement = *state_->prepared.statement;
    try {
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
    if (!state_->bound) throw std::logic_error("a statement ran with unbound values: " + state_->prepared.statement->getQuery());
    try {
        reset();
        state_->stepped = true;
        const int changed = state_->prepared.statement->exec();
        reset();
        return changed;
    } catch (const SQLite::Exception& error) {
        rethrow(error, state_->connection.path());
    }
}

std::optional<Row> Statement::one() {
    Row row;
    if (!step(row)) return std::nullopt;
    if (advance()) throw std::logic_error("a statement gave more than one row: " + state_->prepared.statement->getQuery());
    return row;
}

std::vector<std::int64_t> numbers(Statement& statement) {
    std::vector<std::int64_t> found;
    statement.each([&](const Row& row) { found.push_back(row.integer(0)); });
    return found;
}

} // namespace peergroup::store
