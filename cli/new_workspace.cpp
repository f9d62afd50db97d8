#include "cli/new_workspace.hpp"

#include "cli/keys.hpp"
#include "documents/whole_file.hpp"
#include "language/problem.hpp"
#include "store/database.hpp"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iterator>

namespace peergroup::cli {

namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

std::string text_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(stream), {});
    if (!stream) throw Problem(ProblemKind::failed, "file-unreadable", "cannot be read", path.string());
    return text;
}

std::string quoted(const std::string& text) {
    std::string quoted = "\"";
    for (const char character : text) {
        if (static_cast<unsigned char>(character) < ' ')
            throw Problem(ProblemKind::usage, "no-value", "a name has no control characters", "--organisation");
        if (character == '"' || character == '\\') quoted += '\\';
        quoted += character;
    }
    return quoted + '"';
}

// The one line of the shipped file that every organisation writes for itself; the remarks around it stay.
std::string with_name(const std::string& text, const std::string& organisation) {
    const std::size_t line = text.find("\nname = ") + 1;
    if (line == 0) return text;
    const std::string name = quoted(organisation);
    return text.substr(0, line) + fmt::format("name = {{ fi = {0}, sv = {0}, en = {0} }}", name) +
           text.substr(text.find('\n', line));
}

void copy_file(const fs::path& from, const fs::path& to, const std::string& organisation) {
    if (fs::exists(to)) return;
    const std::string text = text_of(from);
    documents::write_whole_file(to.string(), from.filename() == "organisation.toml" ? with_name(text, organisation) : text);
}

void copy_catalogue(const fs::path& from, const fs::path& to, const std::string& organisation) {
    make_folder(to);
    copy_file(from / "organisation.toml", to / "organisation.toml", organisation);
    for (const char* const file : {"delivery.toml", "reminders.toml"})
        if (fs::exists(from / file)) copy_file(from / file, to / file, organisation);
    for (const char* const part : {"regions", "group-types", "calendars", "templates"}) {
        if (!fs::exists(from / part)) continue;
        make_folder(to / part);
        for (const fs::directory_entry& entry : fs::directory_iterator(from / part))
            if (entry.path().extension() == ".toml") copy_file(entry.path(), to / part / entry.path().filename(), organisation);
    }
}

} // namespace

void lay_out_workspace(const Call& call, const catalogue::Catalogue& catalogue, const std::string& organisation,
                       const Settings& settings, const std::string& staff) {
    const Workspace& workspace = call.workspace;
    quoted(organisation);
    make_folder(workspace.folder());
    if (!fs::exists(workspace.key_ring_file())) // what was sealed with an older one needs that one
        save_ring(workspace.key_ring_file(), vault::KeyRing::make(catalogue.region_ids(), call.surroundings.entropy));
    copy_catalogue(catalogue.folder(), workspace.catalogue_folder(), organisation);
    store::Database::open({workspace.store_file().string()}, store::OpenMode::create, std::chrono::seconds(30));
    if (!fs::exists(workspace.staff_file())) documents::write_whole_file(workspace.staff_file().string(), staff);
    documents::write_whole_file(workspace.settings_file().string(), settings_text(settings));
}

} // namespace peergroup::cli
