#pragma once

#include "catalogue/findings.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// The files of a catalogue's folder: which there are is found out at once, what is in them is read when it is first asked for.
/// Other files in the folder are not looked at.
class CatalogueFiles {
public:
    /// Throws Problem(configuration, `catalogue-missing`) when the folder or its `organisation.toml` is not there.
    explicit CatalogueFiles(std::filesystem::path folder);

    const std::filesystem::path& folder() const { return folder_; }

    /// The names of the files of one kind, without their ending, sorted.
    std::vector<std::string> ids(FileKind kind) const;
    bool has(FileKind kind, std::string_view id) const;

    /// Throws Problem(configuration, `config-unreadable`), and for more than 4 MiB `config-too-large`.
    SourceFile file(FileKind kind, std::string_view id) const;
    SourceFile organisation() const;
    /// `delivery.toml`, or nothing where there is none.
    std::optional<SourceFile> delivery() const;
    /// `reminders.toml`, or nothing where there is none.
    std::optional<SourceFile> reminders() const;

    /// Every file as one text: a line `<bytes> <path>` for each, sorted by path, an empty line, then their bytes without anything
    /// between them. Throws as `file` does.
    std::string content() const;

    /// Of each file its path, number, length and the instants of its last changes.
    std::string stamp() const;

private:
    void list(FileKind kind);
    const std::string& text(const std::string& path) const;
    std::string shown(const std::string& path) const { return (folder_ / path).string(); }

    std::filesystem::path folder_;
    mutable std::map<std::string, std::optional<std::string>, std::less<>> texts_; // by path inside the folder
};

} // namespace peergroup::catalogue
