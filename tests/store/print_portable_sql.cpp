// Prints, as a script for psql, the schema in PostgreSQL's words and every statement that the library prepares, each with the
// place where it stands. Running it shows whether the second engine would take them: types, names, grouping, conflicts.
#include "stewardship/erasure.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace store = peergroup::store;

struct SqlText {
    std::string place; // lib/people/people_store.cpp:17
    std::string sql;
};

/// A source file that is searched from its beginning to its end.
class Source {
public:
    Source(const std::filesystem::path& root, const std::filesystem::path& path) : name_(path.lexically_relative(root).string()) {
        std::ifstream file(path, std::ios::binary);
        text_.assign(std::istreambuf_iterator<char>(file), {});
    }

    /// Moves behind the next `mark`; false when there is none left.
    bool seek(std::string_view mark) {
        const std::size_t found = text_.find(mark, position_);
        if (found == std::string::npos) return false;
        position_ = found + mark.size();
        return true;
    }

    std::string take_until(std::string_view mark) {
        const std::size_t end = std::min(text_.find(mark, position_), text_.size());
        const std::string taken = text_.substr(position_, end - position_);
        position_ = std::min(end + mark.size(), text_.size());
        return taken;
    }

    bool take_quote() {
        while (position_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[position_])) != 0)
            ++position_;
        if (position_ == text_.size() || text_[position_] != '"') return false;
        ++position_;
        return true;
    }

    std::string place() const {
        const auto here = text_.begin() + static_cast<std::ptrdiff_t>(position_);
        return fmt::format("{}:{}", name_, 1 + std::count(text_.begin(), here, '\n'));
    }

private:
    std::string name_;
    std::string text_;
    std::size_t position_ = 0;
};

void collect_statements(Source source, std::vector<SqlText>& statements) {
    while (source.seek("R\"sql(")) {
        const std::string place = source.place();
        statements.push_back({place, source.take_until(")sql\"")});
    }
}

/// `append("step (change_seq, batch)")` stands for an insert of as many values; a long literal may be broken in several.
void collect_appends(Source source, std::vector<SqlText>& statements) {
    while (source.seek(".append(")) {
        const std::string place = source.place();
        std::string target;
        while (source.take_quote())
            target += source.take_until("\"");
        if (target.find('(') == std::string::npos) continue;
        std::string values = "$1";
        for (std::ptrdiff_t column = 0; column < std::count(target.begin(), target.end(), ','); ++column)
            values += fmt::format(", ${}", column + 2);
        statements.push_back({place, fmt::format("INSERT INTO {} VALUES ({})", target, values)});
    }
}

std::vector<SqlText> library_statements(const std::filesystem::path& root) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "lib"))
        if (entry.path().filename().string().ends_with("_store.cpp")) paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<SqlText> statements;
    for (const std::filesystem::path& path : paths) {
        const Source source(root, path);
        collect_statements(source, statements);
        collect_appends(source, statements);
    }
    return statements;
}

} // namespace

int main() {
    fmt::print("\\set VERBOSITY terse\n\\set ECHO errors\n\\set ON_ERROR_STOP on\nCREATE SCHEMA keys;\n");
    for (const std::string_view migration : store::migrations())
        fmt::print("BEGIN;\n{}\nCOMMIT;\n", store::spell(store::Engine::postgresql, migration));
    fmt::print("\\set ON_ERROR_STOP off\n");
    const std::vector<SqlText> statements = library_statements(PEERGROUP_SOURCE_DIR);
    for (std::size_t number = 0; number < statements.size(); ++number)
        fmt::print("PREPARE statement_{} AS /* {} */ {};\n", number, statements[number].place, statements[number].sql);
    const std::vector<std::string> erasures = peergroup::stewardship::erasure_statements();
    for (std::size_t number = 0; number < erasures.size(); ++number)
        fmt::print("PREPARE erasure_{} AS {};\n", number, erasures[number]);
    fmt::print("SELECT count(*) || ' statements are understood' FROM pg_prepared_statements;\n");
    return statements.empty() ? 1 : 0;
}
