#include "web/markup/markdown.hpp"

#include "base/text.hpp"

#include <md4c.h>
#include <algorithm>
#include <optional>
#include <vector>

namespace medskapa::web {
namespace {

constexpr int max_depth = 100;
constexpr std::size_t max_prefix = 8 * max_depth;

/// The columns of a line that only open lists and quotes: "  > - 1. ".
std::size_t prefix_columns(std::string_view line) {
    std::size_t columns = 0;
    bool opens = false;
    for (const char c : line) {
        if (c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')' || (c >= '0' && c <= '9'))
            opens = true;
        else if (c != ' ' && c != '\t')
            break;
        columns += c == '\t' ? 4 : 1;
    }
    return opens ? columns : 0;
}

/// The parser walks all open lists for each line, so a bomb is turned away before it.
bool is_deep_on_sight(std::string_view source) {
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        if (prefix_columns(source.substr(0, end)) > max_prefix) return true;
        source.remove_prefix(std::min(end + 1, source.size()));
    }
    return false;
}

Html plain_paragraphs(std::string_view source) {
    Html all;
    while (!source.empty()) {
        const auto end = std::min(source.find("\n\n"), source.size());
        if (end > 0) all += html("<p>{}</p>\n", source.substr(0, end));
        source.remove_prefix(std::min(end + 2, source.size()));
    }
    return all;
}

/// The references whose meaning is plain. A number could bring back a sign that the house has cleaned away.
bool is_known_entity(std::string_view s) {
    return s == "&amp;" || s == "&lt;" || s == "&gt;" || s == "&quot;" || s == "&nbsp;";
}

std::optional<std::string> address(const MD_ATTRIBUTE& attribute) {
    std::string all;
    for (int i = 0; attribute.substr_offsets && attribute.substr_offsets[i] < attribute.size; ++i) {
        const auto from = attribute.substr_offsets[i];
        const std::string_view part{attribute.text + from, attribute.substr_offsets[i + 1] - from};
        if (attribute.substr_types[i] == MD_TEXT_NORMAL)
            all += part;
        else if (part == "&amp;")
            all += '&';
        else
            return std::nullopt;
    }
    if (!is_safe_link(all)) return std::nullopt;
    return all;
}

struct Note {
    std::string label;
    std::string text;
};

/// Signs of private use: no parser takes them for marks.
constexpr std::string_view note_opens = "\uE000";
constexpr std::string_view note_closes = "\uE001";

/// "3" of "[^3]" at this place; empty when it is something else.
std::string_view label_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_label = 4;
    if (text.substr(at, 2) != "[^") return {};
    const auto digits = text.substr(at + 2, longest_label);
    const auto end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    return text.substr(at + 2 + end, 1) == "]" ? digits.substr(0, end) : std::string_view{};
}

/// The text without the lines that are notes.
std::string without_notes(std::string_view source, std::vector<Note>& notes) {
    std::string body;
    for (const auto& line : text::split(source, '\n')) {
        const auto label = label_at(line, 0);
        const auto rest = std::string_view{line}.substr(label.empty() ? 0 : label.size() + 3);
        if (!label.empty() && rest.starts_with(": "))
            notes.push_back({std::string{label}, std::string{rest.substr(2)}});
        else
            body += line + '\n';
    }
    return body;
}

std::string with_called_notes(std::string_view body) {
    std::string out;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const auto label = body[i] == '[' ? label_at(body, i) : std::string_view{};
        if (label.empty()) {
            out += body[i];
            continue;
        }
        out += std::string{note_opens} + std::string{label} + std::string{note_closes};
        i += label.size() + 2;
    }
    return out;
}

bool begins_with_scheme(std::string_view href, std::string_view scheme) {
    return text::lower(href.substr(0, scheme.size())) == scheme;
}

}  // namespace

/// Writes down what the parser calls out.
class MarkdownRenderer {
public:
    enum class Marks { simple, of_documents };

    explicit MarkdownRenderer(std::size_t source_size) : max_size_{16 * source_size + 1024} {}

    /// Nothing when the text is nested too deep, or grows far beyond its own length.
    static std::optional<Html> render(std::string_view source, Marks marks) {
        MarkdownRenderer renderer{source.size()};
        MD_PARSER parser{};
        parser.flags = MD_FLAG_NOHTML | (marks == Marks::of_documents ? MD_FLAG_TABLES : 0U);
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<MarkdownRenderer*>(self)->enter_block(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<MarkdownRenderer*>(self)->leave_block(type, detail);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<MarkdownRenderer*>(self)->enter_span(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
            return static_cast<MarkdownRenderer*>(self)->leave_span(type);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return static_cast<MarkdownRenderer*>(self)->text(type, {text, size});
        };
        const auto failed = md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &renderer);
        if (failed) return std::nullopt;
        return std::move(renderer.out_);
    }

private:
    static constexpr int stop = -1;  // the parser does not stop at a positive number

