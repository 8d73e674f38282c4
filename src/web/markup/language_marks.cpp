#include "web/markup/language_marks.hpp"

#include <algorithm>
#include <array>

namespace medskapa::web {
namespace {

constexpr char start = '\x01';
constexpr char words_follow = '\x02';
constexpr char end = '\x03';
constexpr std::string_view stops = "<\x01\x03";

constexpr std::array<std::string_view, 9> hold_nothing{
    "br", "hr", "img", "input", "link", "meta", "path", "use", "wbr"};
constexpr std::array<std::string_view, 3> hold_only_text{"option", "textarea", "title"};

template <class Names>
bool is_among(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whoever writes an address can write marks in it, and a page may repeat them.
bool is_tag(std::string_view tag) {
    return !tag.empty() && tag.size() <= 8 &&
           std::all_of(tag.begin(), tag.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// How far a tag reaches: to its '>' outside quotes.
std::size_t size_of_tag(std::string_view page) {
    char quote = 0;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (quote != 0)
            quote = page[i] == quote ? 0 : quote;
        else if (page[i] == '"' || page[i] == '\'')
            quote = page[i];
        else if (page[i] == '>')
            return i + 1;
    }
    return page.size();
}

std::string_view name_of_tag(std::string_view tag) {
    tag.remove_prefix(1);
    return tag.substr(0, tag.find_first_of(" \t\n/>"));
}

/// The place of the end mark that answers to the start mark that `page` begins with.
std::size_t end_of_words(std::string_view page) {
    int depth = 0;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (page[i] == start) ++depth;
        if (page[i] == end && --depth == 0) return i;
    }
    return page.npos;
}

class Page {
public:
    explicit Page(std::string_view page) : rest_{page} { out_.reserve(page.size() + page.size() / 8); }

    std::string resolved() {
        while (!rest_.empty()) {
            const auto next = std::min(rest_.find_first_of(stops), rest_.size());
            if (next > 0) put(next);
            if (rest_.empty()) break;
            if (rest_.front() == '<')
                tag();
            else if (rest_.front() == start)
                words();
            else
                words_end();
        }
        return std::move(out_);
    }

private:
    void put(std::size_t size) {
        out_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
        is_after_start_tag_ = false;
    }

    void tag() {
        const auto whole = rest_.substr(0, size_of_tag(rest_));
        rest_.remove_prefix(whole.size());
        out_ += without_language_marks(whole);
        if (whole.starts_with("</svg")) is_in_drawing_ = false;
        if (whole.starts_with("</")) {
            is_after_start_tag_ = false;
            is_in_text_only_ = false;
            return;
        }
        const auto name = name_of_tag(whole);
        if (name == "svg") is_in_drawing_ = true;
        is_in_text_only_ = is_among(hold_only_text, name);
        is_after_start_tag_ = !is_among(hold_nothing, name) && !whole.ends_with("/>");
        has_lang_ = whole.find(" lang=") != whole.npos;
    }

    void words() {
        const auto end_at = end_of_words(rest_);
        const auto begins = rest_.find(words_follow);
        const std::string tag{rest_.substr(1, begins - 1)};
        if (end_at == rest_.npos || begins == rest_.npos || !is_tag(tag)) return rest_.remove_prefix(1);

        const auto after = rest_.substr(end_at + 1);
        rest_.remove_prefix(begins + 1);
        if (depth_++ > 0) return;
        is_span_open_ = false;
        if (is_after_start_tag_ && !has_lang_ && after.starts_with("</")) {
            out_.insert(out_.size() - 1, " lang=\"" + tag + "\"");
        } else if (!is_in_text_only_ && !is_in_drawing_) {
            out_ += "<span lang=\"" + tag + "\">";
            is_span_open_ = true;
        }
        is_after_start_tag_ = false;
    }

    void words_end() {
        rest_.remove_prefix(1);
        if (depth_ == 0 || --depth_ > 0) return;
        if (is_span_open_) out_ += "</span>";
        is_span_open_ = false;
    }

    std::string_view rest_;
    std::string out_;
    int depth_ = 0;
    bool is_after_start_tag_ = false;  // out_ ends with the tag of an element that can hold words
    bool has_lang_ = false;            // that tag
    bool is_in_text_only_ = false;
    bool is_in_drawing_ = false;  // of SVG, where HTML's span has no place
    bool is_span_open_ = false;
};

}  // namespace

std::string with_language_marks(std::string_view words, std::string_view tag) {
    std::string marked;
    marked.reserve(words.size() + tag.size() + 3);
    marked.append(1, start).append(tag).append(1, words_follow).append(words).append(1, end);
    return marked;
}

bool has_language_marks(std::string_view text) {
    return text.find(start) != text.npos;
}

std::string marks_to_lang(std::string_view page) {
    return Page{page}.resolved();
}

std::string without_language_marks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto mark = std::min(text.find_first_of("\x01\x03"), text.size());
        out += text.substr(0, mark);
        text.remove_prefix(mark);
        if (text.empty()) break;
        const auto tag_end = text.front() == start ? text.find(words_follow) : 0;
        text.remove_prefix(tag_end == text.npos ? text.size() : tag_end + 1);
    }
    return out;
}

}  // namespace medskapa::web
