#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace peergroup::reminders {

/// A telephone number as the whole world dials it (E.164): `+358401234567`.
class PhoneNumber {
public:
    /// Reads `+358 40 123 4567`, `00358401234567` and, as a Finnish number, `040 123 4567`; spaces, hyphens and brackets are
    /// passed over. Nothing for any other text, nor for fewer than 7 or more than 15 digits.
    static std::optional<PhoneNumber> parse(std::string_view text);

    const std::string& text() const { return text_; }

private:
    explicit PhoneNumber(std::string text);

    std::string text_;
};

/// The text as it is sent: line breaks of every kind are LF, other characters that steer a telephone are left out, bytes that
/// are no UTF-8 become U+FFFD, white space at either end goes.
std::string short_text(std::string_view text);

/// Into how many short messages a text is cut: 160 characters of the 7-bit alphabet of GSM 03.38 fit into one and 153 into each
/// of several, those of its extension table counting two; where a character is in neither, 70 and 67 units of UTF-16. A
/// character of two units is never cut in half. 0 for no text.
int count_segments(std::string_view text);

} // namespace peergroup::reminders
