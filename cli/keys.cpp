#include "cli/keys.hpp"

#include "documents/whole_file.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace peergroup::cli {

namespace {

/// A terminal that does not show what is typed, until it goes.
class HiddenInput {
public:
    HiddenInput() : active_(::tcgetattr(STDIN_FILENO, &shown_) == 0) {
        if (!active_) return;
        termios hidden = shown_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenInput() {
        if (active_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
    }
    HiddenInput(const HiddenInput&) = delete;
    HiddenInput& operator=(const HiddenInput&) = delete;

private:
    termios shown_{};
    bool active_;
};

struct Closing {
    int descriptor;
    ~Closing() { ::close(descriptor); }
};

constexpr off_t most_bytes = off_t{1} << 20U;
constexpr off_t most_of_pipe = off_t{1} << 12U; // a passphrase from a descriptor

// Straight from the descriptor, at once: a stream, or a text that grows, would leave pieces of the keys behind.
std::string bytes_of(int descriptor) {
    struct stat status {};
    ::fstat(descriptor, &status);
    const off_t most = S_ISREG(status.st_mode) ? std::min(status.st_size, most_bytes) : most_of_pipe;
    std::string bytes(static_cast<std::size_t>(most), '\0');
    std::size_t size = 0;
    for (ssize_t got = 1; got > 0 && size < bytes.size(); size += static_cast<std::size_t>(got > 0 ? got : 0))
        got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    bytes.resize(size);
    return bytes;
}

bool is_exposed(const struct stat& status) {
    const bool own = status.st_uid == ::geteuid() || status.st_uid == 0;
    return !own || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

void refuse_exposed(const struct stat& status, const std::string& path) {
    if (!S_ISREG(status.st_mode) || is_exposed(status))
        throw Problem(ProblemKind::integrity, "key-exposed", "others than its owner can read or write it", path,
                      "chmod 600, and think about who may have copied it: `peergroup vault rotate`");
}

std::string ring_text(const Call& call) {
    call.workspace.require();
    const std::string path = call.workspace.key_ring_file().string();
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        throw Problem(ProblemKind::integrity, "key-ring-missing", "the key ring cannot be opened", path,
                      "restore its backup: without it no name can be read");
    const Closing closing{descriptor};
    struct stat status {};
    ::fstat(descriptor, &status);
    refuse_exposed(status, path);
    return bytes_of(descriptor);
}

vault::SecretBytes first_line(std::string& text) {
    const std::size_t end = text.find_first_of("\r\n");
    vault::SecretBytes line = vault::SecretBytes::of(std::string_view(text).substr(0, end));
    vault::wipe(text);
    return line;
}

} // namespace

std::optional<vault::SecretBytes> read_passphrase(const Call& call, const std::string& file, const std::string& question) {
    if (!file.empty()) {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) throw Problem(ProblemKind::failed, "file-unreadable", "cannot be read", file);
        const Closing closing{descriptor};
        struct stat status {}; // a pipe from another program is as good as a file
        if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && is_exposed(status))
            throw Problem(ProblemKind::configuration, "secret-exposed", "others than its owner can read or write it", file,
                          "chmod 600, and take another passphrase: `peergroup vault passphrase`");
        std::string text = bytes_of(descriptor);
        return first_line(text);
    }
    if (!call.surroundings.in_is_terminal) return std::nullopt;
    const HiddenInput hidden;
    call.surroundings.err << question << ' ' << std::flush;
    std::string line;
    std::getline(call.surroundings.in, line);
    call.surroundings.err << '\n';
    return first_line(line);
}

namespace {

OpenedRing opened_ring(const Call& call, std::string& text) {
    std::optional<vault::SecretBytes> passphrase;
    if (vault::KeyRing::asks_passphrase(text))
        passphrase = read_passphrase(call, call.flags.passphrase_file, language::say(call.language, "vault.ask-passphrase"));
    OpenedRing opened{vault::KeyRing::read(text, passphrase), std::move(passphrase)};
    vault::wipe(text);
    return opened;
}

} // namespace

OpenedRing open_ring(const Call& call) {
    std::string text = ring_text(call);
    try {
        return opened_ring(call, text);
    } catch (Problem& problem) { // a ring knows what is wrong with it, not where it lies
        if (problem.where.empty()) problem.where = call.workspace.key_ring_file().string();
        throw;
    }
}

void refuse_exposed_ring(const Call& call) {
    const std::string path = call.workspace.key_ring_file().string();
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) refuse_exposed(status, path);
}

std::shared_ptr<const vault::KeyRing> keys_of(const Call& call) {
    if (!call.keys) call.keys = std::make_shared<const vault::KeyRing>(open_ring(call).ring);
    return call.keys;
}

bool ring_opens_unasked(const Call& call) {
    if (call.keys || !call.flags.passphrase_file.empty()) return true;
    std::string text = ring_text(call);
    const bool asks = vault::KeyRing::asks_passphrase(text);
    vault::wipe(text);
    return !asks;
}

void save_ring(const std::filesystem::path& file, const vault::KeyRing& ring,
               const std::optional<vault::SecretBytes>& passphrase) {
    std::string text = ring.text(passphrase);
    documents::write_whole_file(file.string(), text);
    vault::wipe(text);
}

} // namespace peergroup::cli
