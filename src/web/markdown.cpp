#include "web/markdown.hpp"

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

bool begins_with_scheme(std::string_view href, std::string_view scheme) {
    return text::lower(href.substr(0, scheme.size())) == scheme;
}

}  // namespace

/// Writes down what the parser calls out.
class MarkdownRenderer {
public:
    explicit MarkdownRenderer(std::size_t source_size) : max_size_{16 * source_size + 1024} {}

    /// Nothing when the text is nested too deep, or grows far beyond its own length.
    static std::optional<Html> render(std::string_view source) {
        MarkdownRenderer renderer{source.size()};
        MD_PARSER parser{};
        parser.flags = MD_FLAG_NOHTML;
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
            default: break;
        }
        return ++depth_ > max_depth ? stop : 0;
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
            default: break;
        }
        return 0;
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
            out_ += html("{}", words);
        return out_.markup_.size() > max_size_ ? stop : 0;
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

Html markdown(std::string_view source) {
    if (is_deep_on_sight(source)) return plain_paragraphs(source);
    const auto rendered = MarkdownRenderer::render(source);
    return rendered ? *rendered : plain_paragraphs(source);
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
