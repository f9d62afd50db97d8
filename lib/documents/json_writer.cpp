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
    if (!first_) break_line();
    text_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    begin_item();
    text_ += json_string(name);
    text_ += layout_ == Layout::pretty ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::value(std::string_view json) {
    begin_item();
    text_ += json;
}

void JsonWriter::begin_item() {
    if (!after_key_ && depth_ > 0) {
        if (!first_) text_ += ',';
        break_line();
    }
    after_key_ = false;
    first_ = false;
}

void JsonWriter::break_line() {
    if (layout_ == Layout::compact) return;
    text_ += '\n';
    text_.append(depth_ * 2, ' ');
}

} // namespace peergroup::documents
