#include "unit/field/referrals_in_county.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <random>
#include <set>

using namespace field;

namespace {

constexpr int people_there_are = 150;
constexpr int rounds = 40;

/// A way as somebody would keep it on paper: what may follow what stands in a table, and nothing is worked out.
struct PaperWay {
    std::string state;
    std::string path = "-";
    std::string referred = "-";
    std::string agreed = "-";
    std::string held = "-";
    std::string decided = "-";
    std::string decider = "-";

    std::string line(std::size_t person) const {
        return fmt::format("{} voikukkia {} {} {} {} {} {} {}", person + 1, state, path, referred, agreed, held, decided,
                           decider);
    }
};

using Allowed = std::map<std::string, std::set<std::string>>;
const Allowed allowed = {
    {"referred", {"referred"}},
    {"agreed", {"referred", "interview_scheduled", "deferred"}},
    {"held", {"referred", "interview_scheduled", "interviewed", "deferred"}},
    {"decided", {"referred", "interview_scheduled", "interviewed", "suitable", "not_suitable", "deferred"}},
};

std::string refusal(const PaperWay& way) {
    std::string code = "referral-is." + way.state;
    for (char& letter : code)
        if (letter == '_') letter = '-';
    return code;
}

/// Everybody's way towards the type, beside the model: referrals, interviews and decisions in random order, some told twice.
class RandomWays : public County {
public:
    RandomWays() : papers_(people_there_are) {
        std::string rows = "given_name,reference\n";
        for (int number = 1; number <= people_there_are; ++number)
            rows += fmt::format("Adult {0},{0}\n", number);
        import(*this, rows);
    }

    void live(int round) {
        today_ = day("2026-01-01").plus_days(round / 4);
        const int kind = below(3);
        if (kind == 0)
            refer_some();
        else if (kind == 1)
            interview_some();
        else
            decide_some();
        compare();
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    std::string any_day() { return today_.plus_days(-below(3)).iso(); }
    PaperWay& newest(std::size_t person) { return papers_[person].back(); }
    bool has_way(std::size_t person) const { return !papers_[person].empty(); }
    StepManner manner() const { return {.on = iso_, .today = iso_, .mode = batches::Mode::rows}; }

    /// Feeds the rows, one for each person who is picked, and compares what became of them.
    template <class Row> void feed(referrals::ReferralVerb verb, const std::string& header, const Row& row) {
        iso_ = today_.iso();
        std::string rows = header;
        Lines expected;
        std::uint32_t line = 2;
        for (std::size_t person = 0; person < papers_.size(); ++person) {
            if (below(2) == 0) continue;
            const auto [text, outcome] = row(person);
            rows += fmt::format("voikukkia,kainuu,P-{},{}\n", person + 1, text);
            const bool refused = outcome.starts_with("referral-is");
            expected.push_back(refused ? fmt::format("{} {} P-{:04}", line, outcome, person + 1)
                                       : fmt::format("{} {} {}", line, outcome, person + 1));
            ++line;
        }
        CHECK(record(*this, verb, rows, manner()).rows == expected);
    }

    void refer_some() {
        feed(referrals::ReferralVerb::refer, "type,region,person,referred_by,on\n", [&](std::size_t person) {
            const std::string path = below(4) == 0 ? "selection" : "coordinator";
            const std::string on = any_day();
            return std::pair(path + "," + on, model_refer(person, path, on));
        });
    }
    std::string model_refer(std::size_t person, const std::string& path, const std::string& on) {
        for (const PaperWay& way : papers_[person])
            if (way.path == path && way.referred == on) return "unchanged";
        if (has_way(person) && newest(person).state != "not_suitable") {
            PaperWay& way = newest(person);
            if (!allowed.at("referred").contains(way.state)) return refusal(way);
            way.path = path;
            way.referred = on;
            return "referred";
        }
        papers_[person].push_back({.state = "referred", .path = path, .referred = on});
        return "referred";
    }

    void interview_some() {
        feed(referrals::ReferralVerb::interview, "type,region,person,scheduled,on\n", [&](std::size_t person) {
            const bool agreed = below(2) == 0;
            const std::string on = agreed ? today_.plus_days(below(5)).iso() : any_day();
            return std::pair(agreed ? on + "," : "," + on, model_interview(person, agreed, on));
        });
    }
    std::string model_interview(std::size_t person, bool agreed, const std::string& on) {
        if (!has_way(person)) papers_[person].push_back({.state = "referred"});
        PaperWay& way = newest(person);
        std::string& known = agreed ? way.agreed : way.held;
        if (known == on && !(agreed && way.state == "deferred")) return "unchanged";
        if (!allowed.at(agreed ? "agreed" : "held").contains(way.state)) return refusal(way);
        known = on;
        way.state = agreed ? "interview_scheduled" : "interviewed";
        return agreed ? "scheduled" : "interviewed";
    }

    void decide_some() {
        feed(referrals::ReferralVerb::interview, "type,region,person,on,decision,decided_by,reason,offered_instead\n",
             [&](std::size_t person) {
                 static constexpr std::array decisions = {"suitable", "not_suitable", "deferred"};
                 const std::string decision = decisions.at(static_cast<std::size_t>(below(3)));
                 const std::string by = below(3) == 0 ? "F-0004" : "F-0003";
                 const std::string on = any_day();
                 const bool against = decision == "not_suitable";
                 return std::pair(
                     fmt::format("{},{},{},{},{}", on, decision, by, against ? "timing" : "", against ? "a talk" : ""),
                     model_decide(person, decision, by, on));
             });
    }
    std::string model_decide(std::size_t person, const std::string& decision, const std::string& by, const std::string& on) {
        if (!has_way(person)) papers_[person].push_back({.state = "referred"});
        PaperWay& way = newest(person);
        // What was offered instead comes in words, which are written down each time.
        if (way.state == decision && way.decider == by && decision != "not_suitable") return "unchanged";
        way.state = decision;
        way.decided = on;
        way.decider = by;
        return "decided";
    }

    void compare() {
        Lines expected;
        for (std::size_t person = 0; person < papers_.size(); ++person)
            for (const PaperWay& way : papers_[person])
                expected.push_back(way.line(person));
        CHECK(ways(*this) == expected);
        CHECK(referral_contradictions(*this) == 0);
    }

    std::mt19937 random_{20260120};
    std::vector<std::vector<PaperWay>> papers_;
    calendar::Date today_;
    std::string iso_;
};

} // namespace

TEST_CASE_FIXTURE(RandomWays, "random ways go as a table of steps says, and are what their histories give") {
    for (int round = 0; round < rounds; ++round)
        live(round);
}
