#pragma once

#include "store/appender.hpp"
#include "store/fault.hpp"
#include "store/statement.hpp"
#include "store/value.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::store {

/// How long to wait for a turn at the store before StoreFault::busy.
using Patience = std::chrono::milliseconds;

/// Where a store is: a file of the embedded engine, as `--store` or the workspace names it.
struct StoreUrl {
    std::string path;
};

enum class OpenMode {
    create, ///< makes the file, 0600, with the newest schema; an existing store is opened
    use,    ///< the store must be there, with the schema of this program
};

/// Numbers `first` to `first + count - 1`, reserved for new rows.
struct IdRange {
    std::int64_t first;
    std::int64_t count;
};

/// All or nothing. Holds a turn in the store's queue from its start; the destructor rolls back what was not committed.
class Transaction {
public:
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Statement prepare(std::string_view sql);

    /// Writes rows into a table: `append("step (change_seq, batch)")` takes two values a row.
    Appender append(std::string_view table_and_columns);

    /// Reserves `count` numbers of `sequence`, under the write lock and before the rows are written: sealing binds them. The
    /// sequence itself is written when the transaction is committed.
    IdRange reserve(std::string_view sequence, std::int64_t count);

    /// Makes everything durable; "done" may be said after it has returned. Rows that were added and not written are a
    /// std::logic_error.
    void commit();

private:
    friend class Database;
    struct Turn;
    struct Sequence {
        std::string name;
        std::int64_t next;
    };
    Transaction(std::shared_ptr<Connection> connection, std::unique_ptr<Turn> turn);

    std::shared_ptr<Connection> connection_;
    std::unique_ptr<Turn> turn_;
    std::vector<Sequence> sequences_;
    bool open_ = true;
};

/// A store of this program. Writers and readers take turns in one fair queue beside it, so that nobody starves and nobody meets
/// a locked file.
class Database {
public:
    /// `patience` is how long it and every later transaction waits for a turn. Throws StoreError: unreachable, foreign, corrupt,
    /// older, newer, busy.
    static Database open(const StoreUrl& url, OpenMode mode, Patience patience);

    /// A transaction that may write; alone in the store. Throws StoreError busy.
    Transaction write();

    /// A transaction that only reads, beside other readers. Throws StoreError busy.
    Transaction read();

private:
    Database(std::shared_ptr<Connection> connection, Patience patience);
    std::shared_ptr<Connection> connection_;
    Patience patience_;
};

} // namespace peergroup::store
