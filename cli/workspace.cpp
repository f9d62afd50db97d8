#include "cli/workspace.hpp"

#include "cli/trusted_files.hpp"
#include "documents/toml_reader.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace peergroup::cli {

namespace {

std::filesystem::path default_folder(const Surroundings& surroundings) {
    if (const auto data = surroundings.environment("XDG_DATA_HOME")) return std::filesystem::path(*data) / "peergroup";
    if (const auto home = surroundings.environment("HOME"))
        return std::filesystem::path(*home) / ".local" / "share" / "peergroup";
    return {};
}

Settings read_settings(const std::filesystem::path& path, std::optional<Problem>& fault) {
    constexpr std::array<documents::Word<Language>, 3> languages = {
        {{"fi", Language::fi}, {"sv", Language::sv}, {"en", Language::en}}};
    const std::string text = trusted_text(path);
    documents::TomlDocument document(text, path.string());
    const documents::TomlTable root = document.root();
    Settings settings;
    settings.region = root.required_text("region");
    settings.language = root.choice("language", languages);
    if (auto problems = document.finish(); !problems.empty()) fault = std::move(problems.front());
    return settings;
}

} // namespace

Workspace Workspace::find(const GlobalFlags& flags, const Surroundings& surroundings) {
    if (!flags.workspace.empty()) return Workspace(flags.workspace);
    if (const auto stated = surroundings.environment("PEERGROUP_WORKSPACE")) return Workspace(*stated);
    return Workspace(default_folder(surroundings));
}

Workspace::Workspace(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code hidden;
    exists_ = !folder_.empty() && std::filesystem::exists(settings_file(), hidden);
    if (!exists_) return;
    try {
        settings_ = read_settings(settings_file(), fault_);
    } catch (const Problem& problem) {
        fault_ = problem;
    }
}

void Workspace::require() const {
    if (folder_.empty())
        throw Problem(ProblemKind::usage, "no-home", "neither a workspace nor HOME is stated", "", "add --workspace DIR");
    if (!exists_)
        throw Problem(ProblemKind::not_found, "workspace-not-found", "there is no workspace", folder_.string(),
                      "make one with `peergroup init --organisation NAME --region REGION`");
}

const Settings& Workspace::settings() const {
    require();
    if (fault_) throw *fault_;
    return settings_;
}

std::string settings_text(const Settings& settings) {
    std::string text = "# A workspace of peergroup. The store is store.db, the rules are in config/.\n\n";
    text += fmt::format("region = \"{}\" # of people and groups when no other is said\n", settings.region);
    if (settings.language)
        text += fmt::format("language = \"{}\" # of what people read\n", code_of(*settings.language));
    else
        text += "# language = \"fi\" # of what people read: fi, sv or en; else that of the terminal\n";
    return text;
}

} // namespace peergroup::cli
