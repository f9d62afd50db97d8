#include "admission/offer_register.hpp"

#include <stdexcept>

namespace peergroup::admission {

std::string_view code_of(Answer answer) {
    switch (answer) {
    case Answer::accepted:
        return "accepted";
    case Answer::declined:
        return "declined";
    case Answer::expired:
        return "expired";
    case Answer::withdrawn:
        return "withdrawn";
    }
    throw std::logic_error("an answer without a word");
}

OfferRegister::OfferRegister(store::Transaction& transaction)
    : transaction_(transaction),
      unanswered_(transaction.prepare(R"sql(SELECT change_seq, party, peer_group, person, episode, made_on, until_on FROM offer
                                            WHERE peer_group = $1 AND answer IS NULL ORDER BY change_seq)sql")) {}

std::vector<Offer> OfferRegister::unanswered(std::int64_t group) {
    std::vector<Offer> offers;
    unanswered_.bind(group).each([&](const store::Row& row) {
        Offer offer{.change_seq = row.integer(0),
                    .party = row.integer(1),
                    .group = row.integer(2),
                    .person = row.integer(3),
                    .episode = static_cast<int>(row.integer(4)),
                    .made_on = calendar::Date::parse(row.text(5)).value()};
        if (row.has(6)) offer.until_on = calendar::Date::parse(row.text(6));
        offers.push_back(offer);
    });
    return offers;
}

OfferStanding OfferRegister::standing(std::int64_t group, calendar::Date today) {
    OfferStanding standing;
    transaction_
        .prepare(R"sql(SELECT person, episode, answer, until_on FROM offer
                       WHERE peer_group = $1 AND (answer IS NULL OR answer = 'declined' OR answer = 'expired'))sql")
        .bind(group)
        .each([&](const store::Row& row) {
            standing.asked.emplace(row.integer(0), static_cast<int>(row.integer(1)));
            if (!row.has(2) && (!row.has(3) || row.text(3) >= today.iso())) ++standing.held;
        });
    return standing;
}

std::optional<Answer> OfferRegister::last_answer(const Membership& membership) {
    std::optional<Answer> last;
    transaction_
        .prepare(R"sql(SELECT answer FROM offer WHERE peer_group = $1 AND person = $2 AND episode = $3
                       ORDER BY change_seq DESC LIMIT 1)sql")
        .bind(membership.group, membership.person, membership.episode)
        .each([&](const store::Row& row) {
            for (const Answer answer : {Answer::accepted, Answer::declined, Answer::expired, Answer::withdrawn})
                if (row.text_or_empty(0) == code_of(answer)) last = answer;
        });
    return last;
}

bool OfferRegister::has_let_go(const Offer& offer) {
    return transaction_
               .prepare(R"sql(SELECT count(*) FROM offer WHERE peer_group = $1 AND person = $2 AND episode = $3
                              AND (answer = 'declined' OR answer = 'expired'))sql")
               .bind(offer.group, offer.person, offer.episode)
               .one()
               ->integer(0) > 0;
}

void OfferRegister::make(Offer& offer, std::int64_t batch) {
    offer.change_seq = transaction_.reserve("change", 1).first;
    if (offer.party == 0) offer.party = offer.change_seq;
    store::Appender offers =
        transaction_.append("offer (change_seq, batch, party, peer_group, person, episode, made_on, until_on)");
    offers.add(offer.change_seq, batch, offer.party, offer.group, offer.person, offer.episode, offer.made_on.iso(),
               offer.until_on ? std::optional(offer.until_on->iso()) : std::nullopt);
    offers.write();
}

void OfferRegister::answer(const Offer& offer, const Answered& answered) {
    transaction_
        .prepare(
            R"sql(UPDATE offer SET answer = $2, answered_on = $3, answer_seq = $4, answer_batch = $5 WHERE change_seq = $1)sql")
        .bind(offer.change_seq, code_of(answered.answer), answered.on.iso(), transaction_.reserve("change", 1).first,
              answered.batch)
        .run();
}

} // namespace peergroup::admission
