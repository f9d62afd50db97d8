#include "catalogue/read_reminders.hpp"

#include "catalogue/fields.hpp"
#include "language/nearest.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace peergroup::catalogue {

using documents::TemplateText;
using documents::TomlDocument;
using documents::TomlTable;
using documents::Word;

namespace {

constexpr std::array<Word<ReminderAbout>, 4> about_words{{{"session", ReminderAbout::session},
                                                          {"interview", ReminderAbout::interview},
                                                          {"offer", ReminderAbout::offer},
                                                          {"enrolment", ReminderAbout::enrolment}}};
constexpr std::array<Word<ReminderAudience>, 4> audience_words{{{"participant", ReminderAudience::participant},
                                                                {"guardian", ReminderAudience::guardian},
                                                                {"facilitator", ReminderAudience::facilitator},
                                                                {"coordinator", ReminderAudience::coordinator}}};
constexpr std::array<Word<bool>, 1> only_words{{{"unlogged", true}}};
constexpr std::array<Word<bool>, 1> from_words{{{"made", true}}};
constexpr documents::WholeRange days_range{-60, 60};
constexpr documents::WholeRange hours_range{-240, 240};
constexpr documents::WholeRange age_range{1, 336};
constexpr documents::WholeRange pause_range{1, 1440};
constexpr documents::WholeRange factor_range{1, 10};
constexpr documents::WholeRange times_range{0, 20};
constexpr int longest_pause = 10080; // minutes: a week
constexpr int minutes_an_hour = 60;

std::optional<calendar::LocalTime> read_time(const TomlTable& table, std::string_view key) {
    const std::optional<std::string> text = table.text(key);
    if (!text) return std::nullopt;
    const auto time = calendar::LocalTime::parse(*text);
    if (!time) table.report(key, "config-malformed", fmt::format("must be a time such as 16:00, not \"{}\"", *text));
    return time;
}

// A rule counts days and has a time of day, or hours from the beginning, which only a session has.
void read_moment(const TomlTable& table, ReminderRule& rule) {
    rule.days = table.whole("days", days_range);
    rule.at = read_time(table, "at");
    if (const auto hours = table.whole("hours", hours_range)) rule.minutes = *hours * minutes_an_hour;
    if (rule.minutes && (rule.days || rule.at))
        table.report("hours", "config-contradiction", "stands in the place of days and at");
    else if (rule.minutes && rule.about != ReminderAbout::session)
        table.report("hours", "config-contradiction", "is only for what has a time of day: sessions");
    else if (!rule.minutes && (!rule.days || !rule.at))
        table.report(rule.days ? "at" : "days", "config-missing-key", "is missing: a rule has days and at, or hours");
}

ReminderRule read_rule(const TomlTable& table, std::set<std::string, std::less<>>& ids, Findings& findings) {
    ReminderRule rule{.id = read_own_id(table, ids)};
    if (table.require("about")) rule.about = table.choice("about", about_words).value_or(rule.about);
    if (table.require("to")) rule.to = table.choices("to", audience_words);
    rule.unlogged_only = table.choice("only", only_words).value_or(false);
    rule.from_made = table.choice("from", from_words).value_or(false);
    read_moment(table, rule);
    if (table.require("max_age_hours"))
        rule.max_age_minutes = table.whole("max_age_hours", age_range).value_or(1) * minutes_an_hour;
    if (rule.unlogged_only && rule.about != ReminderAbout::session)
        table.report("only", "config-contradiction", "is of sessions");
    if (rule.from_made && (rule.about == ReminderAbout::session || rule.about == ReminderAbout::interview))
        table.report("from", "config-contradiction", "is of offers and enrolments");
    rule.message = read_required_code(table, "template");
    if (!rule.message.empty())
        findings.references.push_back({FileKind::message, "template", rule.message, table.where("template")});
    rule.types = read_codes(table, "types");
    for (const std::string& type : rule.types)
        findings.references.push_back({FileKind::type, "types", type, table.where("types", type)});
    rule.regions = read_codes(table, "regions");
    for (const std::string& region : rule.regions)
        findings.references.push_back({FileKind::region, "regions", region, table.where("regions", region)});
    return rule;
}

// Ever longer pauses; none where the first is not stated.
void read_retries(const TomlTable& root, ReminderRules& rules) {
    int pause = root.whole("retry_first_minutes", pause_range).value_or(0);
    const int factor = root.whole("retry_factor", factor_range).value_or(1);
    const int times = root.whole("retry_times", times_range).value_or(0);
    for (int time = 0; pause != 0 && time < times; ++time) {
        rules.retry_minutes.push_back(pause);
        pause = std::min(pause * factor, longest_pause);
    }
}

/// Reads the texts of one language.
class WordingReader {
public:
    WordingReader(const TomlTable& table, const TellingWords& words) : table_(table), words_(words) {}

