#include "catalogue/catalogue.hpp"

#include "catalogue/catalogue_check.hpp"
#include "catalogue/catalogue_files.hpp"
#include "catalogue/read_calendar.hpp"
#include "catalogue/read_delivery.hpp"
#include "catalogue/read_group_type.hpp"
#include "catalogue/read_organisation.hpp"
#include "catalogue/read_region.hpp"
#include "catalogue/read_reminders.hpp"
#include "language/nearest.hpp"
#include "vault/digest.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

namespace peergroup::catalogue {

namespace {

template <class Value> using Loaded = std::map<std::string, Value, std::less<>>;

std::string_view unknown_code(FileKind kind) {
    switch (kind) {
    case FileKind::calendar:
        return "unknown-calendar";
    case FileKind::type:
        return "unknown-type";
    case FileKind::message:
        return "unknown-template";
    case FileKind::region:
        break;
    }
    return "unknown-region";
}

/// The first of the problems of a file, or its value.
template <class Value, class Read> Value read_sound(const SourceFile& file, Read read) {
    Findings findings;
    Value value = read(file, findings);
    if (findings.problems.empty()) return value;
    Problem first = std::move(findings.problems.front());
    if (first.hint.empty() && findings.problems.size() > 1) {
        first.hint = fmt::format("`peergroup config check` lists {} more", findings.problems.size() - 1);
    }
    throw first;
}

} // namespace

struct Catalogue::State {
    CatalogueFiles files;
    std::optional<Organisation> organisation;
    std::optional<Delivery> delivery;
    std::optional<ReminderRules> reminders;
    Loaded<HolidayCalendar> calendars;
    Loaded<GroupType> types;
    Loaded<Region> regions;
    Loaded<MessageTemplate> messages;
    std::optional<std::string> digest;

    explicit State(std::filesystem::path folder) : files(std::move(folder)) {}

    template <class Value, class Read> const Value& load(Loaded<Value>& loaded, FileKind kind, std::string_view id, Read read) {
        const auto found = loaded.find(id);
        if (found != loaded.end()) return found->second;
        if (!files.has(kind, id)) throw unknown(kind, id);
        return loaded.emplace(id, read_sound<Value>(files.file(kind, id), read)).first->second;
    }

    const HolidayCalendar& calendar(std::string_view id) { return load(calendars, FileKind::calendar, id, read_calendar); }

    Problem unknown(FileKind kind, std::string_view id) const {
        return {ProblemKind::not_found,
                std::string(unknown_code(kind)),
                fmt::format("there is no {} \"{}\"", noun_of(kind), id),
                {},
                language::did_you_mean(id, files.ids(kind))};
    }
};

Catalogue::Catalogue(std::filesystem::path folder) : state_(std::make_unique<State>(std::move(folder))) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

const Organisation& Catalogue::organisation() const {
    if (!state_->organisation) {
        state_->organisation = read_sound<Organisation>(state_->files.organisation(), read_organisation);
    }
    return *state_->organisation;
}

const Delivery& Catalogue::delivery() const {
    if (!state_->delivery) {
        const auto file = state_->files.delivery();
        state_->delivery = file ? read_sound<Delivery>(*file, read_delivery) : Delivery();
    }
    return *state_->delivery;
}

const GroupType& Catalogue::type(std::string_view id) const {
    return state_->load(state_->types, FileKind::type, id, read_group_type);
}

const Region& Catalogue::region(std::string_view id) const {
    return state_->load(state_->regions, FileKind::region, id, read_region);
}

const ReminderRules& Catalogue::reminders() const {
    if (!state_->reminders) {
        const auto file = state_->files.reminders();
        state_->reminders = file ? read_sound<ReminderRules>(*file, read_reminders) : ReminderRules();
    }
    return *state_->reminders;
}

const MessageTemplate& Catalogue::message(std::string_view id) const {
    return state_->load(state_->messages, FileKind::message, id, [this](const SourceFile& file, Findings& findings) {
        TellingWords words(reminders().telling_words);
        for (const std::string& type_id : type_ids())
            words.add(type(type_id));
        return read_message(file, words, findings);
    });
}

const calendar::HolidayRules& Catalogue::holidays(std::string_view calendar_id) const {
    return state_->calendar(calendar_id).rules;
}

const Names& Catalogue::holiday_name(std::string_view calendar_id, std::string_view holiday_id) const {
    const auto& names = state_->calendar(calendar_id).holiday_names;
    const auto found = names.find(holiday_id);
    if (found == names.end()) throw std::logic_error(fmt::format("no holiday {} in calendar {}", holiday_id, calendar_id));
    return found->second;
}

bool Catalogue::has_type(std::string_view id) const {
    return state_->files.has(FileKind::type, id);
}

std::vector<std::string> Catalogue::type_ids() const {
    return state_->files.ids(FileKind::type);
}
std::vector<std::string> Catalogue::region_ids() const {
    return state_->files.ids(FileKind::region);
}
std::vector<std::string> Catalogue::calendar_ids() const {
    return state_->files.ids(FileKind::calendar);
}

GroupType Catalogue::type_in(const GroupType& type, const Region& region, std::string_view municipality) const {
    GroupType local = type;
    for (const Override& change : region.overrides) {
        if (change.type != type.id || change.municipality != municipality) continue;
        if (change.sessions) local.sessions = change.sessions;
        if (change.interval_days) local.interval_days = change.interval_days;
        if (change.duration_minutes) local.duration_minutes = change.duration_minutes;
        if (change.capacity) local.capacity = change.capacity;
    }
    return local;
}

std::vector<Problem> Catalogue::check() const {
    return check_files(state_->files);
}

const std::string& Catalogue::digest() const {
    if (!state_->digest) state_->digest = vault::digest_hex(content());
    return *state_->digest;
}

std::string Catalogue::stamp() const {
    return state_->files.stamp();
}

std::string Catalogue::content() const {
    return state_->files.content();
}

const std::filesystem::path& Catalogue::folder() const {
    return state_->files.folder();
}

} // namespace peergroup::catalogue
