#include "documents/json_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace peergroup::documents {

namespace {

using nlohmann::json;

constexpr JsonFault invalid{"invalid-json", "the line is no valid JSON here", 0};
constexpr JsonFault no_object{"invalid-json", "the line is no JSON object", 0};
constexpr JsonFault nested{"nested-json", "a value is a list or an object; only text, numbers, true, false and null are read", 0};

/// Reads the text for the parser and tells how far it has come: its events carry no places.
class TrackedIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedIterator(const char* at, const char*& reached) : at_(at), reached_(&reached) {}

    reference operator*() const { return *at_; }
    TrackedIterator& operator++() {
        *reached_ = ++at_;
        return *this;
    }
    TrackedIterator operator++(int) {
        const TrackedIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }
    bool operator!=(const TrackedIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** reached_;
};

/// Takes the parser's events; a false return ends the parsing.
class ObjectReader : public nlohmann::json_sax<json> {
public:
    ObjectReader(std::string_view text, const char*& reached, const TakeMember& take)
        : text_(text), reached_(reached), take_(take) {}

    std::optional<JsonFault> fault;

    bool null() override { return give({}); }
    bool boolean(bool value) override { return give(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return give(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return give(std::to_string(value)); }
    bool number_float(number_float_t /*value*/, const string_t& spelling) override { return give(spelling); }
    bool string(string_t& value) override { return give(value); }
    bool binary(binary_t& /*value*/) override { return refuse(invalid, 0); }
    bool start_array(std::size_t /*size*/) override { return refuse(open_ ? nested : no_object, open_ ? starts_ : 0); }
    bool end_array() override { return true; }
    bool end_object() override { return true; }

    bool start_object(std::size_t /*size*/) override {
        if (open_) return refuse(nested, starts_);
        open_ = true;
        return true;
    }

    bool key(string_t& name) override {
        key_ = name;
        const auto passed = static_cast<std::size_t>(reached_ - text_.data());
        starts_ = std::min(text_.find_first_not_of(": \t\r\n", passed), text_.size());
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/, const json::exception& /*error*/) override {
        // The parser's own words quote the line, which may hold a name.
        return refuse(invalid, position > 0 ? position - 1 : 0);
    }

private:
    bool give(std::string_view value) { return open_ ? take_(key_, value, starts_) : refuse(no_object, 0); }

    bool refuse(JsonFault why, std::size_t at) {
        fault = why;
        fault->at = at;
        return false;
    }

    std::string_view text_;
    const char*& reached_;
    const TakeMember& take_;
    std::string key_;
    std::size_t starts_ = 0;
    bool open_ = false;
};

} // namespace

std::string json_string(std::string_view text) {
    // Keys and codes need no escape, and are most of a long list.
    const auto plain = [](char letter) { return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\'; };
    if (std::ranges::all_of(text, plain)) return '"' + std::string(text) + '"';
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<JsonFault> read_json_object(std::string_view text, const TakeMember& take) {
    const char* reached = text.data();
    ObjectReader reader(text, reached, take);
    const TrackedIterator begin(text.data(), reached);
    json::sax_parse(begin, TrackedIterator(text.data() + text.size(), reached), &reader);
    return reader.fault;
}

} // namespace peergroup::documents