    int enter_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_QUOTE: put("<blockquote>\n"); break;
            case MD_BLOCK_UL: put("<ul>\n"); break;
            case MD_BLOCK_OL: open_ordered(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start); break;
            case MD_BLOCK_LI: put("<li>"); break;
            case MD_BLOCK_HR: put("<hr>\n"); break;
            case MD_BLOCK_H: out_ += html("<h{}>", level(detail)); break;
            case MD_BLOCK_CODE: put("<pre><code>"); break;
            case MD_BLOCK_P: put("<p>"); break;
            default: put(tag_of_table(type, "<")); break;
        }
        return ++depth_ > max_depth || out_.markup_.size() > max_size_ ? stop : 0;
    }

    int leave_block(MD_BLOCKTYPE type, void* detail) {
        --depth_;
        switch (type) {
            case MD_BLOCK_QUOTE: put("</blockquote>\n"); break;
            case MD_BLOCK_UL: put("</ul>\n"); break;
            case MD_BLOCK_OL: put("</ol>\n"); break;
            case MD_BLOCK_LI: put("</li>\n"); break;
            case MD_BLOCK_H: out_ += html("</h{}>\n", level(detail)); break;
            case MD_BLOCK_CODE: put("</code></pre>\n"); break;
            case MD_BLOCK_P: put("</p>\n"); break;
            default: put(tag_of_table(type, "</")); break;
        }
        return 0;
    }

    /// A table's parts look the same at both ends.
    static std::string tag_of_table(MD_BLOCKTYPE type, std::string_view bracket) {
        const bool opens = bracket == "<";
        const auto tag = [&](std::string_view name) {
            return std::string{bracket} + std::string{name} + '>';
        };
        switch (type) {
            case MD_BLOCK_TABLE:
                return opens ? "<div class=\"scroll\" tabindex=\"0\"><table>\n" : "</table></div>\n";
            case MD_BLOCK_THEAD: return tag("thead");
            case MD_BLOCK_TBODY: return tag("tbody");
            case MD_BLOCK_TR: return tag("tr");
            case MD_BLOCK_TH: return opens ? "<th scope=\"col\">" : "</th>";
            case MD_BLOCK_TD: return tag("td");
            default: return {};
        }
    }

    int enter_span(MD_SPANTYPE type, void* detail) {
        switch (type) {
            case MD_SPAN_EM: put("<em>"); break;
            case MD_SPAN_STRONG: put("<strong>"); break;
            case MD_SPAN_CODE: put("<code>"); break;
            case MD_SPAN_A: open_link(address(static_cast<MD_SPAN_A_DETAIL*>(detail)->href)); break;
            default: break;  // a picture: its words come as text
        }
        return ++depth_ > max_depth ? stop : 0;
    }

    int leave_span(MD_SPANTYPE type) {
        --depth_;
        switch (type) {
            case MD_SPAN_EM: put("</em>"); break;
            case MD_SPAN_STRONG: put("</strong>"); break;
            case MD_SPAN_CODE: put("</code>"); break;
            case MD_SPAN_A: close_link(); break;
            default: break;
        }
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view words) {
        if (type == MD_TEXT_BR)
            put("<br>\n");
        else if (type == MD_TEXT_NULLCHAR)
            put("\uFFFD");
        else if (type == MD_TEXT_ENTITY && is_known_entity(words))
            put(words);
        else
            put_words(words);
        return out_.markup_.size() > max_size_ ? stop : 0;
    }

    /// A note is called where its sign stands.
    void put_words(std::string_view words) {
        for (auto at = words.find(note_opens); at != words.npos; at = words.find(note_opens)) {
            const auto end = std::min(words.find(note_closes, at), words.size());
            out_ += html("{}<sup>{}</sup>", words.substr(0, at),
                words.substr(at + note_opens.size(), end - at - note_opens.size()));
            words.remove_prefix(std::min(end + note_closes.size(), words.size()));
        }
        out_ += html("{}", words);
    }

    void open_ordered(unsigned start) {
        if (start == 1)
            put("<ol>\n");
        else
            out_ += html("<ol start=\"{}\">\n", start);
    }

    void open_link(const std::optional<std::string>& href) {
        const bool is_ours = href && href->starts_with('/');
        if (href)
            out_ += html(R"(<a href="{}"{}>)", *href, when(!is_ours, html(R"( rel="nofollow noopener")")));
        links_.push_back(href.has_value());
    }

    void close_link() {
        if (links_.back()) put("</a>");
        links_.pop_back();
    }

    static unsigned level(void* detail) {
        return std::min(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level + 2, 6U);
    }

    void put(std::string_view tag) { out_.markup_ += tag; }

    Html out_;
    int depth_ = 0;
    std::vector<bool> links_;  // the open ones, and whether each leads anywhere
    std::size_t max_size_;
};

namespace {

Html rendered(std::string_view source, MarkdownRenderer::Marks marks) {
    if (is_deep_on_sight(source)) return plain_paragraphs(source);
    const auto made = MarkdownRenderer::render(source, marks);
    return made ? *made : plain_paragraphs(source);
}

Html notes_view(const std::vector<Note>& notes) {
    return each(notes, [](const Note& note) {
        return html("<p class=\"footnote\"><sup>{}</sup> {}</p>\n", note.label, note.text);
    });
}

}  // namespace

Html markdown(std::string_view source) {
    return rendered(source, MarkdownRenderer::Marks::simple);
}

Html document_markdown(std::string_view source) {
    if (source.find("[^") == source.npos) return rendered(source, MarkdownRenderer::Marks::of_documents);
    std::vector<Note> notes;
    const auto body = without_notes(source, notes);
    return html(
        "{}{}", rendered(with_called_notes(body), MarkdownRenderer::Marks::of_documents), notes_view(notes));
}

bool is_safe_link(std::string_view href) {
    // Browsers skip control characters and read a backslash as a slash, so an address with one is not what it
    // seems.
    const bool is_clean = std::none_of(
        href.begin(), href.end(), [](unsigned char c) { return c <= ' ' || c == 0x7F || c == '\\'; });
    if (!is_clean) return false;
    if (href.starts_with('/')) return !href.starts_with("//");
    return (begins_with_scheme(href, "https://") && href.size() > 8) || begins_with_scheme(href, "mailto:");
}

}  // namespace medskapa::web
