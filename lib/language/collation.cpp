#include "language/collation.hpp"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace peergroup::language {
namespace {

icu::StringPiece piece_of(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

icu::Locale to_locale(std::string_view locale) {
    return icu::Locale(std::string(locale).c_str());
}

} // namespace

struct Collation::State {
    std::unique_ptr<icu::Collator> collator;
};

Collation::Collation(std::string_view locale) : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    if (supports(locale)) state_->collator.reset(icu::Collator::createInstance(to_locale(locale), status));
    if (!state_->collator || U_FAILURE(status) != 0)
        throw std::invalid_argument("names cannot be sorted by " + std::string(locale));
}

Collation::~Collation() = default;
Collation::Collation(Collation&&) noexcept = default;
Collation& Collation::operator=(Collation&&) noexcept = default;

// ICU would sort by the locale of the environment where it does not know the one asked for.
bool Collation::supports(std::string_view locale) {
    std::int32_t count = 0;
    const icu::Locale* available = icu::Collator::getAvailableLocales(count);
    const std::string_view language_of_locale = locale.substr(0, locale.find_first_of("_-"));
    return std::any_of(available, available + count,
                       [&](const icu::Locale& known) { return language_of_locale == known.getName(); });
}

bool Collation::less(std::string_view left, std::string_view right) const {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = state_->collator->compareUTF8(piece_of(left), piece_of(right), status);
    return order == UCOL_EQUAL ? left < right : order == UCOL_LESS;
}

std::string Collation::sort_key(std::string_view text) const {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece_of(text));
    const std::int32_t size = state_->collator->getSortKey(wide, nullptr, 0);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    state_->collator->getSortKey(wide, bytes.data(), size);
    // ICU ends its key with a zero byte, which no key holds inside; the text after it tells equals apart, as `less` does.
    return std::string(bytes.begin(), bytes.end()).append(text);
}

} // namespace peergroup::language
