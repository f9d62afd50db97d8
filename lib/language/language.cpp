#include "language/language.hpp"

namespace peergroup {

std::optional<Language> parse_language(std::string_view text) {
    const std::string_view code = text.substr(0, text.find_first_of("_-.@"));
    if (code == "fi") return Language::fi;
    if (code == "sv") return Language::sv;
    if (code == "en") return Language::en;
    return std::nullopt;
}

std::string_view code_of(Language language) {
    switch (language) {
    case Language::fi:
        return "fi";
    case Language::sv:
        return "sv";
    case Language::en:
        break;
    }
    return "en";
}

} // namespace peergroup
