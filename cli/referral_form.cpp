#include "cli/referral_form.hpp"

#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "documents/encoding.hpp"
#include "facilitators/facilitator_code.hpp"
#include "language/problem.hpp"
#include "referrals/referral_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::cli {

namespace {

using referrals::ReferralVerb;

constexpr std::uint64_t most_bytes = 1U << 16U; // what somebody writes about one interview

std::string as_field(std::string_view text) {
    std::string field = "\"";
    for (const char character : text) {
        if (character == '"') field += '"';
        field += character;
    }
    return field + "\"";
}

// A row for each person: target, person, and what every row says too; blank values are left out.
std::string rows_of(const referrals::Target& target, const ReferralCall& referral) {
    std::string header = "group,type,region,person";
    std::string told;
    for (const auto& [column, value] : referral.values) {
        if (value.empty()) continue;
        header += fmt::format(",{}", column);
        told += "," + as_field(value);
    }
    std::string rows = header + "\n";
    for (const people::PersonCode& person : referral.words.people)
        rows += fmt::format("{},{},{},{}{}\n", target.group ? target.group->text() : "", target.type, target.region,
                            person.text(), told);
    return rows;
}

documents::Sheet sheet_of(const Call& call, const catalogue::Catalogue& catalogue, const ReferralCall& referral) {
    const ReferralWords& words = referral.words;
    const auto columns = referral.verb == ReferralVerb::refer ? referrals::referral_columns() : referrals::interview_columns();
    if (!words.file.empty()) return open_sheet(call, words.file, columns);
    const referrals::Target target = read_target(call, catalogue, {words.target, words.region});
    return documents::Sheet::open(documents::TextSource::memory("operands", rows_of(target, referral)), columns);
}

// Whose account names a facilitator decides as that one.
std::string own_code(const Call& call) {
    const std::int64_t number = actor_of(call).facilitator;
    return number == 0 ? "" : facilitators::FacilitatorCode(number).text();
}

std::vector<batches::RowStatus> statuses_of(ReferralVerb verb) {
    using enum batches::RowStatus;
    if (verb == ReferralVerb::refer) return {referred, unchanged};
    return {scheduled, interviewed, decided, unchanged};
}

} // namespace

referrals::Target read_target(const Call& call, const catalogue::Catalogue& catalogue, const TargetWords& words) {
    const std::vector<std::string> types = catalogue.type_ids();
    if (std::ranges::find(types, words.target) != types.end())
        return {.type = words.target, .region = region_or_default(call, words.region)};
    referrals::Target target;
    read_value("TARGET", words.target, target.group);
    return target;
}

std::vector<std::string> referral_path_words() {
    std::vector<std::string> words = catalogue::referral_path_codes();
    for (std::string& word : words)
        std::ranges::replace(word, '_', '-');
    return words;
}

std::string text_in(const Call& call, const std::string& path) {
    if (path.empty()) return "";
    const documents::TextSource source = open_source(call, path);
    if (source.size() > most_bytes)
        throw Problem(ProblemKind::file, "file-too-large", "is too large for a note", source.name(), "shorten it");
    std::string bytes(source.size(), '\0');
    bytes.resize(source.read(0, bytes));
    std::string text = documents::to_utf8(bytes, documents::detect_encoding(source));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return text;
}

void declare_referral_words(Verb& verb, ReferralWords& words) {
    verb.operand("[TARGET]", "a group, the code of a pair, or a type", words.target)
        .operand("[PERSON...]", "people by their codes", words.people)
        .flag("--region REGION", "of a type: where a group is waited for", words.region)
        .flag("--batch FILE", "a sheet of rows, CSV or JSON Lines; - for standard input", words.file);
    declare_batch_flags(verb, words.batch);
}

ExitCode run_referrals(const Call& call, const ReferralCall& referral) {
    const ReferralWords& words = referral.words;
    if (words.file.empty() ? words.people.empty() : !words.target.empty())
        throw Problem(ProblemKind::usage, "refer-whom", "either a target and people, or a file is needed",
                      "peergroup " + call.verb,
                      fmt::format("peergroup {0} TARGET PERSON..., or peergroup {0} --batch FILE", call.verb));
    const batches::Manner manner = manner_of(call, words.batch);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    documents::Sheet sheet = sheet_of(call, catalogue, referral);
    const catalogue::Region& region = catalogue.region(region_or_default(call, words.region));
    if (!words.file.empty()) tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    batches::BatchResult result = referrals::record_referrals(database, catalogue, journal_of(call), manner,
                                                              {.sheet = sheet,
                                                               .verb = referral.verb,
                                                               .on = effective_day(call, region),
                                                               .today = today_in(call, region),
                                                               .again = referral.again,
                                                               .decider = own_code(call)});
    if (words.file.empty()) require_taken(call, result);
    return tell_batch(call, words.batch, {sheet, result, statuses_of(referral.verb), code_of_person});
}

} // namespace peergroup::cli
