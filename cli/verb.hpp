#pragma once

#include "cli/exit_codes.hpp"
#include "cli/flag_values.hpp"
#include "cli/grammar.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace peergroup::cli {

struct Call;

/// One command while it is being read: what it may be given, where that goes, and what runs then.
class Verb {
public:
    explicit Verb(std::string_view words) : words_(words) {}

    /// A place for the command's options, which lives as long as the verb.
    template <class Options> Options& keep() {
        auto options = std::make_shared<Options>();
        kept_.push_back(options);
        return *options;
    }

    /// `spec` is `--venue VENUE`, `-o, --output FILE`, or `--identify` for a bool. A vector takes the flag as often as it is
    /// given.
    template <class Value> Verb& flag(std::string_view spec, std::string_view help, Value& into) {
        Flag flag = read_spec(spec, help);
        flag.repeatable = is_vector<Value>::value;
        flag.take = taker(flag.long_name, into);
        return add(std::move(flag));
    }

    /// A flag without which the command cannot run.
    template <class Value> Verb& required_flag(std::string_view spec, std::string_view help, Value& into) {
        flag(spec, help, into);
        flags_.back().required = true;
        return *this;
    }

    /// A flag that takes one of `words`.
    Verb& choice(std::string_view spec, std::string_view help, std::vector<std::string> words, std::string& into);

    /// `spec` is `GROUP`, `[GROUP]` where it may be left out, `PERSON...` for one or more.
    template <class Value> Verb& operand(std::string_view spec, std::string_view help, Value& into) {
        Operand operand = read_operand(spec, help);
        operand.take = taker(operand.name, into);
        operands_.push_back(std::move(operand));
        return *this;
    }

    /// The verb heeds --dry-run; any other refuses it.
    Verb& can_be_rehearsed() { return rehearsable_ = true, *this; }
    /// The verb heeds --identify; any other refuses it.
    Verb& can_identify() { return identifies_ = true, *this; }

    Verb& runs(std::function<ExitCode(Call&)> action) { return action_ = std::move(action), *this; }

    /// Reads the words that follow the verb's own. Throws Problem(usage) for what it does not know; what is missing is told
    /// by `require`, because --help needs nothing.
    void read(const std::vector<std::string>& words);
    /// Throws Problem(usage) for an operand or a flag that is missing.
    void require() const;
    ExitCode run(Call& call) const { return action_(call); }

    const std::string& words() const { return words_; }
    const std::vector<Flag>& flags() const { return flags_; }
    const std::vector<Operand>& operands() const { return operands_; }
    bool rehearsable() const { return rehearsable_; }
    bool identifies() const { return identifies_; }

private:
    template <class Value> static TakeTexts taker(std::string place, Value& into) {
        if constexpr (std::is_same_v<Value, bool>)
            return [&into](std::span<const std::string>) { into = true; };
        else
            return [place = std::move(place), &into](std::span<const std::string> texts) {
                for (const std::string& text : texts)
                    read_value(place, text, into);
            };
    }

    static Flag read_spec(std::string_view spec, std::string_view help);
    static Operand read_operand(std::string_view spec, std::string_view help);
    Verb& add(Flag flag);
    static void take_flag(const Flag& flag, const std::vector<std::string>& texts);
    void take_operands(const std::vector<std::string>& texts);

    std::string words_;
    std::vector<std::shared_ptr<void>> kept_;
    std::vector<Flag> flags_;
    std::vector<Operand> operands_;
    std::size_t given_operands_ = 0;         ///< how many of the declared operands got a value
    std::vector<std::string> missing_flags_; ///< required ones that were not given
    bool rehearsable_ = false;
    bool identifies_ = false;
    std::function<ExitCode(Call&)> action_;
};

} // namespace peergroup::cli
