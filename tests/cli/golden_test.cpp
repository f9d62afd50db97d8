// Runs one golden case: golden_test CASE_FOLDER. A line of its file `command` is a call of the program; before it may stand
//   +                          a preparation: it has to end with 0, and what it prints is not looked at
//   @terminal                  all three streams are terminals
//   @at=2026-09-08T06:00:00Z   the instant, in place of the usual one
//   @by=liisa                  the caller, in place of maija
//   @account=peergroup         the account that the program runs as, in place of the caller's own
//   NAME=value                 a variable of the environment
// and behind it `< file` for standard input. A line `= file` prints that file. Words are split at blanks; quotes hold them
// together.
#include "cli/run.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <span>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace fs = std::filesystem;
using peergroup::calendar::Instant;

namespace {

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool open = false;
    char quote = 0;
    for (const char letter : line) {
        if (quote != 0 ? letter == quote : letter == '\'' || letter == '"') {
            quote = quote != 0 ? '\0' : letter;
            open = true;
        } else if (quote == 0 && letter == ' ') {
            if (open) words.push_back(std::move(word));
            word.clear();
            open = false;
        } else {
            word += letter;
            open = true;
        }
    }
    if (open) words.push_back(std::move(word));
    return words;
}

struct Outcome {
    std::string out;
    std::string err;
    std::string exits;
};

/// One line with what stands before and behind the words of the call.
struct Line {
    explicit Line(const std::string& text) : words(split(text)) {
        while (!words.empty() && take_prefix(words.front()))
            words.erase(words.begin());
        if (words.size() < 2 || words[words.size() - 2] != "<") return;
        input = read(words.back());
        words.resize(words.size() - 2);
    }

    bool take_prefix(const std::string& word) {
        if (word == "+") return preparation = true;
        if (word == "@terminal") return terminal = true;
        if (word.starts_with("@at=")) return now = Instant::parse(word.substr(4)).value(), true;
        if (word.starts_with("@by=")) return caller = word.substr(4), true;
        if (word.starts_with("@account=")) return account = word.substr(9), true;
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0 || word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != equals)
            return false;
        environment[word.substr(0, equals)] = word.substr(equals + 1);
        return true;
    }

    std::vector<std::string> words;
    bool preparation = false;
    bool terminal = false;
    std::string caller = "maija";
    std::string account;                                          ///< the caller when empty
    Instant now = Instant::parse("2026-08-24T09:00:00Z").value(); // a Monday
    std::map<std::string, std::string> environment = {{"HOME", fs::current_path() / "home"},
                                                      {"PEERGROUP_WORKSPACE", "workspace"}};
    std::string input;
};

// Keys that are the same in every run.
void counting_bytes(std::span<std::byte> bytes) {
    static unsigned char next = 0;
    for (std::byte& byte : bytes)
        byte = std::byte{++next};
}

void run(const Line& line, Outcome& outcome) {
    if (line.words.size() == 2 && line.words.front() == "=") {
        outcome.out += read(line.words.back());
        return;
    }
    std::istringstream in(line.input);
    std::ostringstream out;
    std::ostringstream err;
    const auto variable = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = line.environment.find(name);
        return found != line.environment.end() && !found->second.empty() ? std::optional(found->second) : std::nullopt;
    };
    peergroup::cli::Surroundings surroundings{.in = in,
                                              .out = out,
                                              .err = err,
                                              .in_is_terminal = line.terminal,
                                              .out_is_terminal = line.terminal,
                                              .err_is_terminal = line.terminal,
                                              .clock = [&] { return line.now; },
                                              .environment = variable,
                                              .caller = [&] { return line.caller; },
                                              .account = [&] { return line.account.empty() ? line.caller : line.account; },
                                              .entropy = counting_bytes,
                                              .temporary_folder = fs::current_path(),
                                              .shipped_catalogue = PEERGROUP_SOURCE_DIR "/config",
                                              .modules = PEERGROUP_MODULES,
                                              .program = "/usr/bin/peergroup"};
    const int code = peergroup::cli::run(line.words, surroundings);
    if (line.preparation) {
        if (code != 0) throw std::runtime_error("a preparation failed: " + err.str());
        return;
    }
    outcome.out += out.str();
    outcome.err += err.str();
    outcome.exits += std::to_string(code) + '\n';
}

void replace_all(std::string& text, std::string_view found, std::string_view by) {
    for (std::size_t at = text.find(found); at != std::string::npos; at = text.find(found, at + by.size()))
        text.replace(at, found.size(), by);
}

// Where the sources and the scratch folder lie differs from machine to machine.
bool agree(const fs::path& file, std::string got, const std::string& scratch) {
    replace_all(got, PEERGROUP_SOURCE_DIR "/config", "/usr/share/peergroup/config");
    replace_all(got, scratch, "/scratch");
    if (std::getenv("PEERGROUP_REFRESH") != nullptr) {
        fs::remove(file);
        if (!got.empty()) std::ofstream(file, std::ios::binary) << got;
        return true;
    }
    const std::string expected = read(file);
    if (got == expected) return true;
    std::cerr << "--- expected " << file.filename().string() << "\n" << expected << "+++ got\n" << got;
    return false;
}

} // namespace

int main(int count, char* words[]) try {
    if (count != 2) throw std::runtime_error("golden_test CASE_FOLDER");
    const fs::path folder = fs::absolute(words[1]);
    std::string scratch = fs::temp_directory_path() / "peergroup-golden-XXXXXX";
    if (mkdtemp(scratch.data()) == nullptr)
        throw std::runtime_error("cannot make a folder in " + fs::temp_directory_path().string());
    scratch = fs::canonical(scratch);
    fs::current_path(scratch);
    fs::copy(folder, ".", fs::copy_options::recursive);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(".")) // however the sources were checked out
        fs::permissions(entry, fs::perms::group_all | fs::perms::others_all, fs::perm_options::remove);
    Outcome outcome;
    std::istringstream lines(read(folder / "command"));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && !line.starts_with('#')) run(Line(line), outcome);
    fs::current_path(folder);
    fs::remove_all(scratch);
    const bool same_output = agree(folder / "stdout", outcome.out, scratch);
    const bool same_messages = agree(folder / "stderr", outcome.err, scratch);
    return agree(folder / "exit", outcome.exits, scratch) && same_output && same_messages ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "golden_test: " << error.what() << '\n';
    return 2;
}
