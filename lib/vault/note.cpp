#include "vault/note.hpp"

#include "language/problem.hpp"
#include "vault/ring_text.hpp"

namespace peergroup::vault {

namespace {

Problem damaged(const SealedPlace& place) {
    return {ProblemKind::integrity, "sealed-value-damaged", "a note does not open",
            std::string(place.column) + " " + std::to_string(place.row), "see `peergroup db check`"};
}

} // namespace

std::string seal_note(const KeyRing& ring, const SealedPlace& place, std::string_view text) {
    const RegionKeys& keys = ring.newest(place.region);
    return keys.region + ' ' + std::to_string(keys.version) + '\n' + seal(keys.notes, place, text);
}

std::string unseal_note(const KeyRing& ring, const SealedPlace& place, std::string_view sealed) {
    const std::size_t end = sealed.find('\n');
    if (end == std::string_view::npos) throw damaged(place);
    const std::vector<std::string_view> words = words_of(sealed.substr(0, end));
    const std::optional<int> version = words.size() == 2 ? whole_number(words[1]) : std::nullopt;
    if (!version) throw damaged(place);
    const RegionKeys& keys = ring.version(words[0], *version);
    auto text = unseal(keys.notes, {place.column, place.row, keys.region}, sealed.substr(end + 1));
    if (!text) throw damaged(place);
    return std::move(*text);
}

} // namespace peergroup::vault
