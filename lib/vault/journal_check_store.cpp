#include "vault/journal_check.hpp"

#include "vault/digest.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace peergroup::vault {

namespace {

using store::text_or_null;

constexpr std::size_t shown_digits = 32;

/// The entries of the journal one by one, wherever their numbers come from.
class Entries {
public:
    explicit Entries(store::Transaction& transaction)
        : read_(transaction.prepare(
              R"sql(SELECT id, chain, number, recorded_at, actor, role, verb, objects, ground, counts, batch, stated_now, stated_on,
                    key_version, link, recipient FROM journal WHERE id = $1)sql")) {}

    JournalEntry operator[](std::int64_t id) { return JournalEntry::of(read_.bind(id).one().value()); }

private:
    store::Statement read_;
};

// Each chain once; their number is small, the entries may be many.
std::vector<std::string> chains_of(store::Transaction& transaction) {
    std::vector<std::string> chains;
    store::Statement next = transaction.prepare(R"sql(SELECT min(chain) FROM journal WHERE chain > $1)sql");
    for (std::string last;;) {
        const store::Row row = next.bind(last).one().value();
        if (!row.has(0)) return chains;
        last = row.text(0);
        chains.push_back(last);
    }
}

bool belongs_to(std::string_view chain, JournalHead::Kind kind) {
    return (chain == reads_chain) == (kind == JournalHead::Kind::reads);
}

/// Goes along one chain; an entry that does not fit is told once, and the next is held against what is stored of it.
class ChainCheck {
public:
    ChainCheck(const KeyRing& ring, std::string chain, std::vector<JournalFinding>& findings)
        : ring_(ring), chain_(std::move(chain)), findings_(findings) {}

    void take(const JournalEntry& entry) {
        for (; expected_ < entry.number && missing_ < most_missing; ++expected_, ++missing_)
            findings_.push_back({"entry-missing", chain_, expected_});
        const std::int64_t gap = entry.number - number_;
        const bool follows = gap == 1 && entry.id > id_;
        const SecretKey* const key = key_of(entry.key_version);
        // Behind a gap the entry cannot be judged: its link stands on one that is not there.
        if (key == nullptr)
            findings_.push_back({"key-unknown", chain_, entry.id});
        else if (gap <= 1 && (!follows || entry.link_after(link_, *key) != entry.link))
            findings_.push_back({"entry-edited", chain_, entry.id});
        number_ = entry.number;
        expected_ = entry.number + 1;
        id_ = entry.id;
        link_ = entry.link;
    }

private:
    static constexpr int most_missing = 1000;

    const SecretKey* key_of(int version) {
        if (!key_ || version != version_) {
            if (!ChainKey::holds(ring_, chain_, version)) return nullptr;
            key_.emplace(ring_, chain_, version);
        }
        version_ = version;
        return &key_->key();
    }

    const KeyRing& ring_;
    std::string chain_;
    std::vector<JournalFinding>& findings_;
    std::optional<ChainKey> key_;
    int version_ = 0;
    int missing_ = 0;
    std::int64_t number_ = 0;
    std::int64_t expected_ = 1;
    std::int64_t id_ = 0;
    std::string link_;
};

void check_chain(store::Transaction& transaction, const KeyRing& ring, const std::string& chain,
                 std::vector<JournalFinding>& findings) {
    if (!ChainKey::holds(ring, chain)) {
        findings.push_back({"key-missing", chain});
        return;
    }
    ChainCheck check(ring, chain, findings);
    Entries entries(transaction);
    transaction.prepare(R"sql(SELECT id FROM journal WHERE chain = $1 ORDER BY number)sql")
        .bind(chain)
        .each([&](const store::Row& row) { check.take(entries[row.integer(0)]); });
}

// Every number that was given to an entry has to be there.
void check_numbers(store::Transaction& transaction, std::vector<JournalFinding>& findings) {
    const store::Row row = transaction
                               .prepare(R"sql(SELECT count(*), coalesce(max(id), 0),
                                              (SELECT next_id FROM id_sequence WHERE name = 'journal') FROM journal)sql")
                               .bind()
                               .one()
                               .value();
    if (row.integer(1) + 1 < row.integer(2)) findings.push_back({"entries-cut", "", row.integer(1) + 1});
    const bool told =
        std::ranges::any_of(findings, [](const JournalFinding& finding) { return finding.code == "entry-missing"; });
    if (!told && row.integer(0) < row.integer(1)) findings.push_back({"entry-missing", "", 0});
}

// Whatever is kept in a region was entered in its chain: one that is gone was taken out, or stands under a name that hides it.
void check_regions(store::Transaction& transaction, std::vector<JournalFinding>& findings) {
    transaction
        .prepare(R"sql(SELECT r.region FROM (SELECT region FROM keys.person_key UNION SELECT region FROM keys.facilitator_key
                                             UNION SELECT region FROM peer_group) r
                       WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.chain = r.region) ORDER BY r.region)sql")
        .bind()
        .each([&](const store::Row& row) {
            findings.push_back({"entry-missing", row.text(0), 1});
        });
}

} // namespace

