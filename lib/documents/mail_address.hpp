#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// The address of one mailbox, as it stands in an envelope: `name@example.org`. The part before the `@` is dot-separated words
/// of RFC 5321 (no quoted text), the part behind it a host name of at least two words; ASCII throughout. Nothing in it can be
/// taken for a second address, an option or a further line.
class MailAddress {
public:
    /// Nothing for any other text.
    static std::optional<MailAddress> parse(std::string_view text);

    const std::string& text() const { return text_; }
    std::string domain() const { return text_.substr(text_.find('@') + 1); }

private:
    explicit MailAddress(std::string_view text) : text_(text) {}

    std::string text_;
};

/// Whether `text` is a host name of words of letters, digits and inner hyphens (RFC 1123), with a dot between any two.
bool is_host_name(std::string_view text);

} // namespace peergroup::documents
