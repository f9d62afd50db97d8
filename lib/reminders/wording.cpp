#include "reminders/wording.hpp"

#include "language/dates.hpp"

#include <map>

namespace peergroup::reminders {

namespace {

// The office of the municipality, else the one of the whole region.
std::string phone_of(const catalogue::Region& region, const std::string& municipality) {
    std::string phone;
    for (const catalogue::Contact& contact : region.contacts) {
        if (!contact.phone) continue;
        if (!municipality.empty() && contact.municipality == municipality) return *contact.phone;
        if (contact.municipality.empty() && phone.empty()) phone = *contact.phone;
    }
    return phone;
}

std::map<std::string, std::string> values_of(const catalogue::Region& region, const Event& event, Language language) {
    std::map<std::string, std::string> values;
    const calendar::Date day = event.day;
    values["date"] = language::short_date(language, day.year(), day.month(), day.day());
    values["weekday"] = language::weekday_name(language, static_cast<int>(day.weekday()));
    if (event.time) values["time"] = language::short_time(language, event.time->hour(), event.time->minute());
    const catalogue::Venue* const venue = region.venue(event.venue);
    if (venue != nullptr && venue->public_alias) values["place"] = venue->public_alias->in(language);
    values["phone"] = phone_of(region, event.municipality);
    return values;
}

} // namespace

Wording wording_of(const catalogue::Catalogue& catalogue, const Candidate& candidate, Language language,
                   people::Channel channel) {
    const catalogue::MessageWording& wording = catalogue.message(candidate.rule->message).in(language);
    const auto values = values_of(catalogue.region(candidate.event.region), candidate.event, language);
    if (channel == people::Channel::sms) return {"", wording.sms.filled(values)};
    return {wording.subject.filled(values), wording.mail.filled(values)};
}

} // namespace peergroup::reminders
