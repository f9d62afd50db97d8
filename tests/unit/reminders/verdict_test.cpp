#include "reminders/verdict.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace peergroup::reminders;

namespace {

TransferEnd answered(int status) {
    return {.fault = TransferFault::none, .status = status, .handed_over = 1, .retry_after = 0, .mail_begun = 1};
}

TransferEnd failed(TransferFault fault, int handed_over) {
    return {.fault = fault, .status = 0, .handed_over = handed_over, .retry_after = 0, .mail_begun = 0};
}

std::string said(const Delivery& delivery) {
    return std::string(code_of(delivery.how)) + " " + delivery.code;
}

} // namespace

TEST_CASE("a server's number decides about a mail once it was asked to take it") {
    CHECK(said(smtp_verdict(answered(250))) == "sent ");
    CHECK(said(smtp_verdict(answered(450))) == "later smtp-450");
    CHECK(said(smtp_verdict(answered(550))) == "refused smtp-550");
    TransferEnd greeting = answered(554);
    greeting.handed_over = greeting.mail_begun = 0;
    CHECK(said(smtp_verdict(greeting)) == "later smtp-554");
}

TEST_CASE("without an answer it counts whether the message was handed over") {
    CHECK(said(smtp_verdict(failed(TransferFault::dropped, 0))) == "later smtp-dropped");
    CHECK(said(smtp_verdict(failed(TransferFault::dropped, 1))) == "unknown smtp-dropped");
    CHECK(said(smtp_verdict(failed(TransferFault::timeout, 0))) == "later timeout");
    CHECK(said(smtp_verdict(failed(TransferFault::timeout, 1))) == "unknown timeout");
    CHECK(said(smtp_verdict(failed(TransferFault::tls, 0))) == "later tls-failed");
    CHECK(said(smtp_verdict(failed(TransferFault::login, 0))) == "later login-refused");
    CHECK(said(smtp_verdict(failed(TransferFault::unreachable, 0))) == "later unreachable");
    CHECK(said(gateway_verdict(failed(TransferFault::dropped, 1))) == "unknown gateway-dropped");
    CHECK(said(gateway_verdict(failed(TransferFault::dropped, 0))) == "later gateway-dropped");
    // A number from before the end of the mail says nothing of it.
    TransferEnd go_on = failed(TransferFault::dropped, 1);
    go_on.status = 354;
    CHECK(said(smtp_verdict(go_on)) == "unknown smtp-dropped");
}

TEST_CASE("a gateway's status tells this message from the settings and from the moment") {
    for (const int status : {200, 201, 202, 204})
        CHECK(said(gateway_verdict(answered(status))) == "sent ");
    for (const int status : {408, 425, 429, 500, 502, 503, 301, 302, 401, 403, 404, 405, 407})
        CHECK(said(gateway_verdict(answered(status))) == "later gateway-" + std::to_string(status));
    for (const int status : {400, 402, 409, 410, 413, 422})
        CHECK(said(gateway_verdict(answered(status))) == "refused gateway-" + std::to_string(status));
    TransferEnd cut = answered(202);
    cut.fault = TransferFault::dropped; // behind the answer
    CHECK(said(gateway_verdict(cut)) == "sent ");
    CHECK(said(gateway_verdict(answered(100))) == "unknown gateway-dropped");
}

TEST_CASE("the time that a gateway asks for is passed on, a day at most") {
    TransferEnd end = answered(429);
    CHECK_FALSE(gateway_verdict(end).retry_after.has_value());
    end.retry_after = 120;
    CHECK(gateway_verdict(end).retry_after == std::chrono::seconds(120));
    end.retry_after = 10'000'000;
    CHECK(gateway_verdict(end).retry_after == std::chrono::seconds(86'400));
}
