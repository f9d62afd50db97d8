#include "facilitators/group_staff.hpp"
#include "reports/feeds.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// A weekly group in Kainuu, and one in Helsinki; two facilitators, three adults.
struct TwoRegions : County {
    TwoRegions() {
        create(*this, weekly_wish("KAI"));
        groups::GroupWish helsinki = weekly_wish("HEL");
        helsinki.region = "helsinki";
        create(*this, helsinki);
        add_facilitators(*this);
        add_adults(*this, 3);
        actor.cleared = true;
    }

    template <class Choose> documents::CalendarFile calendar_of(Choose choose, std::optional<calendar::Date> from = {}) {
        store::Transaction transaction = database().write();
        const vault::Journal recorder = journal("calendar export");
        reports::Feeds feeds(transaction, rules(), recorder);
        const reports::FeedSubject subject = choose(feeds);
        documents::CalendarFile file = feeds.calendar({subject, from}, peergroup::Language::en);
        feeds.record({subject}, file.events.size());
        transaction.commit();
        return file;
    }
    documents::CalendarFile of_facilitator(std::int64_t number) {
        return calendar_of([&](reports::Feeds& feeds) { return feeds.facilitator(facilitator(number)); });
    }
    documents::CalendarFile of_participant(std::int64_t number) {
        return calendar_of([&](reports::Feeds& feeds) { return feeds.participant(person(number)); });
    }
    documents::CalendarFile of_region(const std::string& region, std::optional<calendar::Date> from = {}) {
        return calendar_of([&](reports::Feeds& feeds) { return feeds.region(region); }, from);
    }
    std::string file_name(const std::string& region) {
        store::Transaction transaction = database().read();
        const vault::Journal recorder = journal();
        reports::Feeds feeds(transaction, rules(), recorder);
        return feeds.file_name(feeds.region(region));
    }

    void staff(std::string_view code, std::int64_t number, std::string_view from, std::string_view to = "") {
        const std::int64_t of = group(*this, code).id;
        const vault::Journal recorder = journal("group staff");
        store::Transaction transaction = database().write();
        const std::int64_t batch = recorder.begin_batch(transaction, catalogue::keep_catalogue(transaction, rules()));
        facilitators::StaffMember member{.group = of, .facilitator = facilitator(number), .role = "peer", .from_on = day(from)};
        facilitators::StaffRegister staff(transaction);
        staff.add(member, batch);
        if (!to.empty()) {
            member.to_on = day(to);
            staff.end(member, batch);
        }
        transaction.commit();
    }
};

std::string code_of_refusal(const std::function<void()>& ask) {
    return problem_of(ask).code;
}

} // namespace

TEST_CASE_FIXTURE(TwoRegions, "a region's calendar holds its groups alone, and is journalled as given out") {
    const documents::CalendarFile file = of_region("kainuu");
    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].start.day == day("2026-01-28"));
    CHECK(file.events[0].summary == "Meeting");
    CHECK(file.zones.size() == 1);
    CHECK(lines("SELECT objects || ' ' || counts FROM journal WHERE verb = 'calendar export'") ==
          Lines{"kainuu calendars=1 events=1"});
}

TEST_CASE_FIXTURE(TwoRegions, "nothing in a calendar tells of the group, its type or its people") {
    enrol(*this, "group,person\nKAI,P-0001\n");
    for (const documents::CalendarFile& file : {of_region("kainuu"), of_participant(1)}) {
        const std::string text = documents::calendar_text(file);
        for (const char* const word : {"KAI", "mll", "P-0001", "kainuu", "Adult"})
            CHECK_MESSAGE(text.find(word) == std::string::npos, word);
    }
}

TEST_CASE_FIXTURE(TwoRegions, "a facilitator's calendar holds the meetings of the days on which the group is guided") {
    staff("KAI", 1, "2026-02-04", "2026-03-04");
    const auto file = of_facilitator(1);
    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].start.day == day("2026-02-04"));
    CHECK(file.events[0].recurrence->count == 5);
    CHECK(of_facilitator(2).events.empty());
}

TEST_CASE_FIXTURE(TwoRegions, "a participant's calendar ends with the membership") {
    enrol(*this, "group,person\nKAI,P-0001\n");
    withdraw(*this, "KAI", {1}, "2026-02-11");
    const auto file = of_participant(1);
    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].recurrence->count == 3);
    CHECK(of_participant(2).events.empty());
}

TEST_CASE_FIXTURE(TwoRegions, "the same meeting has one uid in a calendar for good, and another in every other calendar") {
    enrol(*this, "group,person\nKAI,P-0001\n");
    const std::string before = of_region("kainuu").events.at(0).uid;
    now = "2026-01-20T09:00:00Z";
    move_meeting(*this, {group_code("KAI"), "2"}, {.day = day("2026-02-05")});
    const auto after = of_region("kainuu");
    CHECK(after.events.at(0).uid == before);
    CHECK(after.events.at(0).sequence == 1);
    CHECK(after.events.at(0).changed_at.text() == now);
    CHECK(after.events.at(1).in_place_of->day == day("2026-02-04"));
    CHECK(of_participant(1).events.at(0).uid != before);
}

