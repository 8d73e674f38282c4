#include "web/ui/paper.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace medskapa::web {
namespace {

using office::DocumentWriter;
using office::Look;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What begins on a line of its own.
bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_block(std::string_view name) {
    return is_heading(name) ||
           is_one_of(name, {"p", "li", "caption", "blockquote", "div", "pre", "ul", "ol"});
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string attribute(std::string_view tag, std::string_view name) {
    const auto start = ' ' + std::string{name} + "=\"";
    const auto at = tag.find(start);
    if (at == tag.npos) return {};
    const auto from = at + start.size();
    return std::string{tag.substr(from, tag.find('"', from) - from)};
}

/// The references that html() makes.
std::string unescaped(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{{{"&amp;", "&"},
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", "\u00A0"}}};
    std::string out;
    while (!text.empty()) {
        const auto* found = std::find_if(
            known.begin(), known.end(), [&](const auto& one) { return text.starts_with(one.first); });
        if (found == known.end()) {
            out += text.front();
            text.remove_prefix(1);
        } else {
            out += found->second;
            text.remove_prefix(found->first.size());
        }
    }
    return out;
}

DocumentWriter::Style heading_style(std::string_view name) {
    constexpr std::array styles{DocumentWriter::Style::title, DocumentWriter::Style::heading1,
        DocumentWriter::Style::heading2, DocumentWriter::Style::heading3, DocumentWriter::Style::heading4,
        DocumentWriter::Style::heading4};
    return styles.at(static_cast<std::size_t>(name[1] - '1'));
}

}  // namespace

struct OnPaper::Tag {
    std::string_view name;
    std::string id, css, leads_to, start;

    explicit Tag(std::string_view tag) : name{tag.substr(0, tag.find_first_of(" \n"))} {
        id = attribute(tag, "id");
        css = attribute(tag, "class");
        start = attribute(tag, "start");
        const auto href = attribute(tag, "href");
        if (href.starts_with('#')) leads_to = href.substr(1);
    }
};

void OnPaper::put(std::string_view markup) {
    while (!markup.empty()) {
        const auto less = std::min(markup.find('<'), markup.size());
        if (less > 0) say(markup.substr(0, less));
        markup.remove_prefix(less);
        if (markup.empty()) return;
        const auto greater = markup.find('>');
        if (greater == markup.npos) throw std::logic_error{"the markup is cut within a tag"};
        const auto tag = markup.substr(1, greater - 1);
        if (tag.starts_with('/'))
            close(tag.substr(1));
        else
            open(Tag{tag});
        markup.remove_prefix(greater + 1);
    }
}

void OnPaper::open(const Tag& tag) {
    const auto name = tag.name;
    if (!tag.id.empty()) waiting_mark_ = tag.id;
    if (name == "br") return say("\n");
    if (name == "hr") return;
    auto inner = open_.empty() ? Open{} : open_.back();
    inner.name = name;
    inner.is_hidden = inner.is_hidden || tag.css == "vh";
    inner.is_typed = inner.is_typed || name == "pre" || tag.css.find("as-typed") != std::string::npos;
    if (is_one_of(name, {"strong", "b", "th"})) inner.look.is_bold = true;
    if (is_one_of(name, {"em", "i"})) inner.look.is_italic = true;
    if (name == "ins") inner.look.change = Look::Change::added;
    if (name == "del") inner.look.change = Look::Change::removed;
    if (name == "a") inner.look.leads_to = tag.leads_to;
    if (is_block(name) && !inner.is_hidden) end();
    open_list(tag);
    if (name == "thead") heads_.emplace();
    if (name == "tr" && !heads_) paper_.begin_row(DocumentWriter::Row::body);
    if (is_one_of(name, {"td", "th"})) begin_cell();
    open_.push_back(std::move(inner));
    if (is_heading(name)) begin(heading_style(name));
}

void OnPaper::close(std::string_view name) {
    if (open_.empty() || open_.back().name != name)
        throw std::logic_error{"the markup closes what is not open: " + std::string{name}};
    const bool is_hidden = open_.back().is_hidden;
    open_.pop_back();
    if (is_block(name) && !is_hidden) end();
    if (is_one_of(name, {"td", "th"})) end_cell();
    if (name == "tr" && !heads_) paper_.end_row();
    if (is_one_of(name, {"ul", "ol"})) lists_.pop_back();
    if (name == "thead") begin_table();
    if (name == "table") paper_.end_table();
}

void OnPaper::open_list(const Tag& tag) {
    if (tag.name == "ul") lists_.push_back(0);
    if (tag.name == "ol") lists_.push_back(tag.start.empty() ? 1 : std::atoi(tag.start.c_str()));
    if (tag.name != "li" || lists_.empty()) return;
    waiting_sign_ = lists_.back() == 0 ? "–\u00A0" : std::to_string(lists_.back()++) + ".\u00A0";
}

/// The head says how many columns there are.
void OnPaper::begin_table() {
    const auto heads = std::exchange(heads_, std::nullopt).value();
    paper_.begin_table(static_cast<int>(heads.size()));
    paper_.begin_row(DocumentWriter::Row::head);
    for (const auto& head : heads) {
        paper_.begin_cell();
        paper_.begin_paragraph(DocumentWriter::Style::body);
        paper_.write(head, {.is_bold = true});
        paper_.end_paragraph();
        paper_.end_cell();
    }
    paper_.end_row();
}

void OnPaper::begin_cell() {
    if (heads_) {
        heads_->emplace_back();
        return;
    }
    paper_.begin_cell();
    is_cell_empty_ = true;
}

/// A cell holds a paragraph, if only an empty one.
void OnPaper::end_cell() {
    if (heads_) return;
    end();
    if (is_cell_empty_) {
        paper_.begin_paragraph(DocumentWriter::Style::body);
        paper_.end_paragraph();
    }
    paper_.end_cell();
}

/// In a paragraph that is there or, if there is anything to see, in one of its own.
void OnPaper::say(std::string_view markup) {
    const auto inner = open_.empty() ? Open{} : open_.back();
    if (inner.is_hidden) return;
    const auto text = shown(unescaped(markup), inner.is_typed);
    if (text.empty()) return;
    if (heads_) {
        if (!heads_->empty()) heads_->back() += text;
        return;
    }
    if (!is_in_paragraph_) {
        if (std::all_of(text.begin(), text.end(), is_blank)) return;
        begin(style_here());
    }
    paper_.write(text, inner.look);
}

/// Blanks and line ends between words are one blank, and none at the beginning.
std::string OnPaper::shown(const std::string& text, bool is_typed) {
    if (is_typed || text == "\n") return text;
    std::string out;
    for (const char c : text) {
        const bool is_more = is_blank(c) && has_blank_;
        if (!is_more) out += is_blank(c) ? ' ' : c;
        has_blank_ = is_blank(c);
    }
    return out;
}

DocumentWriter::Style OnPaper::style_here() const {
    for (auto one = open_.rbegin(); one != open_.rend(); ++one) {
        if (one->name == "blockquote") return DocumentWriter::Style::quote;
        if (one->name == "li") return DocumentWriter::Style::item;
        if (one->name == "caption") return DocumentWriter::Style::caption;
    }
    return DocumentWriter::Style::body;
}

void OnPaper::begin(DocumentWriter::Style style) {
    paper_.begin_paragraph(style);
    is_in_paragraph_ = true;
    is_cell_empty_ = false;
    if (!waiting_mark_.empty()) paper_.mark(std::exchange(waiting_mark_, {}));
    if (!waiting_sign_.empty()) paper_.write(std::exchange(waiting_sign_, {}), {});
}

void OnPaper::end() {
    has_blank_ = true;
    if (!std::exchange(is_in_paragraph_, false)) return;
    paper_.end_paragraph();
}

}  // namespace medskapa::web