std::optional<JournalHead> JournalHead::parse(std::string_view text) {
    JournalHead head;
    if (text.starts_with("reads-"))
        head.kind_ = Kind::reads;
    else if (!text.starts_with("changes-"))
        return std::nullopt;
    text.remove_prefix(text.find('-') + 1);
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), head.until_);
    if (error != std::errc{} || head.until_ < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stopped - text.data()));
    if (text.size() != shown_digits + 1 || text.front() != '-') return std::nullopt;
    head.hash_ = text.substr(1);
    return head;
}

JournalHead JournalHead::of(store::Transaction& transaction, Kind kind, std::optional<std::int64_t> until) {
    store::Statement last = transaction.prepare(
        R"sql(SELECT id, number, link FROM journal WHERE chain = $1 AND id <= $2 ORDER BY number DESC LIMIT 1)sql");
    JournalHead head;
    head.kind_ = kind;
    std::string links;
    for (const std::string& chain : chains_of(transaction)) {
        if (!belongs_to(chain, kind)) continue;
        const auto row = last.bind(chain, until.value_or(std::numeric_limits<std::int64_t>::max())).one();
        if (!row) continue;
        head.until_ = std::max(head.until_, row->integer(0));
        links += chain + ' ' + std::to_string(row->integer(1)) + ' ' + row->text(2) + '\n';
    }
    head.hash_ = digest_hex(links).substr(0, shown_digits);
    return head;
}

JournalHead JournalHead::of_changes_at(store::Transaction& transaction, const std::string& instant) {
    const auto row =
        transaction
            .prepare(R"sql(SELECT id FROM journal WHERE chain <> 'reads' AND recorded_at <= $1 ORDER BY id DESC LIMIT 1)sql")
            .bind(instant)
            .one();
    return of(transaction, Kind::changes, row ? row->integer(0) : 0);
}

std::string JournalHead::text() const {
    return (kind_ == Kind::reads ? "reads-" : "changes-") + std::to_string(until_) + '-' + hash_;
}

std::vector<JournalFinding> check_journal(store::Transaction& transaction, const KeyRing& ring,
                                          const std::optional<JournalHead>& expected) {
    std::vector<JournalFinding> findings;
    for (const std::string& chain : chains_of(transaction))
        check_chain(transaction, ring, chain, findings);
    check_regions(transaction, findings);
    check_numbers(transaction, findings);
    if (!expected) return findings;
    if (JournalHead::of(transaction, expected->kind()).until() < expected->until())
        findings.push_back({"head-not-reached", "", expected->until()});
    else if (JournalHead::of(transaction, expected->kind(), expected->until()) != *expected)
        findings.push_back({"head-differs", "", expected->until()});
    return findings;
}

std::vector<JournalEntry> list_journal(store::Transaction& transaction, const JournalFilter& filter) {
    std::vector<JournalEntry> listed;
    Entries entries(transaction);
    const std::int64_t limit = filter.limit > 0 ? filter.limit : std::numeric_limits<std::int64_t>::max();
    transaction
        .prepare(
            R"sql(SELECT id FROM journal WHERE chain = coalesce($1, chain) AND actor = coalesce($2, actor)
                       AND recorded_at >= coalesce($3, recorded_at) AND recorded_at < coalesce($4, '~')
                       ORDER BY id DESC LIMIT $5)sql")
        .bind(text_or_null(filter.chain), text_or_null(filter.actor), text_or_null(filter.from), text_or_null(filter.to), limit)
        .each([&](const store::Row& row) { listed.push_back(entries[row.integer(0)]); });
    std::ranges::reverse(listed);
    return listed;
}

} // namespace peergroup::vault
