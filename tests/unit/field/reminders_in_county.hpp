#pragma once

#include "reminders/preview.hpp"
#include "reminders/send.hpp"
#include "unit/field/admission_in_county.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace field {

namespace reminders = peergroup::reminders;

inline peergroup::calendar::Instant instant(std::string_view text) {
    return peergroup::calendar::Instant::parse(text).value();
}

/// The program is gone in the middle of something; no part of it may catch this.
struct Killed {};

/// Keeps what it is given; what it answers is said beforehand.
class Post : public reminders::Transport {
public:
    std::vector<reminders::Message> messages;
    std::function<reminders::Delivery(const reminders::Message&)> answer = [](const reminders::Message&) {
        return reminders::Delivery{reminders::Delivered::sent, "", {}};
    };

    reminders::Delivery deliver(const reminders::Message& message) override {
        messages.push_back(message);
        return answer(message);
    }
};

/// Who sends what in a county.
class PostOffice {
public:
    Post post;
    std::vector<reminders::Coordinator> coordinators = {};
    std::string boot = "boot-1";
    std::function<bool()> may_go_on = [] { return true; };

    explicit PostOffice(County& county) : county_(county) { county.ground = "reminder"; }

    reminders::SendReport send(std::string_view now, bool rehearsal = false) {
        county_.now = now;
        const vault::Journal journal = county_.journal("remind send");
        reminders::AttemptLog log(std::filesystem::path(county_.spool()) / "remind.attempts", boot);
        const reminders::Sender sender{county_.rules(), journal, coordinators, peergroup::Language::fi, instant(now)};
        if (!rehearsal && reminders::is_idle(county_.database(), sender)) return {};
        return reminders::send_due(county_.database(), {post, post}, log, {sender, rehearsal, may_go_on});
    }

    /// To whom messages went since the last question, in their order.
    Lines recipients() {
        Lines found;
        for (const reminders::Message& message : post.messages)
            found.push_back(message.recipient);
        post.messages.clear();
        return found;
    }

    /// `rule recipient state code` of every row, by number.
    Lines rows() {
        return county_.lines(
            "SELECT rule || ' ' || person || ' ' || state || ' ' || coalesce(code, '') FROM reminder ORDER BY id");
    }

private:
    County& county_;
};

/// Ten o'clock on the day before the first session of `weekly_wish` is 08:00 UTC; 16:00, when people are reminded, 14:00 UTC.
inline void start_reminded_group(County& county, std::string_view people) {
    create(county, weekly_wish("GROUP"));
    import(county, "given_name,birth_date,email,consent\n" + std::string(people));
}

/// Two people with consent in a group that meets on Wednesdays at 17:00 from 2026-01-28 on.
class Reminding : public County {
public:
    Reminding() : office(*this) {
        start_reminded_group(*this, "Aino,1990-01-01,aino@example.org,yes\nBror,1991-01-01,bror@example.org,yes\n");
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\n");
    }

    PostOffice office;
};

} // namespace field
