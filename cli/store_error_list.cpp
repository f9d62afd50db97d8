#include "cli/error_list.hpp"

#include <array>

namespace peergroup::cli {

namespace {

// clang-format off
constexpr auto meanings = std::to_array<ErrorMeaning>({
    {"copy-mismatched", "11", "the copies of the store and of the person keys belong to different stores"},
    {"copy-missing", "6", "there is no copy of a store there"},
    {"copy-of-another-store", "11", "the copy is of another store"},
    {"copy-without-keys", "6", "no copy of the person keys belongs to the copy of the store"},
    {"journal-broken", "11", "entries of the journal were changed, taken out or put in"},
    {"key-exposed", "11", "others than its owner can read or write the key ring"},
    {"key-ring-damaged", "11", "the key ring cannot be read"},
    {"key-ring-missing", "11", "there is no key ring beside the store"},
    {"key-ring-other", "11", "the key ring is of another store: what it has is no key of this one"},
    {"no-person-key", "11", "a record is there and the person's key is not"},
    {"no-region-key", "11", "the key ring does not hold the key of the region"},
    {"passphrase-missing", "11", "the key ring is under a passphrase and none is given"},
    {"passphrase-wrong", "11", "the passphrase does not open the key ring"},
    {"spool-failed", "1", "what does not fit in memory cannot be written"},
    {"store-busy", "7", "another holds the store"},
    {"store-damaged", "11", "the store is damaged"},
    {"store-foreign", "11", "the file is no store of this program"},
    {"store-journal", "11", "a transaction of the store is under way, or was cut off"},
    {"store-missing", "6", "there is no store"},
    {"store-newer", "10", "the store was written by a newer program"},
    {"store-older", "10", "the store has an older schema"},
    {"store-unreachable", "7", "the store cannot be opened, read or written"},
    {"store-unsound", "11", "the store contradicts itself; what does is listed before"},
});
// clang-format on

} // namespace

std::span<const ErrorMeaning> store_error_meanings() {
    return meanings;
}

} // namespace peergroup::cli
