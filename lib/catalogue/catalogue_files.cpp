#include "catalogue/catalogue_files.hpp"

#include "documents/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace peergroup::catalogue {

namespace {

constexpr std::string_view ending = ".toml";
constexpr const char* organisation_path = "organisation.toml";
constexpr const char* delivery_path = "delivery.toml";
constexpr const char* reminders_path = "reminders.toml";

std::string_view subfolder(FileKind kind) {
    switch (kind) {
    case FileKind::calendar:
        return "calendars";
    case FileKind::type:
        return "group-types";
    case FileKind::message:
        return "templates";
    case FileKind::region:
        break;
    }
    return "regions";
}

std::string path_of(FileKind kind, std::string_view id) {
    return fmt::format("{}/{}{}", subfolder(kind), id, ending);
}

std::string read_whole(const std::string& path) {
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    if (!error && bytes > documents::TomlDocument::max_bytes) {
        throw Problem(ProblemKind::configuration, "config-too-large", "the file is longer than 4 MiB", path);
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text(error ? 0 : bytes, '\0');
    if (error || !stream || !stream.read(text.data(), static_cast<std::streamsize>(text.size()))) {
        throw Problem(ProblemKind::configuration, "config-unreadable", "the file cannot be read", path, "check its permissions");
    }
    return text;
}

} // namespace

CatalogueFiles::CatalogueFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(folder_ / organisation_path, error)) {
        throw Problem(ProblemKind::configuration, "catalogue-missing", "there is no catalogue here: organisation.toml is missing",
                      folder_.string(), "name its folder with --config");
    }
    texts_.emplace(organisation_path, std::nullopt);
    for (const char* const path : {delivery_path, reminders_path})
        if (std::filesystem::is_regular_file(folder_ / path, error)) texts_.emplace(path, std::nullopt);
    for (const FileKind kind : {FileKind::calendar, FileKind::type, FileKind::region, FileKind::message})
        list(kind);
}

void CatalogueFiles::list(FileKind kind) {
    std::error_code error; // a folder that is not there has no files
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / subfolder(kind), error)) {
        const std::filesystem::path& path = entry.path();
        if (path.extension() == ending && entry.is_regular_file(error))
            texts_.emplace(path_of(kind, path.stem().string()), std::nullopt);
    }
}

std::vector<std::string> CatalogueFiles::ids(FileKind kind) const {
    const std::string start = fmt::format("{}/", subfolder(kind));
    std::vector<std::string> ids;
    for (auto at = texts_.lower_bound(start); at != texts_.end() && at->first.starts_with(start); ++at) {
        ids.push_back(at->first.substr(start.size(), at->first.size() - start.size() - ending.size()));
    }
    std::ranges::sort(ids); // by path, `a-b.toml` stands before `a.toml`
    return ids;
}

bool CatalogueFiles::has(FileKind kind, std::string_view id) const {
    return texts_.contains(path_of(kind, id));
}

SourceFile CatalogueFiles::file(FileKind kind, std::string_view id) const {
    const std::string path = path_of(kind, id);
    return {std::string(id), shown(path), text(path)};
}

SourceFile CatalogueFiles::organisation() const {
    return {"organisation", shown(organisation_path), text(organisation_path)};
}

std::optional<SourceFile> CatalogueFiles::delivery() const {
    if (!texts_.contains(delivery_path)) return std::nullopt;
    return SourceFile{"delivery", shown(delivery_path), text(delivery_path)};
}

std::optional<SourceFile> CatalogueFiles::reminders() const {
    if (!texts_.contains(reminders_path)) return std::nullopt;
    return SourceFile{"reminders", shown(reminders_path), text(reminders_path)};
}

std::string CatalogueFiles::content() const {
    std::string index;
    std::string bytes;
    for (const auto& [path, cached] : texts_) {
        const std::string& content = text(path);
        index += fmt::format("{} {}\n", content.size(), path);
        bytes += content;
    }
    return index + "\n" + bytes;
}

std::string CatalogueFiles::stamp() const {
    std::string stamp;
    for (const auto& [path, cached] : texts_) {
        struct stat found = {};
        ::stat(shown(path).c_str(), &found); // of a file that has just gone all is zero
        stamp += fmt::format("{} {} {} {}.{} {}.{}\n", path, found.st_ino, found.st_size, found.st_mtim.tv_sec,
                             found.st_mtim.tv_nsec, found.st_ctim.tv_sec, found.st_ctim.tv_nsec);
    }
    return stamp;
}

const std::string& CatalogueFiles::text(const std::string& path) const {
    std::optional<std::string>& cached = texts_.at(path);
    if (!cached) cached = read_whole(shown(path));
    return *cached;
}

} // namespace peergroup::catalogue
