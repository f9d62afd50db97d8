#include "cli/trusted_files.hpp"

#include "documents/text_source.hpp"
#include "documents/toml_reader.hpp"
#include "language/problem.hpp"

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace peergroup::cli {

void require_trusted(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return; // who reads it says what is wrong
    if (status.st_uid != 0 && status.st_uid != ::geteuid())
        throw Problem(ProblemKind::configuration, "config-writable", "belongs to somebody else", path.string(),
                      "only root and you may own what decides");
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        throw Problem(ProblemKind::configuration, "config-writable", "can be written by others", path.string(), "chmod go-w");
}

void require_trusted_catalogue(const std::filesystem::path& folder) {
    require_trusted(folder);
    for (const char* const file : {"organisation.toml", "delivery.toml", "reminders.toml"})
        require_trusted(folder / file);
    for (const char* const part : {"regions", "group-types", "calendars", "templates"}) {
        require_trusted(folder / part);
        std::error_code missing;
        for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(folder / part, missing))
            if (entry.path().extension() == ".toml") require_trusted(entry.path());
    }
}

std::string trusted_text(const std::filesystem::path& path) {
    require_trusted(path);
    const auto source = documents::TextSource::file(path.string());
    std::string text(std::min<std::uint64_t>(source.size(), documents::TomlDocument::max_bytes + 1), '\0');
    text.resize(source.read(0, text));
    return text;
}

void require_outside_workspaces(const std::string& path) {
    std::error_code hidden;
    std::filesystem::path folder =
        std::filesystem::weakly_canonical(std::filesystem::absolute(path, hidden), hidden).parent_path();
    for (; !folder.empty(); folder = folder.parent_path()) {
        if (std::filesystem::exists(folder / "staff.toml", hidden))
            throw Problem(ProblemKind::failed, "output-refused", "is in a workspace, where only the program itself writes", path,
                          "name a file elsewhere");
        if (folder == folder.root_path()) return;
    }
}

} // namespace peergroup::cli
