#include "store/schema.hpp"

#include <array>
#include <stdexcept>

namespace peergroup::store {

// Generated from lib/store/migrations/*.sql when the program is built.
std::span<const std::string_view> embedded_migrations();

namespace {

struct Token {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgresql;
};

constexpr std::array tokens{
    Token{"int", "INTEGER", "BIGINT"}, Token{"text", "TEXT", "TEXT COLLATE \"C\""},     Token{"blob", "BLOB", "BYTEA"},
    Token{"strict", "STRICT", ""},     Token{"clustered", "STRICT, WITHOUT ROWID", ""},
};

} // namespace

std::int64_t newest_version() {
    return static_cast<std::int64_t>(migrations().size());
}

std::span<const std::string_view> migrations() {
    return embedded_migrations();
}

std::string spell(Engine engine, std::string_view sql) {
    std::string spelled;
    spelled.reserve(sql.size());
    while (true) {
        const std::size_t start = sql.find('{');
        spelled.append(sql.substr(0, start));
        if (start == std::string_view::npos) return spelled;
        const std::size_t end = sql.find('}', start);
        const std::string_view name = sql.substr(start + 1, end == std::string_view::npos ? end : end - start - 1);
        const Token* found = nullptr;
        for (const Token& token : tokens)
            if (token.name == name) found = &token;
        if (found == nullptr || end == std::string_view::npos) throw std::logic_error("unknown token in a migration");
        spelled.append(engine == Engine::sqlite ? found->sqlite : found->postgresql);
        sql.remove_prefix(end + 1);
    }
}

} // namespace peergroup::store
