#include "reminders/connection_module.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <curl/curl.h>
#include <memory>
#include <new>

namespace peergroup::reminders {

namespace {

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

/// The last number that a server said: `250 …` and `250-…` of SMTP, `HTTP/1.1 200 …`.
int status_in(const char* line, std::size_t size) {
    constexpr std::size_t digits = 3;
    const char* const end = line + size;
    if (size > 5 && std::memcmp(line, "HTTP/", 5) == 0)
        line = std::find(line, end, ' ') + (std::find(line, end, ' ') != end ? 1 : 0);
    if (static_cast<std::size_t>(end - line) < digits) return 0;
    const bool number = std::all_of(line, line + digits, [](char byte) { return byte >= '0' && byte <= '9'; });
    return number ? (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0') : 0;
}

TransferFault fault_of(CURLcode code) {
    switch (code) {
    case CURLE_OK:
    case CURLE_SEND_ERROR:         // a mail, its sender or its recipient was refused, or the connection ended
    case CURLE_WEIRD_SERVER_REPLY: // the mail was refused at its end, or the server at its beginning
    case CURLE_REMOTE_ACCESS_DENIED:
    case CURLE_HTTP_RETURNED_ERROR:
        return TransferFault::none;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return TransferFault::unreachable;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return TransferFault::tls;
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
        return TransferFault::login;
    case CURLE_OPERATION_TIMEDOUT:
        return TransferFault::timeout;
    default:
        return TransferFault::dropped;
    }
}

/// What is sent and what came back, for one transfer.
struct Course {
    Bytes left{};
    int status = 0;
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* course_pointer) {
    Course& course = *static_cast<Course*>(course_pointer);
    const std::size_t taken = std::min(size * count, course.left.size);
    std::memcpy(buffer, course.left.start, taken);
    course.left.start += taken;
    course.left.size -= taken;
    return taken;
}

std::size_t hear(char* line, std::size_t size, std::size_t count, void* course_pointer) {
    Course& course = *static_cast<Course*>(course_pointer);
    constexpr int goodbye = 221; // answers QUIT, which follows a refusal
    const int status = status_in(line, size * count);
    if (status != 0 && status != goodbye) course.status = status;
    return size * count;
}

std::size_t ignore(char* /*bytes*/, std::size_t size, std::size_t count, void* /*unused*/) {
    return size * count;
}

/// One connection of libcurl, kept from transfer to transfer.
class CurlConnection {
public:
    explicit CurlConnection(const ConnectionTerms& terms);
    bool is_open() const { return handle_ != nullptr; }
    TransferEnd send(const MailTransfer& transfer);
    TransferEnd post(const PostTransfer& transfer);

private:
    template <class Value> void set(CURLoption option, Value value) { curl_easy_setopt(handle_.get(), option, value); }
    void guard(const ConnectionTerms& terms);
    TransferEnd perform(Bytes bytes);
    bool has_gone_out(std::size_t size);

    std::unique_ptr<CURL, CloseHandle> handle_;
    Course course_;
    bool sends_mail_ = false;
    bool failed_ = false; ///< the transfer before had no answer
    bool kept_ = false;   ///< whether the transfer went over a connection that an earlier one had made
};

CurlConnection::CurlConnection(const ConnectionTerms& terms) : handle_(curl_easy_init()) {
    if (!is_open()) return;
    set(CURLOPT_URL, terms.url);
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps,http,https");
    set(CURLOPT_MAXCONNECTS, 1L);
    set(CURLOPT_PROXY, "");                     // a variable of the environment decides nothing
    set(CURLOPT_NOSIGNAL, 1L);                  // the caller keeps SIGPIPE away, once for each transfer and not around each read
    set(CURLOPT_UPLOAD_BUFFERSIZE, 16L << 10U); // a larger one would be given back to the system behind each mail
    set(CURLOPT_FOLLOWLOCATION, 0L);            // a token is for the gateway that was named
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(terms.timeout_seconds));
    set(CURLOPT_TIMEOUT, static_cast<long>(terms.timeout_seconds));
    // What follows the final dot is waited for apart from the rest of a transfer.
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(terms.timeout_seconds));
    set(CURLOPT_READFUNCTION, give);
    set(CURLOPT_READDATA, &course_);
    set(CURLOPT_HEADERFUNCTION, hear);
    set(CURLOPT_HEADERDATA, &course_);
    set(CURLOPT_WRITEFUNCTION, ignore);
    guard(terms);
    if (terms.user[0] == '\0') return;
    set(CURLOPT_USERNAME, terms.user);
    set(CURLOPT_PASSWORD, terms.password);
}

void CurlConnection::guard(const ConnectionTerms& terms) {
    set(CURLOPT_USE_SSL, static_cast<long>(terms.require_tls != 0 ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (terms.ca_file[0] == '\0') return;
    set(CURLOPT_CAINFO, terms.ca_file);
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr)); // else the system's would count beside it
}

TransferEnd CurlConnection::perform(Bytes bytes) {
    course_ = {bytes, 0};
    // libcurl would use again what hung behind the final dot.
    set(CURLOPT_FRESH_CONNECT, failed_ ? 1L : 0L);
    const CURLcode code = curl_easy_perform(handle_.get());
    long made = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_NUM_CONNECTS, &made);
    kept_ = made == 0;
    // Once all was taken the other side may have it, whatever is heard of it.
    const bool handed_over = course_.left.size == 0 && has_gone_out(bytes.size);
    curl_off_t wait = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &wait);
    TransferFault fault = fault_of(code);
    // These say nothing by themselves: without a refusal that was heard, it was the connection that ended.
    const bool refusal_heard = course_.status >= 400;
    if (code != CURLE_OK && fault == TransferFault::none && !refusal_heard) fault = TransferFault::dropped;
    failed_ = fault != TransferFault::none;
    const bool begun = handed_over || code == CURLE_SEND_ERROR; // which says that MAIL, RCPT or DATA was refused
    return {fault, course_.status, handed_over ? 1 : 0, wait, begun ? 1 : 0};
}

