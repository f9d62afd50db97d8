#include "vault/key_ring.hpp"

#include "language/problem.hpp"
#include "vault/ring_text.hpp"

#include <sodium.h>

#include <algorithm>

namespace peergroup::vault {

namespace {

constexpr std::string_view pair_public = "pair-public";
constexpr std::string_view pair_secret = "pair-secret";
constexpr std::string_view reads = "reads";
constexpr std::string_view region_kind = "region";
constexpr std::string_view grant_heading = "peergroup grant ";

Problem damaged() {
    return {ProblemKind::integrity, "key-ring-damaged", "the key ring cannot be read", "", "restore its backup"};
}

Problem no_region_key(const std::string& region) {
    return {ProblemKind::integrity, "no-region-key", "the key ring holds no such key of " + region, region,
            "ask for it: `peergroup vault grant`, or restore the backup of the ring"};
}

RegionKeys derived_keys(const HeldKey& held, const SecretKey& key) {
    return {held.region,
            held.version,
            key.derived(Purpose::person_keys),
            key.derived(Purpose::lookups),
            key.derived(Purpose::notes),
            key.derived(Purpose::journal)};
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

KeyRing::KeyRing() : slots_(SecretKey::bytes * 64) {}

KeyRing KeyRing::make(std::span<const std::string> regions, const Entropy& entropy) {
    KeyRing ring;
    const std::span<std::byte> secret = ring.add(pair_secret, "", 0);
    entropy(secret);
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(ring.add(pair_public, "", 0).data()),
                           reinterpret_cast<const unsigned char*>(secret.data()));
    entropy(ring.add(reads, "", 1));
    for (const std::string& region : regions)
        ring.renew(region, entropy);
    return ring;
}

bool KeyRing::asks_passphrase(std::string_view text) {
    return RingText::read(text).is_sealed();
}

KeyRing KeyRing::read(std::string_view text, const std::optional<SecretBytes>& passphrase) {
    const SecretBytes body = RingText::read(text).open(passphrase);
    KeyRing ring = of_body(body.view());
    for (const std::string_view kind : {pair_public, pair_secret, reads})
        ring.key_of(kind);
    return ring;
}

KeyRing KeyRing::of_body(std::string_view body) {
    KeyRing ring;
    for (std::size_t end = body.find('\n'); end != std::string_view::npos; end = body.find('\n')) {
        const std::vector<std::string_view> words = words_of(body.substr(0, end));
        body.remove_prefix(end + 1);
        const std::optional<int> version = words.size() == 4 ? whole_number(words[2]) : std::nullopt;
        if (!version || !read_base64(words[3], ring.add(words[0], words[1] == "-" ? "" : words[1], *version))) throw damaged();
    }
    if (!body.empty()) throw damaged();
    return ring;
}

std::string KeyRing::body(std::string_view only_region) const {
    std::string text;
    text.reserve(lines_.size() * 128); // so that no piece of it is left behind where it grew
    for (const Line& line : lines_) {
        if (!only_region.empty() && (line.kind != region_kind || line.region != only_region)) continue;
        std::string key = to_base64(key_of(line));
        text +=
            line.kind + ' ' + (line.region.empty() ? "-" : line.region) + ' ' + std::to_string(line.version) + ' ' + key + '\n';
        wipe(key);
    }
    return text;
}

std::string KeyRing::text(const std::optional<SecretBytes>& passphrase) const {
    std::string plain = body();
    std::string text = passphrase ? RingText::sealed(plain, *passphrase) : RingText::clear(plain);
    wipe(plain);
    return text;
}

std::span<std::byte> KeyRing::add(std::string_view kind, std::string_view region, int version) {
    const std::size_t slot = lines_.size() * SecretKey::bytes;
    if (slot == slots_.size()) {
        SecretBytes larger(slots_.size() * 2);
        std::ranges::copy(slots_.span(), larger.span().begin());
        slots_ = std::move(larger);
    }
    lines_.push_back({std::string(kind), std::string(region), version, slot});
    return slots_.span().subspan(slot, SecretKey::bytes);
}

std::string_view KeyRing::key_of(const Line& line) const {
    return slots_.view().substr(line.slot, SecretKey::bytes);
}

std::string_view KeyRing::key_of(std::string_view kind) const {
    const auto found = std::ranges::find(lines_, kind, &Line::kind);
    if (found == lines_.end()) throw damaged();
    return key_of(*found);
}

int KeyRing::newest_version(std::string_view region) const {
    int newest = 0;
    for (const Line& line : lines_)
        if (line.kind == region_kind && line.region == region) newest = std::max(newest, line.version);
    return newest;
}

bool KeyRing::holds(std::string_view region) const {
    return newest_version(region) > 0;
}

std::vector<HeldKey> KeyRing::held() const {
    std::vector<HeldKey> keys;
    for (const Line& line : lines_)
        if (line.kind == region_kind) keys.push_back({line.region, line.version});
    std::ranges::sort(keys);
    return keys;
}

const RegionKeys& KeyRing::newest(std::string_view region) const {
    return version(region, newest_version(region));
}

const RegionKeys& KeyRing::version(std::string_view region, int version) const {
    const HeldKey wanted{std::string(region), version};
    if (const auto known = derived_.find(wanted); known != derived_.end()) return known->second;
    for (const Line& line : lines_)
        if (line.kind == region_kind && line.region == region && line.version == version)
            return derived_.emplace(wanted, derived_keys(wanted, SecretKey::of(key_of(line)))).first->second;
    throw no_region_key(wanted.region);
}

SecretKey KeyRing::reads_key() const {
    return SecretKey::of(key_of(reads)).derived(Purpose::journal);
}

SecretKey KeyRing::calendars_key(const HeldKey& held) const {
    for (const Line& line : lines_)
        if (line.kind == region_kind && line.region == held.region && line.version == held.version)
            return SecretKey::of(key_of(line)).derived(Purpose::calendars);
    throw no_region_key(held.region);
}

void KeyRing::renew(const std::string& region, const Entropy& entropy) {
    entropy(add(region_kind, region, newest_version(region) + 1));
}

void KeyRing::forget(std::string_view region) {
    std::erase_if(lines_, [&](const Line& line) { return line.kind == region_kind && line.region == region; });
    KeyRing rest = of_body(SecretBytes::of(body()).view()); // whose memory does not hold the key any more
    *this = std::move(rest);
}

std::string KeyRing::public_text() const {
    return public_text_of(key_of(pair_public));
}

std::string KeyRing::grant(std::string_view region, std::string_view public_text) const {
    newest(region);
    const SecretBytes recipient = public_key_of(public_text);
    std::string plain = body(region);
    std::string sealed(plain.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()), bytes_of(plain), plain.size(), recipient.data());
    wipe(plain);
    return std::string(grant_heading) + to_base64(sealed) + '\n';
}

bool KeyRing::differs_from(const KeyRing& granted, std::string_view region) const {
    return std::ranges::any_of(lines_, [&](const Line& own) {
        return own.kind == region_kind && own.region == region && std::ranges::none_of(granted.lines_, [&](const Line& line) {
                   return line.region == region && line.version == own.version && granted.key_of(line) == key_of(own);
               });
    });
}

std::vector<std::string> KeyRing::accept(std::string_view grant, const std::vector<std::string>& used) {
    const Problem unreadable(ProblemKind::integrity, "grant-unreadable", "the grant was not sealed to this ring, or is damaged");
    const std::optional<SecretBytes> sealed = from_base64(behind(grant_heading, grant));
    if (!sealed || sealed->size() < crypto_box_SEALBYTES) throw unreadable;
    SecretBytes plain(sealed->size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(plain.data(), sealed->data(), sealed->size(), bytes_of(key_of(pair_public)),
                             bytes_of(key_of(pair_secret))) != 0)
        throw unreadable;
    const KeyRing granted = of_body(plain.view());
    std::vector<std::string> regions;
    for (const Line& line : granted.lines_)
        if (std::ranges::find(regions, line.region) == regions.end()) regions.push_back(line.region);
    for (const std::string& region : regions) {
        if (differs_from(granted, region) && std::ranges::find(used, region) != used.end())
            throw Problem(ProblemKind::refused, "region-in-use",
                          "people or records of " + region + " are sealed here with another key", region,
                          "take the grant in with a ring whose store knows nobody of the region");
        std::erase_if(lines_, [&](const Line& own) { return own.kind == region_kind && own.region == region; });
    }
    KeyRing joined = of_body(SecretBytes::of(body() + granted.body()).view());
    *this = std::move(joined);
    return regions;
}

} // namespace peergroup::vault
