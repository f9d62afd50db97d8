#include "cli/error_list.hpp"

#include <array>

namespace peergroup::cli {

namespace {

// clang-format off
constexpr auto meanings = std::to_array<ErrorMeaning>({
    {"catalogue-missing", "5", "the folder holds no catalogue"},
    {"config-contradiction", "5", "two values of the catalogue contradict each other"},
    {"config-dangling-reference", "5", "a file of the catalogue names another that is not there"},
    {"config-duplicate", "5", "a value stands twice where it may stand once"},
    {"config-empty", "5", "a text is empty"},
    {"config-id-mismatch", "5", "the id is not the name of the file"},
    {"config-invalid", "5", "the catalogue has faults; they are listed before"},
    {"config-malformed", "5", "a value does not have the form that it needs"},
    {"config-missing-key", "5", "a key is missing"},
    {"config-out-of-range", "5", "a number is too small or too large"},
    {"config-syntax", "5", "the file is no TOML"},
    {"config-telling-word", "5", "a message would tell what a group is about, or that somebody is a client"},
    {"config-too-deep", "5", "the file nests too deep"},
    {"config-too-large", "5", "the file is larger than 4 MiB"},
    {"config-unknown-field", "5", "a message has a field that no message may tell"},
    {"config-unknown-key", "5", "a key that the program does not know"},
    {"config-unknown-word", "5", "a word that the key does not take"},
    {"config-unknown-zone", "5", "the system does not know the time zone"},
    {"config-unreadable", "5", "the file cannot be read"},
    {"config-writable", "5", "others than its owner or root can write to the catalogue"},
    {"config-wrong-type", "5", "a value is of another type than the key takes"},
    {"module-exposed", "1", "others than its owner or root can write a part of the program that is opened on demand"},
    {"module-foreign", "1", "a part of the program is of another version"},
    {"module-missing", "1", "the part of the program that speaks to servers is not there"},
    {"secret-exposed", "5", "others than its owner can read or write a file that holds a password, a passphrase or a token"},
    {"secret-unreadable", "5", "a file that should hold a password or a token cannot be read, or holds none"},
});
// clang-format on

} // namespace

std::span<const ErrorMeaning> configuration_error_meanings() {
    return meanings;
}

} // namespace peergroup::cli
