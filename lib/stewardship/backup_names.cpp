#include "stewardship/backup_names.hpp"

#include "language/problem.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace peergroup::stewardship {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view beginning = "store-";
constexpr std::string_view keys_ending = "-keys";
constexpr std::string_view ending = ".db";

// `20260914T060000Z`: the instant without what a file system may refuse in a name.
std::string stamp(calendar::Instant instant) {
    std::string text = instant.text();
    std::erase_if(text, [](char letter) { return letter == '-' || letter == ':'; });
    return text;
}

std::optional<calendar::Instant> read_stamp(const std::string& text) {
    if (text.size() != 16) return std::nullopt;
    std::string spread = text;
    for (const std::size_t place : {13U, 11U})
        spread.insert(place, ":");
    for (const std::size_t place : {6U, 4U})
        spread.insert(place, "-");
    const auto instant = calendar::Instant::parse(spread);
    return instant && stamp(*instant) == text ? instant : std::nullopt;
}

void require_copy(const std::string& path) {
    std::error_code hidden;
    if (!fs::exists(path, hidden))
        throw Problem(ProblemKind::not_found, "copy-missing", "there is no such file or folder", path,
                      "`peergroup db backup` makes copies");
}

bool is_folder(const std::string& path) {
    std::error_code hidden;
    return fs::is_directory(path, hidden);
}

std::string newest_in(const std::string& path) {
    if (!is_folder(path)) return path;
    const std::vector<NamedCopy> copies = copies_in(path, false);
    if (copies.empty())
        throw Problem(ProblemKind::not_found, "copy-missing", "holds no copy of a store", path,
                      "`peergroup db backup` makes copies");
    return copies.back().path;
}

std::string keys_in(const std::string& folder, const NamedCopy& copy) {
    for (const NamedCopy& keys : copies_in(folder, true))
        if (keys.made_at >= copy.made_at) return keys.path;
    return "";
}

} // namespace

std::string copy_name(calendar::Instant made_at, bool of_keys) {
    return std::string(beginning) + stamp(made_at) + std::string(of_keys ? keys_ending : "") + std::string(ending);
}

std::optional<NamedCopy> read_copy_name(const std::string& path) {
    std::string name = fs::path(path).filename().string();
    if (!name.starts_with(beginning) || !name.ends_with(ending)) return std::nullopt;
    name = name.substr(beginning.size(), name.size() - beginning.size() - ending.size());
    const bool of_keys = name.ends_with(keys_ending);
    if (of_keys) name.resize(name.size() - keys_ending.size());
    const auto made_at = read_stamp(name);
    return made_at ? std::optional(NamedCopy{path, *made_at, of_keys}) : std::nullopt;
}

std::vector<NamedCopy> copies_in(const std::string& folder, bool of_keys) {
    std::vector<NamedCopy> copies;
    std::error_code missing;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, missing)) {
        std::error_code hidden;
        const auto copy = read_copy_name(entry.path().string());
        if (copy && copy->of_keys == of_keys && entry.symlink_status(hidden).type() == fs::file_type::regular)
            copies.push_back(*copy);
    }
    std::ranges::sort(copies, {}, &NamedCopy::made_at);
    return copies;
}

std::vector<NamedCopy> replaced_keys(const std::string& store_path) {
    constexpr std::size_t stamp_size = 16;
    const std::string keys = store::pair_at(store_path).keys;
    const std::string prefix = fs::path(keys).filename().string() + ".before-";
    std::vector<NamedCopy> copies;
    std::error_code missing;
    for (const fs::directory_entry& entry : fs::directory_iterator(store::folder_of(keys), missing)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix)) continue;
        if (const auto made_at = read_stamp(name.substr(prefix.size(), stamp_size)))
            copies.push_back({entry.path().string(), *made_at, true});
    }
    std::ranges::sort(copies, {}, &NamedCopy::made_at);
    return copies;
}

store::StorePair find_copy(const std::vector<std::string>& paths, const std::string& keys_folder) {
    for (const std::string& path : paths)
        require_copy(path);
    const std::string store = newest_in(paths.front());
    if (paths.size() > 1 && !is_folder(paths[1])) return {store, paths[1]};
    const std::vector<std::string> folders =
        paths.size() > 1 ? std::vector{paths[1]} : std::vector{store::folder_of(store), keys_folder};
    const auto named = read_copy_name(store);
    for (const std::string& folder : folders) {
        const std::string keys = named ? keys_in(folder, *named) : "";
        if (!keys.empty()) return {store, keys};
    }
    throw Problem(ProblemKind::not_found, "copy-without-keys", "no copy of the person keys was found that belongs to it", store,
                  "name it behind the copy of the store");
}

} // namespace peergroup::stewardship
