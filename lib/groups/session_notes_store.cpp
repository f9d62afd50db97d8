#include "groups/session_notes.hpp"

#include "vault/note.hpp"

namespace peergroup::groups {

namespace {

constexpr std::string_view column_of_notes = "session_note.sealed";

} // namespace

SessionNotes::SessionNotes(store::Transaction& transaction, const vault::KeyRing& ring)
    : transaction_(transaction), ring_(ring),
      read_(transaction.prepare(R"sql(SELECT place, sealed FROM session_note WHERE session = $1 ORDER BY place)sql")),
      insert_(transaction.append("session_note (session, place, sealed)")) {}

Themes SessionNotes::of(std::int64_t session) {
    Themes themes;
    read_.bind(session).each([&](const store::Row& row) {
        std::string text = vault::unseal_note(ring_, {column_of_notes, session}, row.text(1));
        if (row.integer(0) == 0)
            themes.theme = std::move(text);
        else
            themes.raised.push_back(std::move(text));
    });
    return themes;
}

void SessionNotes::write(std::int64_t session, const std::string& region, const Themes& themes) {
    transaction_.prepare(R"sql(DELETE FROM session_note WHERE session = $1)sql").bind(session).run();
    int place = 0;
    const auto add = [&](const std::string& text) {
        const std::string sealed = vault::seal_note(ring_, {column_of_notes, session, region}, text);
        insert_.add(session, place, store::Blob{sealed});
    };
    if (!themes.theme.empty()) add(themes.theme);
    for (const std::string& raised : themes.raised) {
        ++place;
        add(raised);
    }
    insert_.write();
}

std::int64_t SessionNotes::renew(const std::string& region) {
    store::Statement noted =
        transaction_.prepare(R"sql(SELECT DISTINCT s.id FROM session s JOIN peer_group g ON g.id = s.peer_group
                                                        JOIN session_note n ON n.session = s.id WHERE g.region = $1)sql");
    const std::vector<std::int64_t> sessions = store::numbers(noted.bind(region));
    for (const std::int64_t session : sessions)
        write(session, region, of(session));
    return static_cast<std::int64_t>(sessions.size());
}

} // namespace peergroup::groups
