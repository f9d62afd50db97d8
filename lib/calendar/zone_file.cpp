#include "calendar/zone_file.hpp"

#include <algorithm>
#include <iterator>

namespace peergroup::calendar {
namespace {

constexpr std::size_t header_size = 44;

std::uint64_t read_big_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::uint32_t read_32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(read_big_endian(bytes.substr(at, 4)));
}

/// The six counts of a header, by which the block after it is laid out.
struct Counts {
    std::uint64_t universal_marks;
    std::uint64_t standard_marks;
    std::uint64_t leap_seconds;
    std::uint64_t changes;
    std::uint64_t types;
    std::uint64_t letters;

    /// Bytes of the block when a time takes so many.
    std::uint64_t block_size(std::uint64_t time_size) const {
        return changes * (time_size + 1) + types * 6 + letters + leap_seconds * (time_size + 4) + standard_marks +
               universal_marks;
    }
};

std::optional<Counts> read_header(std::string_view bytes) {
    const bool sound = bytes.size() >= header_size && bytes.starts_with("TZif") && bytes[4] >= '2' && bytes[4] <= '9';
    if (!sound) return std::nullopt;
    return Counts{.universal_marks = read_32(bytes, 20),
                  .standard_marks = read_32(bytes, 24),
                  .leap_seconds = read_32(bytes, 28),
                  .changes = read_32(bytes, 32),
                  .types = read_32(bytes, 36),
                  .letters = read_32(bytes, 40)};
}

/// The header and what follows it, up to the end of the bytes; nothing when its block is cut short.
struct Section {
    Counts counts;
    std::string_view block;
    std::string_view after;
};

std::optional<Section> read_section(std::string_view bytes, std::uint64_t time_size) {
    const auto counts = read_header(bytes);
    if (!counts) return std::nullopt;
    bytes.remove_prefix(header_size);
    const std::uint64_t size = counts->block_size(time_size);
    if (size > bytes.size()) return std::nullopt;
    return Section{*counts, bytes.substr(0, size), bytes.substr(size)};
}

/// The offset of each local time type.
std::optional<std::vector<int>> read_offsets(const Section& section) {
    constexpr int farthest = 26 * 3600; // RFC 8536 section 3.2 asks writers to stay within
    std::vector<int> offsets;
    for (std::uint64_t index = 0; index < section.counts.types; ++index) {
        const auto offset = static_cast<std::int32_t>(read_32(section.block, section.counts.changes * 9 + index * 6));
        if (offset < -farthest || offset > farthest) return std::nullopt;
        offsets.push_back(offset);
    }
    if (offsets.empty()) return std::nullopt;
    return offsets;
}

/// The changes in rising order; nothing when they are not, or name a type that is not there.
std::optional<std::vector<ZoneFile::Change>> read_changes(const Section& section, const std::vector<int>& offsets) {
    std::vector<ZoneFile::Change> changes;
    for (std::uint64_t index = 0; index < section.counts.changes; ++index) {
        const auto at = static_cast<std::int64_t>(read_big_endian(section.block.substr(index * 8, 8)));
        const auto type = static_cast<unsigned char>(section.block[section.counts.changes * 8 + index]);
        if (type >= offsets.size() || (!changes.empty() && at <= changes.back().at)) return std::nullopt;
        changes.push_back({at, offsets[type]});
    }
    return changes;
}

/// The text between the two line feeds that end the file.
std::optional<std::string_view> read_footer(std::string_view after) {
    if (!after.starts_with('\n')) return std::nullopt;
    const std::size_t end = after.find('\n', 1);
    if (end == std::string_view::npos) return std::nullopt;
    return after.substr(1, end - 1);
}

} // namespace

std::optional<ZoneFile> ZoneFile::parse(std::string_view bytes) {
    const auto old_section = read_section(bytes, 4); // for readers of version 1
    if (!old_section) return std::nullopt;
    const auto section = read_section(old_section->after, 8);
    if (!section || section->counts.leap_seconds != 0) return std::nullopt;

    const auto offsets = read_offsets(*section);
    if (!offsets) return std::nullopt;
    auto changes = read_changes(*section, *offsets);
    const auto footer = read_footer(section->after);
    if (!changes || !footer) return std::nullopt;

    ZoneFile file;
    file.first_offset_ = offsets->front();
    file.changes_ = std::move(*changes);
    if (!footer->empty()) {
        file.rule_ = PosixRule::parse(*footer);
        if (!file.rule_) return std::nullopt;
    }
    return file;
}

int ZoneFile::offset_at(std::int64_t seconds) const {
    const auto next = std::ranges::upper_bound(changes_, seconds, {}, &Change::at);
    if (next == changes_.end() && rule_) return rule_->offset_at(seconds);
    return next == changes_.begin() ? first_offset_ : std::prev(next)->offset;
}

} // namespace peergroup::calendar
