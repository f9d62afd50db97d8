#include "cli/verb.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::cli {

Flag Verb::read_spec(std::string_view spec, std::string_view help) {
    Flag flag;
    flag.help = help;
    if (const std::size_t comma = spec.find(", "); comma != std::string_view::npos) {
        flag.short_name = spec.substr(0, comma);
        spec.remove_prefix(comma + 2);
    }
    const std::size_t blank = spec.find(' ');
    flag.long_name = spec.substr(0, blank);
    if (blank != std::string_view::npos) flag.value_name = spec.substr(blank + 1);
    return flag;
}

Operand Verb::read_operand(std::string_view spec, std::string_view help) {
    Operand operand;
    operand.help = help;
    if (spec.starts_with('[')) {
        operand.required = false;
        spec = spec.substr(1, spec.size() - 2);
    }
    operand.repeatable = spec.ends_with("...");
    operand.name = spec.substr(0, spec.find("..."));
    return operand;
}

Verb& Verb::add(Flag flag) {
    flags_.push_back(std::move(flag));
    return *this;
}

Verb& Verb::choice(std::string_view spec, std::string_view help, std::vector<std::string> words, std::string& into) {
    flag(spec, help, into);
    flags_.back().words = std::move(words);
    return *this;
}

void Verb::take_flag(const Flag& flag, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    for (const std::string& text : texts) {
        if (flag.words.empty() || std::ranges::find(flag.words, text) != flag.words.end()) continue;
        std::string hint = language::did_you_mean(text, flag.words);
        if (hint.empty()) hint = fmt::format("use {}", fmt::join(flag.words, ", "));
        throw Problem(ProblemKind::usage, "no-value", fmt::format("\"{}\" is none of its words", text), flag.long_name,
                      std::move(hint));
    }
    flag.take(texts);
}

void Verb::take_operands(const std::vector<std::string>& texts) {
    std::size_t next = 0;
    for (const Operand& operand : operands_) {
        if (next == texts.size()) return;
        const std::size_t count = operand.repeatable ? texts.size() - next : 1;
        operand.take(std::span(texts).subspan(next, count));
        next += count;
        ++given_operands_;
    }
    if (next < texts.size())
        throw Problem(ProblemKind::usage, "operand-unexpected", fmt::format("\"{}\" is one word too many", texts[next]),
                      "peergroup " + words_, fmt::format("see `peergroup {} --help`", words_));
}

void Verb::read(const std::vector<std::string>& words) {
    const ParsedWords parsed = parse_words(words_.empty() ? "peergroup" : "peergroup " + words_, flags_, words);
    for (std::size_t index = 0; index < flags_.size(); ++index) {
        take_flag(flags_[index], parsed.values[index]);
        if (flags_[index].required && parsed.values[index].empty()) missing_flags_.push_back(flags_[index].long_name);
    }
    take_operands(parsed.operands);
}

void Verb::require() const {
    const auto missing = [this](std::string_view code, std::string_view what) {
        throw Problem(ProblemKind::usage, std::string(code), fmt::format("{} is missing", what), "peergroup " + words_,
                      fmt::format("see `peergroup {} --help`", words_));
    };
    if (given_operands_ < operands_.size() && operands_[given_operands_].required)
        missing("operand-missing", operands_[given_operands_].name);
    if (!missing_flags_.empty()) missing("flag-missing", missing_flags_.front());
}

} // namespace peergroup::cli
