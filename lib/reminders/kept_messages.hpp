#pragma once

#include "calendar/instant.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace peergroup::reminders {

/// By which the message of a reminder is known everywhere: 32 hexadecimal digits, the same whenever it is tried again.
std::string message_id(std::string_view store_identity, std::int64_t reminder);

/// Deletes from the outbox of the workspace the messages made from `since` on of which the store does not know, which are those
/// to people who were erased; gives how many, none for an empty path. What others have put there stays. Erasing calls it before
/// it commits, so that nothing counts as erased that still lies there. Throws Problem(failed, `output-failed`).
std::int64_t delete_unknown_messages(store::Transaction& transaction, const std::filesystem::path& workspace,
                                     calendar::Instant since = {});

} // namespace peergroup::reminders
