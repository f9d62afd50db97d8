#include "store/sqlite_fault.hpp"

#include "store/fault.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace peergroup::store {

namespace {

StoreFault fault_of(int code) {
    if (code == SQLITE_READONLY_DBMOVED) return StoreFault::busy; // a copy was restored meanwhile: the next attempt meets it
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreFault::busy;
    case SQLITE_FULL:
        return StoreFault::full;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: // a header or a schema that is not what this program wrote
        return StoreFault::corrupt;
    case SQLITE_NOTADB:
        return StoreFault::foreign;
    case SQLITE_CONSTRAINT:
        return StoreFault::constraint;
    default:
        return StoreFault::unreachable;
    }
}

} // namespace

void rethrow(const SQLite::Exception& error, const std::string& path) {
    throw StoreError(fault_of(error.getExtendedErrorCode()), path + ": " + error.what());
}

} // namespace peergroup::store
