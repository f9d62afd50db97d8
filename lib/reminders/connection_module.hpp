#pragma once

#include <cstddef>

// What the program and the module that speaks to servers know of each other. Both are built from one tree, and the module is
// refused unless it says so; only plain C passes between them, because each has a C++ library of its own.
namespace peergroup::reminders {

constexpr unsigned connection_interface = 1;

/// Bytes that the caller keeps until the call is over.
struct Bytes {
    const char* start;
    std::size_t size;
};

/// How a connection is made; texts end in NUL.
struct ConnectionTerms {
    const char* url;
    const char* ca_file; ///< or empty: the certificates of the system
    int require_tls;     ///< 0: in the clear
    int timeout_seconds; ///< for one transfer, the connection included
    const char* user;    ///< or empty
    const char* password;
};

/// Where a transfer failed.
enum class TransferFault : int {
    none,        ///< the answer stands in `status`
    unreachable, ///< no name, no route, nobody who answers
    tls,         ///< no guarded connection
    login,       ///< the password was not taken
    timeout,     ///< the time was up
    dropped,     ///< the connection ended
};

struct TransferEnd {
    TransferFault fault;
    int status;            ///< the last number that the server said in this transfer, 0 for none
    int handed_over;       ///< 1: the last byte of what was to be sent had been taken, so it may have arrived
    long long retry_after; ///< seconds that the server asked for, 0 for none
    int mail_begun;        ///< 1: the server had been asked to take this mail, so its number speaks of it
};

/// One mail from one mailbox to one mailbox.
struct MailTransfer {
    const char* sender;
    const char* recipient;
    Bytes mail; ///< with CR LF
};

/// One POST; headers are whole lines without their ends.
struct PostTransfer {
    const char* const* headers;
    std::size_t header_count;
    Bytes body;
};

/// The calls of the module, to be made with SIGPIPE blocked. A connection is kept from one transfer to the next, and made anew
/// where it was closed.
struct ConnectionModule {
    unsigned interface_version;
    const char* program_version;
    void* (*open)(const ConnectionTerms* terms); ///< null where there is no memory
    void (*send_mail)(void* connection, const MailTransfer* transfer, TransferEnd* end);
    void (*post)(void* connection, const PostTransfer* transfer, TransferEnd* end);
    void (*close)(void* connection);
};

} // namespace peergroup::reminders

/// The one entry of the module.
extern "C" const peergroup::reminders::ConnectionModule* peergroup_connection_module();
