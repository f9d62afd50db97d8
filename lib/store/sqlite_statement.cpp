#include "store/fault.hpp"
#include "store/sqlite_connection.hpp"
#include "store/statement.hpp"

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

    sqlite3_stmt* native() const { return prepared.statement.get(); }
    std::string sql() const { return sqlite3_sql(native()); }

    ~State() {
        if (prepared.statement) connection.give_back(std::move(prepared));
    }
};

namespace {

// Text is kept beside the statement, where its memory is used again; the engine then need not copy it.
struct Bind {
    sqlite3_stmt* statement;
    int position;
    std::string& kept;
    int operator()(std::monostate /*nothing*/) const { return sqlite3_bind_null(statement, position); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, position, number); }
    int operator()(std::string_view text) const {
        kept.assign(text);
        return sqlite3_bind_text(statement, position, kept.data(), static_cast<int>(kept.size()), nullptr);
    }
    int operator()(Blob blob) const {
        kept.assign(blob.bytes);
        return sqlite3_bind_blob(statement, position, kept.data(), static_cast<int>(kept.size()), nullptr);
    }
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
        throw std::logic_error("a statement takes another number of values: " + state_->sql());
    reset();
    for (std::size_t index = 0; index < values.size(); ++index)
        state_->connection.check(
            std::visit(Bind{state_->native(), prepared.positions[index], prepared.texts[index]}, values[index].value()));
    state_->bound = true;
}

void Statement::reset() {
    if (state_->stepped) sqlite3_reset(state_->native());
    state_->stepped = false;
}

bool Statement::advance() {
    if (!state_->bound) throw std::logic_error("a statement ran with unbound values: " + state_->sql());
    state_->stepped = true;
    const int code = sqlite3_step(state_->native());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) state_->connection.check(code);
    reset();
    return false;
}

bool Statement::step(Row& row) {
    if (!advance()) return false;
    sqlite3_stmt* const statement = state_->native();
    const int columns = sqlite3_column_count(statement);
    row.values_.resize(static_cast<std::size_t>(columns));
    for (int index = 0; index < columns; ++index) {
        auto& value = row.values_[static_cast<std::size_t>(index)];
        const int type = sqlite3_column_type(statement, index);
        if (type == SQLITE_INTEGER) {
            value = sqlite3_column_int64(statement, index);
        } else if (type == SQLITE_NULL) {
            value = std::monostate{};
        } else { // the bytes before their number: asking for them may change it
            const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(statement, index));
            const std::string_view text(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, index)));
            if (auto* const kept = std::get_if<std::string>(&value))
                kept->assign(text);
            else
                value.emplace<std::string>(text);
        }
    }
    return true;
}

std::int64_t Statement::run() {
    reset();
    if (advance()) throw std::logic_error("a statement that changes rows gave one: " + state_->sql());
    return sqlite3_changes(sqlite3_db_handle(state_->native()));
}

std::optional<Row> Statement::one() {
    Row row;
    if (!step(row)) return std::nullopt;
    if (advance()) throw std::logic_error("a statement gave more than one row: " + state_->sql());
    return row;
}

std::vector<std::int64_t> numbers(Statement& statement) {
    std::vector<std::int64_t> found;
    statement.each([&](const Row& row) { found.push_back(row.integer(0)); });
    return found;
}

} // namespace peergroup::store
