#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::documents {

/// A text with fields (mustache): `{{time}}` for a value, `{{#time}}…{{/time}}` for what stands only where there is one, and
/// `{{^time}}…{{/time}}` for what stands where there is none. Values stand as they are: the text is no HTML.
class TemplateText {
public:
    /// Reads a text; what is wrong with it is told by `fault`, nothing is thrown.
    explicit TemplateText(std::string_view text);

    /// One sentence, or empty: an unclosed field, or a tag that would do more than those above.
    const std::string& fault() const { return fault_; }
    /// The names of the fields, sorted, each once.
    const std::vector<std::string>& fields() const { return fields_; }
    /// What stands outside of tags, in its order.
    const std::string& plain() const { return plain_; }

    /// The text with its fields; one that `values` lacks is blank. Throws std::logic_error for a text with a fault.
    std::string filled(const std::map<std::string, std::string>& values) const;

private:
    void scan(std::string_view text);

    struct Parsed;
    std::shared_ptr<Parsed> parsed_; ///< shared by copies
    std::vector<std::string> fields_;
    std::string plain_;
    std::string fault_;
};

} // namespace peergroup::documents
