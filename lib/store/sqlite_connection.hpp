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

/// The file beside a store that holds the key of each person: `store-keys.db` for `store.db`.
std::string keys_path(const std::string& store_path);

/// The two open files of the embedded engine: the store, and as schema `keys` the file of the person keys, which is backed up
/// apart. A commit that touches both is there in both or in neither. Statements keep a reference to it and end before it does.
class Connection {
public:
    /// Opens without reading: what the files are shows when they are first read, inside a turn.
    explicit Connection(std::string path);
    /// Opens the file of the person keys beside the store, as schema `keys`.
    void attach_keys();
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
