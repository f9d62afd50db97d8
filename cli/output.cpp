#include "cli/output.hpp"

#include "documents/whole_file.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "language/text.hpp"

namespace peergroup::cli {

namespace {

bool wants_color(const Call& call) {
    if (call.flags.color == "always") return true;
    if (call.flags.color == "never" || call.surroundings.environment("NO_COLOR")) return false;
    return call.surroundings.out_is_terminal;
}

bool speaks_json(const Call& call) {
    return call.flags.format == "json" || call.flags.format == "jsonl";
}

bool to_standard_output(const Call& call) {
    return call.flags.output.empty() || call.flags.output == "-";
}

// A file holds values as they are; a terminal would obey them. Tables spell out such values themselves.
void show_on_terminal(const Call& call, const documents::Document& document, const documents::Rendering& rendering) {
    std::string text;
    documents::render(document, rendering, [&](std::string_view piece) { text += piece; });
    call.surroundings.out << language::printable_lines(text);
}

} // namespace

documents::Format format_of(const Call& call) {
    if (!call.flags.format.empty()) return documents::parse_format(call.flags.format).value();
    if (to_standard_output(call)) return documents::Format::table;
    if (const auto format = documents::format_of_extension(call.flags.output)) return *format;
    throw Problem(ProblemKind::usage, "unknown-extension", "the file's extension names no format", "--output",
                  "use .csv, .json, .jsonl, .md or .txt, or add --format");
}

bool is_for_people(documents::Format format) {
    return format == documents::Format::table || format == documents::Format::markdown;
}

void show(const Call& call, const documents::Document& document) {
    const bool to_stream = to_standard_output(call);
    const documents::Rendering rendering{.format = format_of(call),
                                         .language = call.language,
                                         .excel_fi = call.flags.csv_profile == "excel-fi",
                                         .bold_headings = to_stream && wants_color(call)};
    if (to_stream && call.surroundings.out_is_terminal && rendering.format != documents::Format::table)
        return show_on_terminal(call, document, rendering);
    if (to_stream) {
        documents::render(document, rendering, [&](std::string_view piece) { call.surroundings.out << piece; });
        return;
    }
    documents::WholeFile file(call.flags.output);
    documents::render(document, rendering, [&](std::string_view piece) { file.write(piece); });
    file.commit();
}

void tell(const Call& call, std::string_view sentence) {
    if (!call.flags.quiet && !speaks_json(call)) call.surroundings.err << language::printable(sentence) << '\n';
}

void tell_beside(const Call& call, documents::Document& document, std::vector<std::string> sentences) {
    for (const std::string& sentence : sentences)
        tell(call, sentence);
    if (speaks_json(call)) document.notes = std::move(sentences);
}

void suggest(const Call& call, std::string_view command) {
    if (!call.surroundings.out_is_terminal || !call.surroundings.err_is_terminal) return;
    tell(call, language::say(call.language, "next", {{"command", std::string(command)}}));
}

} // namespace peergroup::cli
