#pragma once

#include "calendar/date.hpp"
#include "cli/call.hpp"

#include <string>
#include <vector>

namespace peergroup::cli {

/// The days of a file, one a line, as ISO or Finnish writing; blank lines are passed over. `-` is standard input. Throws
/// Problem(file): `no-date`, `repeated-date`, `file-empty`, and what TextSource throws.
std::vector<calendar::Date> read_days(const Call& call, const std::string& path);

} // namespace peergroup::cli
