#include "cli/calendar_folder.hpp"

#include "cli/trusted_files.hpp"
#include "documents/whole_file.hpp"
#include "language/problem.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

namespace peergroup::cli {

namespace {

namespace fs = std::filesystem;

/// `3f…9c.ics`, as secret names are.
bool is_calendar_name(const std::string& name) {
    constexpr std::size_t digits = 32;
    const auto is_digit = [](char letter) { return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'); };
    return name.size() == digits + 4 && name.ends_with(".ics") && std::all_of(name.begin(), name.begin() + digits, is_digit);
}

/// The mark in the head of a calendar of this program; nothing for any other file.
std::optional<std::string> mark_of(const fs::path& path) {
    constexpr std::string_view field = "\r\nX-WR-RELCALID:";
    std::string head(1024, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    const std::size_t found = head.find(field);
    if (!head.starts_with(documents::calendar_heading()) || found == std::string::npos) return std::nullopt;
    const std::size_t begin = found + field.size();
    const std::size_t end = head.find('\r', begin);
    return end == std::string::npos ? std::nullopt : std::optional(head.substr(begin, end - begin));
}

bool is_stale(const fs::directory_entry& entry, const CalendarFolder& folder, const vault::KeyRing& keys) {
    std::error_code hidden;
    const std::string name = entry.path().filename().string();
    if (!is_calendar_name(name) || entry.is_symlink(hidden) || !entry.is_regular_file(hidden)) return false;
    const auto mark = mark_of(entry.path());
    return mark && std::ranges::any_of(folder.regions, [&](const std::string& region) {
               return reports::is_calendar_of(keys, {name, *mark}, region);
           });
}

} // namespace

void require_calendar_folder(const std::string& path) {
    std::error_code hidden;
    if (!fs::is_directory(path, hidden))
        throw Problem(ProblemKind::failed, "output-refused", "is no folder", path, "make the folder first");
    require_outside_workspaces((fs::path(path) / "calendar").string());
}

void write_calendars(const CalendarFolder& folder, const vault::KeyRing& keys, const std::vector<FolderCalendar>& calendars) {
    for (const FolderCalendar& calendar : calendars) {
        documents::WholeFile file((fs::path(folder.path) / calendar.file).string());
        if (folder.group_reads) file.let_group_read();
        file.write(calendar.text);
        file.commit();
    }
    std::vector<fs::path> stale;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path))
        if (std::ranges::find(calendars, entry.path().filename().string(), &FolderCalendar::file) == calendars.end() &&
            is_stale(entry, folder, keys))
            stale.push_back(entry.path());
    for (const fs::path& path : stale)
        fs::remove(path);
}

} // namespace peergroup::cli