TEST_CASE_FIXTURE(TwoRegions, "logging who was there changes no calendar") {
    enrol(*this, "group,person\nKAI,P-0001\n");
    log(*this, "group,session,person,mark\nKAI,1,P-0001,P\n");
    const std::string before = documents::calendar_text(of_region("kainuu"));
    now = "2026-02-20T09:00:00Z";
    log(*this, "group,session,person,mark\nKAI,1,P-0001,X\n");
    CHECK(documents::calendar_text(of_region("kainuu")) == before);
}

TEST_CASE_FIXTURE(TwoRegions, "meetings before the day that is asked from are left out") {
    CHECK(of_region("kainuu", day("2026-02-12")).events.at(0).start.day == day("2026-02-18"));
    CHECK(of_region("kainuu", day("2027-01-01")).events.empty());
}

TEST_CASE_FIXTURE(TwoRegions, "a group that is cancelled shows its meetings as cancelled") {
    cancel_group(*this, "KAI", "2026-01-30");
    const auto file = of_region("kainuu");
    CHECK(std::ranges::count_if(file.events, &documents::CalendarEvent::cancelled) == 7);
}

TEST_CASE_FIXTURE(TwoRegions, "a facilitator gets the own calendar alone, with groups that are guided only later") {
    staff("KAI", 1, "2026-01-28");
    actor = {.id = "aino", .role = vault::Role::facilitator, .facilitator = 1};
    CHECK(of_facilitator(1).events.size() == 1);
    CHECK(code_of_refusal([&] { of_facilitator(2); }) == "not-permitted.calendar");
    CHECK(code_of_refusal([&] { of_region("kainuu"); }) == "not-permitted.calendar");
    CHECK(code_of_refusal([&] { of_participant(1); }) == "not-permitted.calendar");
    CHECK(code_of_refusal([&] { calendar_of([](reports::Feeds& feeds) { return feeds.venue("kajaani-perhekeskus"); }); }) ==
          "not-permitted.calendar");
}

TEST_CASE_FIXTURE(TwoRegions, "a scheduled job gives out regions, and no participant's calendar") {
    actor = {.id = "cron", .role = vault::Role::reminder_job, .regions = {"kainuu"}};
    CHECK(of_region("kainuu").events.size() == 1);
    CHECK(code_of_refusal([&] { of_participant(1); }) == "not-permitted.calendar");
}

TEST_CASE_FIXTURE(TwoRegions, "a coordinator gets calendars of the own region alone") {
    staff("HEL", 1, "2026-01-28");
    actor = {.id = "liisa", .role = vault::Role::coordinator, .regions = {"kainuu"}};
    CHECK(of_region("kainuu").events.size() == 1);
    CHECK(code_of_refusal([&] { of_region("helsinki"); }) == "not-permitted.region");
    CHECK(of_facilitator(1).events.empty()); // the group is of another region
    actor.regions = {"helsinki"};
    CHECK(code_of_refusal([&] { of_participant(1); }) == "not-permitted.region");
    CHECK(code_of_refusal([&] { calendar_of([](reports::Feeds& feeds) { return feeds.venue("kajaani-perhekeskus"); }); }) ==
          "not-permitted.region");
}

TEST_CASE_FIXTURE(TwoRegions,
                  "somebody under a non-disclosure order has a calendar without places, from somebody with clearance") {
    groups::GroupWish wish = weekly_wish("ATT");
    wish.venue = "kajaani-perhekeskus";
    create(*this, wish);
    import(*this, "given_name,birth_date,reference,non_disclosure\nHidden,1985-06-15,77,yes\n");
    enrol(*this, "group,person\nATT,P-0004\n");
    const auto file = of_participant(4);
    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].place.empty());
    actor.cleared = false;
    CHECK(code_of_refusal([&] { of_participant(4); }) == "clearance-missing");
    change("INSERT INTO person_restriction (person, since) VALUES (1, '2026-01-01')");
    CHECK(code_of_refusal([&] { of_participant(1); }) == "person-restricted");
}

TEST_CASE_FIXTURE(TwoRegions, "an unknown venue is told with the nearest") {
    CHECK(code_of_refusal([&] { calendar_of([](reports::Feeds& feeds) { return feeds.venue("kajani-perhekeskus"); }); }) ==
          "venue-not-found");
}

TEST_CASE_FIXTURE(TwoRegions, "a file's mark belongs to its name, its region and this key ring") {
    const reports::MarkedFile file{file_name("kainuu"), of_region("kainuu").mark};
    CHECK(reports::is_calendar_of(*ring(), file, "kainuu"));
    CHECK_FALSE(reports::is_calendar_of(*ring(), file, "helsinki"));
    CHECK_FALSE(reports::is_calendar_of(*ring(), {file_name("helsinki"), file.mark}, "kainuu"));
    const auto other = vault::KeyRing::make(std::vector<std::string>{"kainuu"}, vault::system_entropy());
    CHECK_FALSE(reports::is_calendar_of(other, file, "kainuu"));
}
