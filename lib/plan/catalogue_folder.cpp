#include "plan/catalogue_folder.hpp"

#include "documents/whole_file.hpp"
#include "language/problem.hpp"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace peergroup::plan {

namespace {

constexpr mode_t owner_alone = 0700;

[[noreturn]] void fail(const std::string& path) {
    throw Problem(ProblemKind::failed, "output-failed", std::strerror(errno), path);
}

void make_folder(const std::string& path) {
    if (mkdir(path.c_str(), owner_alone) != 0 && errno != EEXIST) fail(path);
}

struct Entry {
    std::string path;
    std::size_t size;
};

// The lines `<bytes> <path>` before the empty one; `content` is left at the bytes.
std::vector<Entry> take_entries(std::string_view& content) {
    std::vector<Entry> entries;
    for (;;) {
        const std::size_t end = content.find('\n');
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(end + 1);
        if (line.empty()) return entries;
        const std::size_t blank = line.find(' ');
        std::size_t size = 0;
        std::from_chars(line.data(), line.data() + blank, size);
        entries.push_back({std::string(line.substr(blank + 1)), size});
    }
}

} // namespace

std::string lay_out_beside(const std::string& folder, std::string_view content) {
    const std::string laid_out = folder + ".new-" + std::to_string(getpid());
    std::error_code ignored;
    std::filesystem::remove_all(laid_out, ignored);
    make_folder(laid_out);
    for (const Entry& entry : take_entries(content)) {
        const std::string path = laid_out + '/' + entry.path;
        make_folder(std::filesystem::path(path).parent_path().string());
        documents::write_whole_file(path, content.substr(0, entry.size));
        content.remove_prefix(entry.size);
    }
    return laid_out;
}

void put_in_place(const std::string& laid_out, const std::string& folder) {
    if (renameat2(AT_FDCWD, laid_out.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0) fail(folder);
    std::error_code ignored; // it is no longer the catalogue
    std::filesystem::remove_all(laid_out, ignored);
}

} // namespace peergroup::plan