    MessageWording read() const { return {text("subject"), text("mail"), text("sms")}; }

private:
    TemplateText text(std::string_view key) const {
        if (!table_.require(key)) return TemplateText("");
        const std::string stated = table_.text(key).value_or("");
        TemplateText text(stated);
        if (!text.fault().empty()) table_.report(key, "config-malformed", fmt::format("cannot be filled: {}", text.fault()));
        for (const std::string& field : text.fields())
            if (std::ranges::find(message_fields(), field) == message_fields().end())
                table_.report(key, "config-unknown-field",
                              fmt::format("has the field {{{{{}}}}}, which a message may not tell", field),
                              language::did_you_mean(field, message_fields()));
        if (const auto word = words_.found_in(text.plain()))
            table_.report(key, "config-telling-word",
                          fmt::format("holds \"{}\", which tells what a group is about or that somebody is a client", *word));
        if (key == "subject" && stated.find_first_of("\r\n") != std::string::npos)
            table_.report(key, "config-malformed", "must be one line of text");
        return text;
    }

    const TomlTable& table_;
    const TellingWords& words_;
};

} // namespace

TellingWords::TellingWords(std::vector<std::string> words) {
    for (const std::string& word : words)
        words_.push_back(language::lower(word));
}

void TellingWords::add(const GroupType& type) {
    for (const std::string* const name : {&type.names.fi, &type.names.sv, &type.names.en, &type.id})
        words_.push_back(language::lower(*name));
}

std::optional<std::string> TellingWords::found_in(std::string_view text) const {
    const std::string lower = language::lower(text);
    const auto found =
        std::ranges::find_if(words_, [&](const std::string& word) { return lower.find(word) != std::string::npos; });
    return found == words_.end() ? std::nullopt : std::optional(*found);
}

ReminderRules read_reminders(const SourceFile& file, Findings& findings) {
    TomlDocument document(file.text, file.shown);
    const TomlTable root = document.root();
    ReminderRules rules;
    rules.quiet_from = read_time(root, "quiet_from");
    rules.quiet_to = read_time(root, "quiet_to");
    if (rules.quiet_from.has_value() != rules.quiet_to.has_value())
        root.report(rules.quiet_from ? "quiet_from" : "quiet_to", "config-contradiction", "needs both quiet_from and quiet_to");
    read_retries(root, rules);
    rules.telling_words = root.texts("telling_words");
    std::set<std::string, std::less<>> ids;
    for (const TomlTable& table : root.tables("rule"))
        rules.rules.push_back(read_rule(table, ids, findings));
    findings.problems = document.finish();
    return rules;
}

MessageTemplate read_message(const SourceFile& file, const TellingWords& words, Findings& findings) {
    TomlDocument document(file.text, file.shown);
    const TomlTable root = document.root();
    MessageTemplate message{.id = file.id, .wordings = {}};
    for (const Language language : {Language::fi, Language::sv, Language::en}) {
        const std::string key(code_of(language));
        if (!root.require(key)) continue;
        if (const auto table = root.table(key))
            message.wordings.at(static_cast<std::size_t>(language)) = WordingReader(*table, words).read();
    }
    findings.problems = document.finish();
    return message;
}

} // namespace peergroup::catalogue