// Of a mail libcurl counts what has gone out; of a POST it forgets that where it would begin anew.
bool CurlConnection::has_gone_out(std::size_t size) {
    curl_off_t count = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_SIZE_UPLOAD_T, &count);
    return !sends_mail_ || count >= static_cast<curl_off_t>(size);
}

TransferEnd CurlConnection::send(const MailTransfer& transfer) {
    const List recipients(curl_slist_append(nullptr, transfer.recipient));
    set(CURLOPT_MAIL_FROM, transfer.sender);
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    sends_mail_ = true;
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(transfer.mail.size));
    TransferEnd end = perform(transfer.mail);
    // A server may close a connection that was kept. Only where the mail cannot have gone is it tried once more, over a new one.
    constexpr int closing = 421;
    const bool closed = end.fault == TransferFault::dropped || end.status == closing;
    if (kept_ && closed && end.handed_over == 0) end = perform(transfer.mail);
    set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
    return end;
}

TransferEnd CurlConnection::post(const PostTransfer& transfer) {
    // Without `Expect:` the body would wait for a `100 Continue` that few gateways send.
    List headers(curl_slist_append(nullptr, "Expect:"));
    for (std::size_t i = 0; i < transfer.header_count; ++i)
        if (curl_slist* const longer = curl_slist_append(headers.get(), transfer.headers[i])) {
            static_cast<void>(headers.release());
            headers.reset(longer);
        }
    set(CURLOPT_HTTPHEADER, headers.get());
    // The body is read through `give`, which cannot go back: libcurl repeats a POST on its own where a kept connection closes,
    // and so it cannot repeat one whose body was sent.
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer.body.size));
    const TransferEnd end = perform(transfer.body);
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    return end;
}

void* open_connection(const ConnectionTerms* terms) {
    auto connection = std::unique_ptr<CurlConnection>(new (std::nothrow) CurlConnection(*terms));
    return connection && connection->is_open() ? connection.release() : nullptr;
}

void send_mail(void* connection, const MailTransfer* transfer, TransferEnd* end) {
    *end = static_cast<CurlConnection*>(connection)->send(*transfer);
}

void post(void* connection, const PostTransfer* transfer, TransferEnd* end) {
    *end = static_cast<CurlConnection*>(connection)->post(*transfer);
}

void close_connection(void* connection) {
    delete static_cast<CurlConnection*>(connection);
}

constexpr ConnectionModule calls{connection_interface, PEERGROUP_VERSION, open_connection, send_mail, post, close_connection};

} // namespace

} // namespace peergroup::reminders

extern "C" __attribute__((visibility("default"))) const peergroup::reminders::ConnectionModule* peergroup_connection_module() {
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? &peergroup::reminders::calls : nullptr;
}
