#pragma once

#include "calendar/posix_rule.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace peergroup::calendar {

/// What a TZif file (RFC 8536) states of a zone: the changes of its offset so far, and the rule for all later ones.
class ZoneFile {
public:
    /// One change of the clock.
    struct Change {
        std::int64_t at; ///< first second of the new offset, since 1970-01-01T00:00:00Z
        int offset;      ///< seconds east of Greenwich
    };

    /// Nothing unless the bytes are a sound TZif file of version 2 or later. Files that count leap seconds are refused.
    static std::optional<ZoneFile> parse(std::string_view bytes);

    /// Seconds east of Greenwich at a moment given in seconds since 1970-01-01T00:00:00Z.
    int offset_at(std::int64_t seconds) const;

    /// For what comes after the last change; without one the last offset stays.
    const std::optional<PosixRule>& closing_rule() const { return rule_; }

private:
    ZoneFile() = default;

    int first_offset_ = 0;
    std::vector<Change> changes_;
    std::optional<PosixRule> rule_;
};

} // namespace peergroup::calendar
