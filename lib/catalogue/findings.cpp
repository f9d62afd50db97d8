#include "catalogue/findings.hpp"

namespace peergroup::catalogue {

std::string_view noun_of(FileKind kind) {
    switch (kind) {
    case FileKind::calendar:
        return "calendar";
    case FileKind::type:
        return "group type";
    case FileKind::message:
        return "template";
    case FileKind::region:
        break;
    }
    return "region";
}

} // namespace peergroup::catalogue
