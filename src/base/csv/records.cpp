#include "base/csv/records.hpp"

#include <algorithm>
#include <map>

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

/// How many of the first records have the same number of fields as most, and how many fields that is.
struct Fit {
    std::size_t records = 0;
    std::size_t width = 0;
};

Fit fit(std::string_view text, char separator) {
    constexpr std::size_t looked_at = 60;
    std::map<std::size_t, std::size_t> widths;
    Records records{text, separator};
    for (std::size_t read = 0; read < looked_at; ++read) {
        const auto* fields = records.next();
        if (fields == nullptr) break;
        ++widths[fields->size()];
    }
    if (records.is_too_wide()) return {1, most_fields + 1};
    Fit best;
    for (const auto& [width, count] : widths) {
        if (width > 1 && count >= best.records) best = {count, width};
    }
    return best;
}

constexpr std::string_view hint = "sep=";

bool is_blank_text(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace

std::optional<char> separator_hint(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (text.starts_with('"')) text.remove_prefix(1);
    const bool is_there = text.starts_with(hint) && text.size() > hint.size();
    if (!is_there || text[hint.size()] == '\r' || text[hint.size()] == '\n') return std::nullopt;
    return text[hint.size()];
}

char separator_of(std::string_view text) {
    if (const auto named = separator_hint(text)) return *named;
    char best = ',';
    Fit found;
    for (const char separator : {';', '\t', ',', '|'}) {
        const auto now = fit(text, separator);
        const bool is_better =
            now.records > found.records || (now.records == found.records && now.width > found.width);
        if (!is_better) continue;
        found = now;
        best = separator;
    }
    return best;
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
    for (; at_ < text_.size() && fault_ == Fault::none; ++at_) {
        const char c = text_[at_];
        if (state_ == State::in_quotes) {
            in_quotes(c);
        } else if (c == separator_) {
            end_field();
        } else if (c == '\n' || c == '\r') {
            return true;
        } else if (state_ != State::plain && !opens_or_goes_on(c)) {
            fault_ = Fault::open_quote;
        }
    }
    if (fault_ == Fault::none && at_ - begin_ > longest_record)
        fault_ = state_ == State::in_quotes ? Fault::open_quote : Fault::too_long;
    if (is_closed_ && state_ == State::in_quotes) fault_ = Fault::open_quote;
    return is_closed_ && fault_ == Fault::none && begin_ < text_.size();
}

void Records::in_quotes(char c) {
    if (c == '"') state_ = State::after_quote;
    if (c == separator_ || c == '\n' || c == '\r') part_.holds_more = true;
}

/// False when text follows a closed mark and what the marks held would be parted without them: nobody can say
/// where such a field ends.
bool Records::opens_or_goes_on(char c) {
    const bool was_closed = state_ == State::after_quote || state_ == State::after_closed;
    if (c == '"' && (state_ == State::at_start || state_ == State::after_quote)) {
        part_.is_quoted = true;
        state_ = State::in_quotes;
    } else if (was_closed && (c == ' ' || c == '\t')) {
        state_ = State::after_closed;
    } else {
        if (was_closed && part_.holds_more) return false;
        part_.is_quoted = false;
        state_ = State::plain;
    }
    return true;
}

void Records::end_field() {
    part_.end = at_ - begin_;
    parts_.push_back(part_);
    if (parts_.size() > most_fields) fault_ = Fault::too_wide;
    part_ = {part_.end + 1, 0, false, false};
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
    }
    begin_ = at_;
    ++row_;
}

bool Records::is_blank() const {
    return std::all_of(fields_.begin(), fields_.end(), is_blank_text);
}

bool Records::is_hint() const {
    return row_ == 1 && !had_hint_ && fields_.front().starts_with(hint) &&
           fields_.front().size() <= hint.size() + 1 &&
           std::all_of(fields_.begin() + 1, fields_.end(), is_blank_text);
}

const Fields* Records::next() {
    while (fault_ == Fault::none) {
        if (ended_in_cr_ && at_ < text_.size()) {
            ended_in_cr_ = false;
            if (text_[at_] == '\n') begin_ = ++at_;
        }
        if (!skip_mark() || !scan()) {
            if (fault_ == Fault::none && feed_slice()) continue;
            return nullptr;
        }
        end_record();
        if (is_hint()) {
            had_hint_ = true;
            row_ = 0;
        } else if (!is_blank()) {
            return &fields_;
        }
    }
    return nullptr;
}

std::optional<Complaint> Records::complaint() const {
    if (fault_ == Fault::none) return std::nullopt;
    const auto number = std::to_string(row_ + 1);
    if (fault_ == Fault::too_long)
        return Complaint{"fil",
            N_("Line {}: the row is longer than any row of a table is. Check what separates the rows"),
            {number}};
    if (fault_ == Fault::too_wide)
        return Complaint{
            "fil", N_("Line {}: more than {} columns. Keep those that are needed"), {number, most_fields}};
    return Complaint{"fil",
        N_("Line {}: a quotation mark opens a field and never closes. Close it or take it away."), {number}};
}

}  // namespace medskapa::csv
