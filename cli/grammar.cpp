#include "cli/grammar.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace peergroup::cli {

namespace {

Problem bad_words(const std::string& command, std::string code, std::string sentence, std::string hint = {}) {
    if (hint.empty()) hint = fmt::format("see `{} --help`", command);
    return {ProblemKind::usage, std::move(code), std::move(sentence), command, std::move(hint)};
}

Problem unknown_flag(const std::string& command, const std::vector<Flag>& flags, const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const Flag& flag : flags)
        known.push_back(flag.long_name);
    const std::string meant = name.starts_with("--") ? language::did_you_mean(name, known) : std::string();
    return bad_words(command, "unknown-flag", fmt::format("there is no flag {}", name), meant);
}

std::vector<CLI::Option*> declare(CLI::App& app, const std::vector<Flag>& flags, std::vector<std::vector<std::string>>& values) {
    app.set_help_flag();
    app.allow_extras();
    values.resize(flags.size());
    std::vector<CLI::Option*> options;
    for (std::size_t index = 0; index < flags.size(); ++index) {
        const Flag& flag = flags[index];
        const std::string names = flag.short_name.empty() ? flag.long_name : flag.short_name + "," + flag.long_name;
        // Every time it is given is kept, so that a repetition can be told from a value that is missing.
        options.push_back(flag.value_name.empty() ? app.add_flag(names)
                                                  : app.add_option(names, values[index])->allow_extra_args(false)->take_all());
    }
    return options;
}

void parse(CLI::App& app, const std::string& command, const std::vector<std::string>& words) {
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string sentence = error.what();
        throw bad_words(command, "value-missing", fmt::format("{} needs a value", sentence.substr(0, sentence.find(':'))));
    } catch (const CLI::ParseError& error) {
        throw bad_words(command, "value-unexpected", error.what());
    }
}

} // namespace

ParsedWords parse_words(const std::string& command, const std::vector<Flag>& flags, const std::vector<std::string>& words) {
    const auto end_of_flags = std::ranges::find(words, "--");
    ParsedWords parsed;
    CLI::App app;
    const std::vector<CLI::Option*> options = declare(app, flags, parsed.values);
    parse(app, command, {words.begin(), end_of_flags});
    for (const std::string& word : app.remaining()) {
        if (word.starts_with('-') && word != "-") throw unknown_flag(command, flags, word);
        parsed.operands.push_back(word);
    }
    if (end_of_flags != words.end()) parsed.operands.insert(parsed.operands.end(), end_of_flags + 1, words.end());
    for (std::size_t index = 0; index < flags.size(); ++index) {
        const Flag& flag = flags[index];
        if (flag.value_name.empty()) {
            for (const std::string& said : options[index]->results())
                if (said != "true")
                    throw bad_words(command, "value-unexpected", fmt::format("{} takes no value", flag.long_name));
            parsed.values[index].assign(options[index]->count(), std::string());
        } else if (parsed.values[index].size() > 1 && !flag.repeatable)
            throw bad_words(command, "flag-repeated", fmt::format("{} is given twice", flag.long_name));
    }
    return parsed;
}

} // namespace peergroup::cli
