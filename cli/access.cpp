#include "cli/access.hpp"

namespace peergroup::cli {

std::string_view code_of(Scope scope) {
    switch (scope) {
    case Scope::none:
        return "none";
    case Scope::workspace:
        return "workspace";
    case Scope::region:
        return "region";
    case Scope::group:
        break;
    }
    return "group";
}

} // namespace peergroup::cli
