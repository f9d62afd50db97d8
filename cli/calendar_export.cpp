#include "cli/calendar_folder.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "documents/whole_file.hpp"
#include "language/problem.hpp"
#include "reports/feeds.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<facilitators::FacilitatorCode> facilitator;
    std::string venue;
    std::string region;
    std::optional<people::PersonCode> participant;
    std::string folder;
    bool readable = false;
    std::optional<calendar::Date> from;
};

void check(const Options& options, const Call& call) {
    const int named = (options.facilitator ? 1 : 0) + (options.participant ? 1 : 0) + (options.venue.empty() ? 0 : 1);
    const int regions = options.region.empty() ? 0 : 1;
    if (options.folder.empty() ? named + regions != 1 : named != 0)
        throw Problem(ProblemKind::usage, "calendar-of-whom", "a calendar is of one facilitator, venue, region or participant",
                      "", "name one of them, or give --folder, with or without --region");
    const bool lists = !options.folder.empty();
    if (!lists && (options.readable || !call.flags.format.empty()))
        throw Problem(ProblemKind::usage, "flag-without-effect", "a single calendar is written as iCalendar, for its owner alone",
                      options.readable ? "--readable" : "--format", "leave it out, or give --folder");
    if (lists) require_calendar_folder(options.folder);
}

reports::FeedSubject subject_of(const Options& options, reports::Feeds& feeds) {
    if (options.facilitator) return feeds.facilitator(*options.facilitator);
    if (options.participant) return feeds.participant(*options.participant);
    return options.venue.empty() ? feeds.region(options.region) : feeds.venue(options.venue);
}

// What was given out stands in the journal before it is.
ExitCode export_one(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    std::string text;
    {
        store::Database database = open_store(call);
        store::Transaction transaction = database.write();
        const vault::Journal journal = journal_of(call);
        reports::Feeds feeds(transaction, catalogue, journal);
        const reports::FeedSubject subject = subject_of(options, feeds);
        const documents::CalendarFile file = feeds.calendar({subject, options.from}, call.language);
        feeds.record({subject}, file.events.size());
        text = documents::calendar_text(file);
        transaction.commit();
    }
    if (call.flags.output.empty() || call.flags.output == "-")
        call.surroundings.out << text;
    else
        documents::write_whole_file(call.flags.output, text);
    return ExitCode::done;
}

std::vector<FolderCalendar> read_all(const Options& options, const Call& call, const catalogue::Catalogue& catalogue) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    const vault::Journal journal = journal_of(call);
    reports::Feeds feeds(transaction, catalogue, journal);
    std::vector<FolderCalendar> calendars;
    std::vector<reports::FeedSubject> told;
    std::size_t events = 0;
    for (const reports::FeedSubject& subject : feeds.all(options.region)) {
        const documents::CalendarFile file = feeds.calendar({subject, options.from}, call.language);
        if (file.events.empty()) continue;
        told.push_back(subject);
        events += file.events.size();
        calendars.push_back({subject, feeds.file_name(subject), documents::calendar_text(file), file.events.size()});
    }
    feeds.record(told, events);
    transaction.commit();
    return calendars;
}

ExitCode export_all(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    if (!options.region.empty()) catalogue.region(options.region);
    const std::vector<FolderCalendar> calendars = read_all(options, call, catalogue);
    CalendarFolder folder{options.folder, options.readable};
    for (const std::string& region : catalogue.region_ids())
        if ((options.region.empty() || region == options.region) && actor_of(call).may_see_region(region))
            folder.regions.push_back(region);
    write_calendars(folder, *keys_of(call), calendars);
    documents::Table table{"calendars", "", {column(call.language, "kind"), column(call.language, "subject")}, {}};
    table.columns.push_back(id_column(call.language, "file"));
    table.columns.push_back(number_column(call.language, "events"));
    for (const FolderCalendar& calendar : calendars)
        table.rows.push_back(
            {{coded(call.language, "calendar-of", reports::code_of(calendar.subject.kind)), Cell::text(calendar.subject.code),
              Cell::text(calendar.file), Cell::of(static_cast<std::int64_t>(calendar.events))}});
    show(call, {"peergroup.calendar-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

ExitCode run(const Options& options, const Call& call) {
    check(options, call);
    return options.folder.empty() ? export_one(options, call) : export_all(options, call);
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--facilitator FACILITATOR", "the meetings that the facilitator guides", options.facilitator)
        .flag("--venue VENUE", "the meetings in a place", options.venue)
        .flag("--region REGION", "the meetings of a region; with --folder the calendars of that region alone", options.region)
        .flag("--participant PERSON", "the meetings of the groups that the person is in", options.participant)
        .flag("--from DATE", "only meetings from this day on; all when left out", options.from)
        .flag("--folder FOLDER", "a calendar for each facilitator, venue and region, under names that nobody can guess",
              options.folder)
        .flag("--readable", "lets the group of the folder read the files, for a web server", options.readable)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command calendar_export() {
    return {"calendar export", "writes meetings as calendars for telephones and mail programs",
            "peergroup calendar export --facilitator F-0001 --output meetings.ics", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator, vault::Role::reminder_job})};
}

} // namespace peergroup::cli
