#pragma once

#include <memory>
#include <string>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace peergroup::store {

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

    std::unique_ptr<SQLite::Statement> prepare(const std::string& sql);

private:
    std::string path_;
    std::unique_ptr<SQLite::Database> database_;
};

} // namespace peergroup::store
