#include "plan/policy_change.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace field;

namespace {

/// GROUP has two members, one of whom is a client of child welfare; its third meeting is on 11 February.
class Running : public AskingCounty {
public:
    Running() : folder_(std::filesystem::temp_directory_path() / ("peergroup-next-" + std::to_string(getpid()))) {
        add_adults(*this, 3);
        people::attest_facts(database(), rules(), journal(), {person(1), {"child-placed"}, "social-worker", day("2026-01-02")});
        create_with_seats(*this, "GROUP", 3);
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\n");
        std::filesystem::remove_all(folder_);
        std::filesystem::copy(rules().folder(), folder_, std::filesystem::copy_options::recursive);
        std::filesystem::remove_all(folder_ / "messages");
    }
    ~Running() override { std::filesystem::remove_all(folder_); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void append(const std::string& file, const std::string& text) { std::ofstream(folder_ / file, std::ios::app) << text; }
    /// Puts the text before everything else, where keys of the whole file stand.
    void prepend(const std::string& file, const std::string& text) {
        std::stringstream bytes;
        bytes << std::ifstream(folder_ / file).rdbuf();
        std::ofstream(folder_ / file) << text << bytes.str();
    }
    void remove(const std::string& file) { std::filesystem::remove(folder_ / file); }
    void replace(const std::string& file, const std::string& from, const std::string& to) {
        std::stringstream bytes;
        bytes << std::ifstream(folder_ / file).rdbuf();
        std::string text = bytes.str();
        REQUIRE(text.find(from) != std::string::npos);
        std::ofstream(folder_ / file) << text.replace(text.find(from), from.size(), to);
    }
    peergroup::calendar::Instant at = {}; ///< from which on reminders are compared
    catalogue::Catalogue next() const { return catalogue::Catalogue(folder_); }

    Lines consequences() {
        const catalogue::Catalogue changed = next();
        store::Transaction transaction = database().read();
        Lines told;
        for (const auto& one :
             peergroup::plan::consequences_of(transaction, {rules(), changed, day("2026-02-01"), at}, journal("config plan")))
            told.push_back(one.code + " " + one.group + (one.person ? " " + one.person->text() : "") +
                           (one.recipient.empty() ? "" : " " + one.recipient) + (one.day ? " " + one.day->iso() : "") +
                           (one.detail.empty() ? "" : " " + one.detail));
        return told;
    }

private:
    std::filesystem::path folder_;
};

} // namespace

TEST_CASE_FIXTURE(Running, "the same rules change nothing") {
    CHECK(consequences().empty());
    append("organisation.toml", "# said otherwise, meant the same\n");
    CHECK(consequences().empty());
}

TEST_CASE_FIXTURE(Running, "who would not be taken any more is told, and only that") {
    prepend("group-types/mll-peer.toml", "eligibility = [\"child-placed\"]\nage_min = 18\n");
    CHECK(consequences() == Lines{"fact-unknown GROUP P-0002"});
    prepend("group-types/mll-peer.toml", "age_max = 30\n");
    CHECK(consequences() == Lines{"not-eligible.age GROUP P-0001", "fact-unknown GROUP P-0002", "not-eligible.age GROUP P-0002"});
}

TEST_CASE_FIXTURE(Running, "a group that has more members than the type allows, and one whose type is gone") {
    prepend("group-types/mll-peer.toml", "capacity = 1\n");
    CHECK(consequences() == Lines{"over-capacity GROUP 2 > 1"});
    remove("group-types/mll-peer.toml");
    CHECK(consequences() == Lines{"type-gone GROUP mll-peer"});
}

TEST_CASE_FIXTURE(Running, "a planned meeting on a day that would be left out") {
    append("calendars/finland.toml",
           "\n[[holiday]]\nid = \"anniversary\"\nname = { fi = \"Juhla\", sv = \"Fest\", en = \"Feast\" }\n"
           "kind = \"fixed\"\nmonth = 2\nday = 11\n");
    const Lines told = consequences();
    CHECK(told == Lines{"not-a-meeting-day GROUP 2026-02-11 3"});
}

TEST_CASE_FIXTURE(Running, "a changed catalogue takes the place of the old one, and both are kept") {
    const std::string folder = (std::filesystem::path(spool()) / "config").string();
    std::filesystem::copy(rules().folder(), folder, std::filesystem::copy_options::recursive);
    append("organisation.toml", "# of 2027\n");
    const catalogue::Catalogue changed = next();
    peergroup::plan::apply_catalogue(database(), {rules(), changed, day("2026-02-01")}, journal("config apply"), folder);
    CHECK(catalogue::Catalogue(folder).digest() == changed.digest());
    CHECK(number("SELECT count(*) FROM catalogue WHERE digest = '" + changed.digest() + "'") == 1);
    CHECK(lines("SELECT objects || ' ' || counts FROM journal WHERE verb = 'config apply'") ==
          Lines{"catalogue " + changed.digest() + " before=" + rules().digest()});
    std::size_t left = 0;
    for (const auto& entry : std::filesystem::directory_iterator(spool()))
        left += entry.path().string().find("config") != std::string::npos ? 1U : 0U;
    CHECK(left == 1);
}

TEST_CASE_FIXTURE(Running, "who would be reminded of something, or no more, is told once by rule and group") {
    at = peergroup::calendar::Instant::parse("2026-02-01T08:00:00Z").value();
    import(*this, "given_name,birth_date,email,consent\nCilla,1990-01-01,cilla@example.org,yes\n");
    enrol(*this, "group,person\nGROUP,P-4\n");
    CHECK(consequences().empty());
    replace("reminders.toml", "to = [\"participant\", \"guardian\"]\ndays = -1 ", "to = [\"guardian\"]\ndays = -1 ");
    CHECK(consequences() == Lines{"reminded-no-more GROUP P-0004 2026-02-04 session-day-before"});
    append("reminders.toml", "\n[[rule]]\nid = \"two-days-before\"\nabout = \"session\"\nto = [\"participant\"]\ndays = -2\n"
                             "at = \"10:00\"\nmax_age_hours = 20\ntemplate = \"session\"\ntypes = [\"mll-peer\"]\n");
    CHECK(consequences().empty()); // by another rule, of the same
    remove("group-types/mll-peer.toml");
    CHECK(consequences() == Lines{"type-gone GROUP mll-peer"});
}
