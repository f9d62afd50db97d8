#include "documents/json_writer.hpp"

#include "documents/json_text.hpp"

namespace peergroup::documents {

void JsonWriter::open(char bracket) {
    begin_item();
    text_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!first_) text_ += between().substr(1);
    text_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    written_key(json_string(name));
}

void JsonWriter::written_key(std::string_view json) {
    begin_item();
    text_ += json;
    text_ += layout_ == Layout::pretty ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::value(std::string_view json) {
    begin_item();
    text_ += json;
}

void JsonWriter::end_line() {
    text_ += '\n';
}

void JsonWriter::begin_item() {
    if (!after_key_ && depth_ > 0) text_ += between().substr(first_ ? 1 : 0);
    after_key_ = false;
    first_ = false;
}

std::string_view JsonWriter::between() {
    const std::size_t length = layout_ == Layout::compact ? 1 : 2 + depth_ * 2;
    while (between_.size() < length)
        between_ += ' ';
    return std::string_view(between_).substr(0, length);
}

} // namespace peergroup::documents
