#pragma once

#include "reminders/connection_module.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace peergroup::reminders {

/// The module that speaks to servers, which most commands never open. Throws Problem(failed): `module-missing` where it is not in
/// `folder`, `module-exposed` where others than its owner or root could write it or its folder, `module-foreign` where it is of
/// another version, or none of this program's at all.
const ConnectionModule& open_connection_module(const std::filesystem::path& folder);

/// One connection to one server; made by the first transfer and kept for the next ones.
class Connection {
public:
    /// What `terms` points to need not outlive the call.
    Connection(const ConnectionModule& module, const ConnectionTerms& terms);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    TransferEnd send(const MailTransfer& transfer);
    TransferEnd post(const PostTransfer& transfer);

private:
    const ConnectionModule& module_;
    void* opened_;
};

} // namespace peergroup::reminders
