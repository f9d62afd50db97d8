#pragma once

#include "documents/file_descriptor.hpp"
#include "reminders/transport.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace peergroup::reminders {

/// What is known of one message of a run that did not end: nothing where it was begun and never ended.
using Attempts = std::map<std::int64_t, std::optional<Delivery>>;

/// What a run has in hand, in a file beside the store: a line before each message leaves, and one when it has left. The store
/// learns it many at a time; a run that was killed in between leaves the file to the next one, which then knows of each message
/// whether it left, never left, or perhaps did. Numbers and codes, nothing of anybody.
class AttemptLog {
public:
    /// `boot` names this start of the machine: what a file says of an earlier one may have been lost with the power.
    AttemptLog(std::filesystem::path file, std::string boot);

    /// What the file says; nothing where there is none, or where it is of an earlier start of the machine.
    std::optional<Attempts> read() const;

    /// Begins an empty file. Throws Problem(file, `spool-failed`).
    void begin();
    void note_begun(std::int64_t id);
    void note_ended(std::int64_t id, const Delivery& delivery);

private:
    void write(const std::string& line);

    std::filesystem::path file_;
    std::string boot_;
    documents::FileDescriptor open_;
};

} // namespace peergroup::reminders
