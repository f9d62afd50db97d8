#include "people/identity_code.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace peergroup;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

} // namespace

// What is accepted has eleven characters, is accepted again as it is spelled, and shows four of them less.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const bool temporary : {false, true}) {
        const people::IdentityCode::Policy policy{*calendar::Date::of(2026, 9, 14), temporary};
        const auto read = people::IdentityCode::parse(text, policy);
        if (const auto* const fault = std::get_if<people::IdentityCodeFault>(&read)) {
            require(!people::code_of(*fault).empty());
            continue;
        }
        const auto& code = std::get<people::IdentityCode>(read);
        require(code.text().size() == 11 && code.birth_date() <= policy.today);
        require(code.masked() == code.text().substr(0, 7) + "****");
        require(std::get<people::IdentityCode>(people::IdentityCode::parse(code.text(), policy)) == code);
    }
    return 0;
}
