#pragma once

#include "language/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// The files of a catalogue that other files name.
enum class FileKind { calendar, type, region, message };

/// `calendar`, `group type`, `region`, `template`.
std::string_view noun_of(FileKind kind);

/// One file of a catalogue, ready to be parsed.
struct SourceFile {
    std::string id;        ///< its name without the ending, which its `id` has to repeat
    std::string shown;     ///< the path that messages name it by
    std::string_view text; ///< lives as long as the catalogue
};

/// A file names another one, which has to be there.
struct Reference {
    FileKind kind;
    std::string key; ///< the key that names it
    std::string id;
    std::string where;
    std::string region = {}; ///< the region that has to run the type that is named, or empty
};

/// A file takes a value that no other file of its kind may have.
struct Claim {
    std::string key;
    std::string value;
    std::string where;
};

/// What reading one file brings to light beside its value: what is wrong in itself, and what only the other files can tell.
struct Findings {
    std::vector<Problem> problems;
    std::vector<Reference> references;
    std::vector<Claim> claims;
};

} // namespace peergroup::catalogue
