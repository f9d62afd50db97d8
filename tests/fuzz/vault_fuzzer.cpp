#include "language/problem.hpp"
#include "vault/journal_check.hpp"
#include "vault/key_ring.hpp"
#include "vault/note.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace peergroup;

namespace {

const vault::KeyRing& ring() {
    static const vault::KeyRing made = vault::KeyRing::make(std::vector<std::string>{"kainuu"}, vault::system_entropy());
    return made;
}

template <class Action> void with_problems(const Action& action) {
    try {
        action();
    } catch (const Problem& problem) {
        if (problem.code.empty()) std::abort();
    }
}

} // namespace

// Whatever stands in a file of keys, a sealed value or a head: it is read or refused. Nothing that was not sealed opens.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    // A passphrase would cost more time than all else; what is sealed is refused for the lack of one.
    with_problems([&] { static_cast<void>(vault::KeyRing::read(text).text()); });
    with_problems([&] {
        vault::KeyRing mine = vault::KeyRing::read(ring().text());
        mine.accept(text, {});
        std::abort();
    });
    with_problems([&] { static_cast<void>(ring().grant("kainuu", text)); });
    with_problems([&] {
        vault::unseal_note(ring(), {"session_note.sealed", 1}, text);
        std::abort();
    });
    if (vault::unseal(ring().newest("kainuu").notes, {"c", 1}, text)) std::abort();
    if (const auto head = vault::JournalHead::parse(text); head && vault::JournalHead::parse(head->text()) != head) std::abort();
    return 0;
}
