#include "base/csv_records.hpp"

#include <algorithm>

namespace medskapa::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Takes the marks off a quoted field, in place, and gives its end: what is written is never longer than what
/// was read.
char* unquote(char* from, char* to) {
    char* out = from;
    bool quoted = false;
    for (const char* at = from; at != to; ++at) {
        if (*at != '"') {
            *out++ = *at;
        } else if (quoted && at + 1 != to && at[1] == '"') {
            *out++ = *at++;
        } else {
            quoted = !quoted;
        }
    }
    return out;
}

/// The comma that ends the field, or the record's end.
char* field_end(char* from, char* to) {
    bool quoted = false;
    for (; from != to && (quoted || *from != ','); ++from) quoted ^= *from == '"';
    return from;
}

}  // namespace

void Records::feed(std::string_view piece) {
    text_.erase(0, begin_);
    scanned_ -= begin_;
    begin_ = 0;
    text_ += piece;
}

bool Records::find_end() {
    for (; scanned_ < text_.size(); ++scanned_) {
        const char sign = text_[scanned_];
        if (sign == '"') {
            in_quotes_ = !in_quotes_;
            has_quotes_ = true;
        } else if (sign == '\n') {
            ++line_;
            if (!in_quotes_) return true;
        }
    }
    return is_closed_ && !in_quotes_ && begin_ < text_.size();
}

void Records::split(std::size_t end) {
    fields_.clear();
    char* at = text_.data() + begin_;
    char* const last = text_.data() + end;
    while (true) {
        char* const stop = has_quotes_ ? field_end(at, last) : std::find(at, last, ',');
        char* const cut = has_quotes_ ? unquote(at, stop) : stop;
        fields_.emplace_back(at, static_cast<std::size_t>(cut - at));
        if (stop == last) return;
        at = stop + 1;
    }
}

const std::vector<std::string_view>* Records::next() {
    while (true) {
        if (begin_ == scanned_) record_line_ = line_;
        if (!find_end()) return nullptr;
        if (is_first_ && text_.starts_with(byte_order_mark)) begin_ = byte_order_mark.size();
        is_first_ = false;
        auto end = scanned_;
        if (end > begin_ && text_[end - 1] == '\r') --end;
        const bool is_empty = end <= begin_;
        if (!is_empty) split(end);
        begin_ = scanned_ = std::min(scanned_ + 1, text_.size());
        has_quotes_ = false;
        if (!is_empty) return &fields_;
    }
}

std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
    std::string quoted = "\"";
    for (const char sign : text) quoted += sign == '"' ? std::string{"\"\""} : std::string{sign};
    return quoted + '"';
}

}  // namespace medskapa::csv
