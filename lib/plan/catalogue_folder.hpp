#pragma once

#include <string>
#include <string_view>

namespace peergroup::plan {

/// Lays out a catalogue's `content` (`catalogue::Catalogue::content`) as a folder of its own beside `folder`, for the owner
/// alone; gives its path. Throws Problem(failed, `output-failed`).
std::string lay_out_beside(const std::string& folder, std::string_view content);

/// Puts the folder `laid_out` in the place of `folder` in one step, and takes away what was there. Throws Problem(failed,
/// `output-failed`); then `folder` is as it was.
void put_in_place(const std::string& laid_out, const std::string& folder);

} // namespace peergroup::plan
