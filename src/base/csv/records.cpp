#include "base/csv/records.hpp"

#include <algorithm>
#include <array>

namespace medskapa::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t slice_bytes = std::size_t{1} << 16;

/// Takes the marks off a field that begins with one, in place, and gives its end: what is written is never
/// longer than what was read.
char* unquote(char* from, char* to) {
    char* out = from;
    bool is_open = true;
    for (const char* at = from + 1; at < to; ++at) {
        if (!is_open || *at != '"')
            *out++ = *at;
        else if (at + 1 != to && at[1] == '"')
            *out++ = *at++;
        else
            is_open = false;
    }
    return out;
}

}  // namespace

char separator_of(std::string_view line) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view separators = ",;\t";
    bool is_quoted = false;
    for (const char c : line) {
        if (c == '"') is_quoted = !is_quoted;
        const auto which = separators.find(c);
        if (!is_quoted && which != std::string_view::npos) ++counts[which];
    }
    return separators[static_cast<std::size_t>(
        std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

Records::Records(std::string_view text, char separator)
    : separator_{separator}, source_{text}, is_closed_{text.empty()} {}

void Records::feed(std::string_view piece) {
    text_.erase(0, begin_);
    at_ -= begin_;
    begin_ = 0;
    text_ += piece;
}

bool Records::feed_slice() {
    if (source_.empty()) return false;
    feed(source_.substr(0, slice_bytes));
    source_.remove_prefix(std::min(slice_bytes, source_.size()));
    is_closed_ = source_.empty();
    return true;
}

/// False while what has come may still become a byte order mark.
bool Records::skip_mark() {
    if (!is_first_) return true;
    const bool may_become_one = text_.size() < byte_order_mark.size() && byte_order_mark.starts_with(text_);
    if (may_become_one && !is_closed_) return false;
    is_first_ = false;
    if (text_.starts_with(byte_order_mark)) begin_ = at_ = byte_order_mark.size();
    return true;
}

/// Goes on to the record's end; false when it has not come.
bool Records::scan() {
    for (; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (state_ == State::in_quotes) {
            if (c == '"') state_ = State::after_quote;
            if (c == '\n') ++line_;
        } else if (c == separator_) {
            end_field();
        } else if (c == '\n' || c == '\r') {
            return true;
        } else if (c == '"' && state_ != State::plain) {
            if (state_ == State::at_start) quote_line_ = line_;
            part_.is_quoted = true;
            state_ = State::in_quotes;
        } else {
            state_ = State::plain;
        }
    }
    return is_closed_ && state_ != State::in_quotes && begin_ < text_.size();
}

void Records::end_field() {
    part_.end = at_ - begin_;
    parts_.push_back(part_);
    part_ = {part_.end + 1, 0, false};
    state_ = State::at_start;
}

void Records::end_record() {
    end_field();
    fields_.clear();
    char* const record = text_.data() + begin_;
    for (const auto& part : parts_) {
        char* const from = record + part.begin;
        char* const to = record + part.end;
        fields_.emplace_back(
            from, static_cast<std::size_t>((part.is_quoted ? unquote(from, to) : to) - from));
    }
    parts_.clear();
    part_ = {};
    if (at_ < text_.size()) {
        ended_in_cr_ = text_[at_++] == '\r';
        ++line_;
    }
    begin_ = at_;
}

bool Records::is_blank() const {
    return fields_.size() == 1 && fields_.front().find_first_not_of(" \t\r\n") == std::string_view::npos;
}

const Fields* Records::next() {
    while (true) {
        if (ended_in_cr_ && at_ < text_.size()) {
            ended_in_cr_ = false;
            if (text_[at_] == '\n') begin_ = ++at_;
        }
        if (begin_ == at_) record_line_ = line_;
        if (!skip_mark() || !scan()) {
            if (feed_slice()) continue;
            return nullptr;
        }
        end_record();
        if (!is_blank()) return &fields_;
    }
}

}  // namespace medskapa::csv
