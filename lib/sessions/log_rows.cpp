#include "sessions/log_rows.hpp"

#include "language/text.hpp"
#include "people/family_rows.hpp"
#include "people/person_code.hpp"
#include "sessions/attendance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace peergroup::sessions {

namespace {

using people::FieldFault;

std::optional<FieldFault> read_count(std::string_view column, std::string_view text, std::int32_t& number) {
    number = -1;
    if (text.empty()) return std::nullopt;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && stopped == text.data() + text.size() && number >= 0 && number <= 100'000) return std::nullopt;
    return FieldFault{std::string(column), "no-number",
                      fmt::format("\"{}\" is no whole number from 0 to 100000", language::printable(text))};
}

std::vector<std::string> split_raised(std::string_view text) {
    std::vector<std::string> themes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        std::string_view theme = text.substr(0, end);
        while (theme.starts_with(' '))
            theme.remove_prefix(1);
        while (theme.ends_with(' '))
            theme.remove_suffix(1);
        if (!theme.empty()) themes.emplace_back(theme);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return themes;
}

} // namespace

std::vector<documents::ColumnName> log_columns() {
    return {
        {"group", {"ryhmä", "ryhmän_tunnus", "grupp", "gruppkod", "group_code"}},
        {"session", {"tapaaminen", "ryhmäkerta", "kerta", "pvm", "päivä", "träff", "datum", "date"}},
        {"person", {"henkilö", "osallistuja", "deltagare", "person_code"}},
        {"mark", {"merkintä", "läsnäolo", "närvaro", "attendance"}},
        {"minutes", {"minuutit", "minuter"}},
        {"theme", {"teema", "aihe", "tema"}},
        {"raised", {"esiin_nostettu", "esiin_nostetut_teemat", "deltagarnas_teman", "raised_themes"}},
        {"adults", {"aikuiset", "aikuisia", "vuxna"}},
        {"children", {"lapset", "lapsia", "barn"}},
    };
}

std::uint32_t LoggedWords::keep(Words words) {
    if (words.theme.empty() && words.raised.empty()) return 0;
    const auto [known, added] = places_.try_emplace(words, static_cast<std::uint32_t>(words_.size() + 1));
    if (added) words_.push_back(std::move(words));
    return known->second;
}

LogReader::LogReader(const LogRequest& request, const batches::LeftOut& left_out, batches::RowOutcomes& outcomes)
    : request_(request), left_out_(left_out), outcomes_(outcomes) {
    constexpr std::array<std::string_view, columns> names = {"group", "session", "person", "mark",    "minutes",
                                                             "theme", "raised",  "adults", "children"};
    for (std::size_t column = 0; column < columns; ++column)
        places_[column] = request.sheet.index_of(names[column]);
}

std::string_view LogReader::value(const documents::SheetRow& row, Column column) const {
    return places_[column] ? row.at(*places_[column]) : std::string_view();
}

void LogReader::read(NamedRows& rows, LoggedWords& words) {
    documents::SheetRow row;
    request_.sheet.rewind();
    while (request_.sheet.next(row)) {
        if (left_out_.has(row.place.line)) continue;
        NamedRow named{};
        named.row.line = row.place.line;
        if (row.fault)
            outcomes_.reject(people::rejection_of(row));
        else if (const auto fault = understand(row, named, words))
            outcomes_.reject(people::rejection_of(request_.sheet, row, *fault));
        else
            rows.add(named);
    }
}

std::optional<FieldFault> LogReader::understand(const documents::SheetRow& row, NamedRow& named, LoggedWords& words) const {
    const std::string_view code = value(row, group);
    if (code.empty()) return FieldFault{"group", "group-missing", "the row names no group"};
    const auto packed = groups::PackedCode::parse(code);
    if (!packed)
        return FieldFault{"group", "no-group-code",
                          fmt::format("\"{}\" is no group code (like MLL-KAI-2026-01)", language::printable(code))};
    named.code = *packed;
    LoggedRow& logged = named.row;
    if (auto fault = understand_session(row, logged)) return fault;
    if (auto fault = understand_mark(row, logged)) return fault;
    if (auto fault = read_count("adults", value(row, adults), logged.adults)) return fault;
    if (auto fault = read_count("children", value(row, children), logged.children)) return fault;
    if (!value(row, theme).empty() || !value(row, raised).empty())
        logged.words = words.keep({std::string(value(row, theme)), split_raised(value(row, raised))});
    return std::nullopt;
}

std::optional<FieldFault> LogReader::understand_session(const documents::SheetRow& row, LoggedRow& logged) const {
    const std::string_view text = value(row, session);
    if (text.empty()) return FieldFault{"session", "session-missing", "the row names no session"};
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), logged.session);
    if (error == std::errc{} && stopped == text.data() + text.size() && logged.session > 0) return std::nullopt;
    const auto day = calendar::Date::parse_either(text);
    if (!day)
        return FieldFault{"session", "no-session",
                          fmt::format("\"{}\" is neither a session's number nor a day", language::printable(text))};
    logged.session = day->days();
    logged.by_day = true;
    return std::nullopt;
}

std::optional<FieldFault> LogReader::understand_mark(const documents::SheetRow& row, LoggedRow& logged) const {
    const std::string_view named = value(row, person);
    const std::string_view word = value(row, mark);
    if (auto fault = read_count("minutes", value(row, minutes), logged.minutes)) return fault;
    if (named.empty()) {
        if (word.empty() && logged.minutes < 0) return std::nullopt;
        return FieldFault{"person", "person-missing", "the row has a mark but names nobody"};
    }
    const auto code = people::PersonCode::parse(named);
    if (!code) return FieldFault{"person", "no-person-code", "the value is no person's code (like P-0007)"};
    logged.person = code->number();
    if (word.empty()) return FieldFault{"mark", "mark-missing", "the row names somebody but no mark (use P L E R X N S)"};
    const auto told = parse_mark(word);
    if (!told)
        return FieldFault{"mark", "unknown-mark",
                          fmt::format("\"{}\" is no mark (use P L E R X N S)", language::printable(word))};
    logged.mark = letter_of(*told);
    if (logged.minutes >= 0 && *told != Mark::late && *told != Mark::left_early)
        return FieldFault{"minutes", "minutes-without-delay", "minutes belong to L (late) and E (left early) only"};
    return std::nullopt;
}

} // namespace peergroup::sessions
