#include "documents/render.hpp"

#include "documents/renderers.hpp"
#include "language/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace peergroup::documents {

namespace {

constexpr std::array<std::pair<std::string_view, Format>, 7> format_words = {{{"table", Format::table},
                                                                              {"csv", Format::csv},
                                                                              {"json", Format::json},
                                                                              {"jsonl", Format::jsonl},
                                                                              {"ids", Format::ids},
                                                                              {"count", Format::count},
                                                                              {"md", Format::markdown}}};

} // namespace

std::optional<Format> parse_format(std::string_view text) {
    const auto* const found =
        std::find_if(format_words.begin(), format_words.end(), [&](const auto& word) { return word.first == text; });
    if (found == format_words.end()) return std::nullopt;
    return found->second;
}

std::string_view name_of(Format format) {
    const auto* const found =
        std::find_if(format_words.begin(), format_words.end(), [&](const auto& word) { return word.second == format; });
    return found->first;
}

std::optional<Format> format_of_extension(std::string_view path) {
    const std::string_view file = path.substr(path.rfind('/') + 1);
    const std::size_t dot = file.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return std::nullopt;
    const std::string extension = language::lower(file.substr(dot + 1));
    if (extension == "txt") return Format::table;
    for (const Format format : {Format::csv, Format::json, Format::jsonl, Format::markdown})
        if (extension == name_of(format)) return format;
    return std::nullopt;
}

void render(const Document& document, const Rendering& rendering, const TakePiece& take) {
    switch (rendering.format) {
    case Format::table:
        return render_table(document, rendering, take);
    case Format::csv:
        return render_csv(document, rendering, take);
    case Format::json:
        return render_json(document, take);
    case Format::jsonl:
        return render_jsonl(document, take);
    case Format::ids:
        return take(render_ids(document));
    case Format::count:
        return take(render_count(document));
    case Format::markdown:
        break;
    }
    take(render_markdown(document, rendering));
}

std::string render(const Document& document, const Rendering& rendering) {
    std::string text;
    render(document, rendering, [&text](std::string_view piece) { text += piece; });
    return text;
}

} // namespace peergroup::documents
