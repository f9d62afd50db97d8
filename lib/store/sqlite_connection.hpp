#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace SQLite {
class Database;
} // namespace SQLite
struct sqlite3;
struct sqlite3_stmt;

namespace peergroup::store {

/// A statement of the embedded engine with the positions of its parameters: the engine takes $1, $2, … for names, in the order of
/// their first use. The texts that are bound stay here until the next ones.
struct PreparedStatement {
    struct End {
        void operator()(sqlite3_stmt* finished) const;
    };
    std::unique_ptr<sqlite3_stmt, End> statement = {}; // the engine's own: its wrapper counts references for every value
    std::vector<int> positions = {};
    std::vector<std::string> texts = {};
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

    /// Throws the StoreError that a code of the engine stands for, unless it means success.
    void check(int code) const;

    /// The one number that a question answers.
    long long number(const std::string& sql);

    /// A statement for `sql`: one that was given back, or a new one. Throws std::logic_error when it skips a parameter.
    PreparedStatement prepare(std::string_view sql);
    /// Takes a statement back, to be used again: parsing costs more than most statements do.
    void give_back(PreparedStatement prepared) noexcept;

    /// So many rows more, or less, have been added and are still to be written.
    void count_unwritten(std::int64_t rows) { unwritten_ += rows; }
    std::int64_t unwritten() const { return unwritten_; }

private:
    std::string path_;
    std::unique_ptr<SQLite::Database> database_;
    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, std::vector<PreparedStatement>> idle_;
    std::int64_t unwritten_ = 0;
};

} // namespace peergroup::store
