#include "documents/template_text.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <stdexcept>

namespace peergroup::documents {

namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char byte) { return (byte >= 'a' && byte <= 'z') || byte == '_'; });
}

} // namespace

struct TemplateText::Parsed {
    kainjow::mustache::mustache text;
};

TemplateText::TemplateText(std::string_view text) {
    scan(text);
    if (!fault_.empty()) return;
    parsed_ = std::make_shared<Parsed>(Parsed{kainjow::mustache::mustache(std::string(text))});
    if (!parsed_->text.is_valid()) fault_ = "a section is not closed where it should be";
    parsed_->text.set_custom_escape([](const std::string& value) { return value; });
}

// Partials, comments, other delimiters and the like are refused, so that what a text may say can be seen from it alone.
void TemplateText::scan(std::string_view text) {
    for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening)) {
        plain_ += text.substr(0, at);
        text.remove_prefix(at + opening.size());
        const std::size_t end = text.find(closing);
        if (end == std::string_view::npos) {
            fault_ = "a field is not closed";
            return;
        }
        std::string_view name = text.substr(0, end);
        text.remove_prefix(end + closing.size());
        if (!name.empty() && (name.front() == '#' || name.front() == '^' || name.front() == '/')) name.remove_prefix(1);
        if (!is_name(name)) {
            fault_ = "a field is a name of small letters, such as {{time}}";
            return;
        }
        if (std::ranges::find(fields_, name) == fields_.end()) fields_.emplace_back(name);
    }
    plain_ += text;
    std::ranges::sort(fields_);
}

std::string TemplateText::filled(const std::map<std::string, std::string>& values) const {
    if (!fault_.empty()) throw std::logic_error("a text with a fault is not filled: " + fault_);
    kainjow::mustache::data data;
    for (const auto& [name, value] : values)
        if (!value.empty()) data.set(name, value);
    return parsed_->text.render(data);
}

} // namespace peergroup::documents
