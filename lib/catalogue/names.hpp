#pragma once

#include "language/language.hpp"

#include <string>

namespace peergroup::catalogue {

/// A name in the three languages, as `name.fi`, `name.sv` and `name.en` of a catalogue file give it.
struct Names {
    std::string fi;
    std::string sv;
    std::string en;

    const std::string& in(Language language) const {
        switch (language) {
        case Language::fi:
            return fi;
        case Language::sv:
            return sv;
        case Language::en:
            break;
        }
        return en;
    }
};

} // namespace peergroup::catalogue
