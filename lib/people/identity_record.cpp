#include "people/identity_record.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

namespace peergroup::people {

namespace {

// The order is the format: new members go to the end.
constexpr std::array members = {
    &IdentityRecord::given_name,
    &IdentityRecord::family_name,
    &IdentityRecord::identity_code,
    &IdentityRecord::reference,
    &IdentityRecord::source,
    &IdentityRecord::address,
    &IdentityRecord::email,
    &IdentityRecord::phone,
    &IdentityRecord::hidden_municipality,
    &IdentityRecord::merged_references,
};

} // namespace

std::vector<std::string_view> IdentityRecord::merged_spellings() const {
    std::vector<std::string_view> spellings;
    for (std::string_view rest = merged_references; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        spellings.push_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return spellings;
}

std::string IdentityRecord::packed() const {
    std::string text;
    for (const auto member : members)
        text += std::to_string((this->*member).size()) + ":" + this->*member;
    return text;
}

IdentityRecord IdentityRecord::unpack(std::string_view text) {
    IdentityRecord record;
    for (const auto member : members) {
        if (text.empty()) break;
        std::size_t length = 0;
        const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), length);
        const auto digits = static_cast<std::size_t>(stopped - text.data());
        if (error != std::errc{} || digits >= text.size() || *stopped != ':' || length > text.size() - digits - 1)
            throw std::invalid_argument("an identity record is damaged");
        record.*member = text.substr(digits + 1, length);
        text.remove_prefix(digits + 1 + length);
    }
    if (!text.empty()) throw std::invalid_argument("an identity record is damaged");
    return record;
}

} // namespace peergroup::people
