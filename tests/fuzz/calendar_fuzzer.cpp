#include "documents/calendar_file.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace peergroup;

namespace {

/// Takes the input apart at bytes of 0xff, which stand in no text.
class Parts {
public:
    explicit Parts(std::string_view bytes) : rest_(bytes) {}

    std::string next() {
        const std::size_t end = rest_.find('\xff');
        const std::string part(rest_.substr(0, end));
        rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
        return part;
    }

private:
    std::string_view rest_;
};

documents::CalendarFile calendar_of(Parts parts) {
    documents::CalendarFile file{.name = parts.next(), .mark = parts.next()};
    file.zones.push_back({"Europe/Helsinki", calendar::PosixRule::parse("EET-2EEST,M3.5.0/3,M10.5.0/4").value()});
    for (int count = 0; count < 3; ++count) {
        documents::CalendarEvent event{.uid = parts.next()};
        event.zone = "Europe/Helsinki";
        event.start = {calendar::Date::of(2026, 3, 29).value(), calendar::LocalTime::of(3, 30)};
        event.summary = parts.next();
        event.place = parts.next();
        event.minutes = static_cast<int>(event.summary.size() % 3000);
        event.sequence = static_cast<std::int64_t>(event.place.size()) << 30U;
        event.cancelled = count == 1;
        if (count == 0) event.recurrence = documents::Recurrence{.count = 3};
        if (count == 1) event.in_place_of = event.start;
        file.events.push_back(std::move(event));
    }
    return file;
}

std::size_t count_of(const std::string& text, std::string_view line) {
    std::size_t count = 0;
    for (std::size_t found = text.find(line); found != std::string::npos; found = text.find(line, found + 1))
        ++count;
    return count;
}

// Every line ends in CRLF, has at most 75 octets, and holds nothing that steers.
void check_lines(const std::string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin);
        if (end == std::string::npos || end - begin > 75) std::abort();
        for (const char letter : std::string_view(text).substr(begin, end - begin))
            if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) std::abort();
        begin = end + 2;
    }
}

} // namespace

// Whatever stands in the texts of a calendar: no text adds a line, a property or an event.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const documents::CalendarFile file = calendar_of(Parts(bytes));
    const std::string text = documents::calendar_text(file);
    if (text != documents::calendar_text(file)) std::abort();
    check_lines(text);
    for (const char* const line : {"\r\nBEGIN:VEVENT\r\n", "\r\nEND:VEVENT\r\n", "\r\nDTSTART;", "\r\nCLASS:PRIVATE\r\n"})
        if (count_of(text, line) != 3) std::abort();
    if (count_of(text, "\r\nATTENDEE") != 0) std::abort();
    return 0;
}
