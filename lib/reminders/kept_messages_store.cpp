#include "reminders/kept_messages.hpp"

#include "documents/maildir.hpp"
#include "vault/digest.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>

namespace peergroup::reminders {

namespace {

constexpr std::size_t id_digits = 32;
constexpr std::string_view mark_of_names = ".peergroup";

// `1768467600.0123456789abcdef0123456789abcdef.peergroup`; readers of mail put their own marks behind it.
std::string id_in(std::string_view name) {
    const std::size_t end = name.find(mark_of_names);
    if (end == std::string_view::npos || end < id_digits + 1 || name[end - id_digits - 1] != '.') return "";
    const std::string_view id = name.substr(end - id_digits, id_digits);
    return id.find_first_not_of("0123456789abcdef") == std::string_view::npos ? std::string(id) : "";
}

std::set<std::string> known_ids(store::Transaction& transaction) {
    const std::string store = transaction.prepare(R"sql(SELECT id FROM store_identity)sql").bind().one().value().text(0);
    store::Statement select =
        transaction.prepare(R"sql(SELECT r.id FROM reminder r LEFT JOIN facilitator f ON f.id = r.facilitator
                                                        WHERE f.erased_on IS NULL ORDER BY r.id)sql");
    std::set<std::string> ids;
    for (const std::int64_t reminder : store::numbers(select.bind()))
        ids.insert(message_id(store, reminder));
    return ids;
}

} // namespace

std::string message_id(std::string_view store_identity, std::int64_t reminder) {
    return vault::digest_hex(fmt::format("{} {}", store_identity, reminder)).substr(0, id_digits);
}

std::int64_t delete_unknown_messages(store::Transaction& transaction, const std::filesystem::path& workspace) {
    if (workspace.empty()) return 0;
    std::optional<std::set<std::string>> known; // asked for when there is anything at all
    const auto is_unknown = [&](std::string_view name) {
        const std::string id = id_in(name);
        if (id.empty()) return false;
        if (!known) known = known_ids(transaction);
        return !known->contains(id);
    };
    std::int64_t deleted = 0;
    for (const char* const folder : {"mail", "sms"})
        deleted += documents::delete_from_maildir(workspace / "outbox" / folder, is_unknown);
    return deleted;
}

} // namespace peergroup::reminders
