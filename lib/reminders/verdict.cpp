#include "reminders/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::reminders {

namespace {

/// What is said where the server said nothing; `silent` is the code of a connection that ended.
Delivery silence(const TransferEnd& end, const char* silent) {
    switch (end.fault) {
    case TransferFault::unreachable:
        return {Delivered::later, "unreachable"};
    case TransferFault::tls:
        return {Delivered::later, "tls-failed"};
    case TransferFault::login:
        return {Delivered::later, "login-refused"};
    case TransferFault::timeout:
        return {end.handed_over != 0 ? Delivered::unknown : Delivered::later, "timeout"};
    case TransferFault::dropped:
    case TransferFault::none:
        break;
    }
    return {end.handed_over != 0 ? Delivered::unknown : Delivered::later, silent};
}

bool speaks_of_settings(int status) {
    constexpr int unauthorised = 401, forbidden = 403, not_found = 404, not_allowed = 405, proxy = 407;
    return status < 400 || status == unauthorised || status == forbidden || status == not_found || status == not_allowed ||
           status == proxy;
}

bool passes(int status) {
    constexpr int request_timeout = 408, too_early = 425, too_many = 429;
    return status >= 500 || status == request_timeout || status == too_early || status == too_many;
}

} // namespace

Delivery smtp_verdict(const TransferEnd& end) {
    if (end.fault == TransferFault::none && end.status < 400) return {Delivered::sent};
    if (end.fault != TransferFault::none) return silence(end, "smtp-dropped");
    const bool for_good = end.status >= 500 && end.mail_begun != 0;
    return {for_good ? Delivered::refused : Delivered::later, fmt::format("smtp-{}", end.status)};
}

Delivery gateway_verdict(const TransferEnd& end) {
    if (end.status < 200) return silence(end, "gateway-dropped");
    if (end.status < 300) return {Delivered::sent}; // also where the connection ended behind the answer
    std::string code = fmt::format("gateway-{}", end.status);
    if (!passes(end.status) && !speaks_of_settings(end.status)) return {Delivered::refused, std::move(code)};
    Delivery delivery{Delivered::later, std::move(code)};
    constexpr long long a_day = 24LL * 60 * 60;
    if (end.retry_after > 0) delivery.retry_after = std::chrono::seconds(std::min(end.retry_after, a_day));
    return delivery;
}

} // namespace peergroup::reminders
