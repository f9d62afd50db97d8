#include "reminders/kept_messages.hpp"

#include "documents/maildir.hpp"
#include "vault/digest.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>
#include <set>
#include <utility>
#include <vector>

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

// Newest first, a thousand at a time: what a run has just kept is met at once, however long the history is.
void drop_known(store::Transaction& transaction, std::set<std::string>& ids) {
    const std::string store = transaction.prepare(R"sql(SELECT id FROM store_identity)sql").bind().one().value().text(0);
    store::Statement select =
        transaction.prepare(R"sql(SELECT r.id FROM reminder r LEFT JOIN facilitator f ON f.id = r.facilitator
                                                        WHERE f.erased_on IS NULL AND r.id < $1 ORDER BY r.id DESC LIMIT 1000)sql");
    std::vector<std::int64_t> known = store::numbers(select.bind(std::numeric_limits<std::int64_t>::max()));
    while (!ids.empty() && !known.empty()) {
        for (const std::int64_t reminder : known)
            ids.erase(message_id(store, reminder));
        known = store::numbers(select.bind(known.back()));
    }
}

bool is_since(std::string_view name, calendar::Instant since) {
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), seconds);
    return error != std::errc() || seconds >= since.seconds();
}

} // namespace

std::string message_id(std::string_view store_identity, std::int64_t reminder) {
    return vault::digest_hex(fmt::format("{} {}", store_identity, reminder)).substr(0, id_digits);
}

std::int64_t delete_unknown_messages(store::Transaction& transaction, const std::filesystem::path& workspace,
                                     calendar::Instant since) {
    if (workspace.empty()) return 0;
    std::set<std::string> unknown;
    const auto note = [&](std::string_view name) {
        if (std::string id = id_in(name); !id.empty() && is_since(name, since)) unknown.insert(std::move(id));
        return false;
    };
    const std::array<std::filesystem::path, 2> folders = {workspace / "outbox" / "mail", workspace / "outbox" / "sms"};
    for (const std::filesystem::path& folder : folders)
        documents::delete_from_maildir(folder, note);
    drop_known(transaction, unknown);
    std::int64_t deleted = 0;
    for (const std::filesystem::path& folder : folders)
        if (!unknown.empty())
            deleted +=
                documents::delete_from_maildir(folder, [&](std::string_view name) { return unknown.contains(id_in(name)); });
    return deleted;
}

} // namespace peergroup::reminders
