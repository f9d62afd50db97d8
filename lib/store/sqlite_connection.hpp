#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace peergroup::store {

/// A statement of the embedded engine with the positions of its parameters: the engine takes $1, $2, … for names, in the order of
/// their first use. The texts that are bound stay here until the next ones.
struct PreparedStatement {
    std::unique_ptr<SQLite::Statement> statement;
    std::vector<int> positions;
    std::vector<std::string> texts;

    PreparedStatement();
    PreparedStatement(PreparedStatement&&) noexcept;
    PreparedStatement& operator=(PreparedStatement&&) noexcept;
    ~PreparedStatement();
};

/// One open file of the embedded engine. Statements keep a reference to it and end before it does.
class Connection {
public:
    /// Opens without reading: what the file is shows when it is first read, inside a turn.
    explicit Connection(std::string path);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const std::string& path() const { return path_; }

    /// Runs statements without an answer. Errors are StoreError.
    void run(const std::string& sql);

    /// The one number that a question answers.
    long long number(const std::string& sql);

    /// A statement for `sql`: one that was given back, or a new one. Throws std::logic_error when it skips a parameter.
    PreparedStatement prepare(std::string_view sql);
    /// Takes a statement back, to be used again: parsing costs more than most statements do.
    void give_back(PreparedStatement prepared) noexcept;

private:
    std::string path_;
    std::unique_ptr<SQLite::Database> database_;
    std::unordered_map<std::string, std::vector<PreparedStatement>> idle_;
};

} // namespace peergroup::store
