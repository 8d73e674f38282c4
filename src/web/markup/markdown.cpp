#include "web/markup/markdown.hpp"

#include "base/text.hpp"
#include "engine/office/markdown/markdown_parser.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace medskapa::web {
namespace {

Html plain_paragraphs(std::string_view source) {
    Html all;
    while (!source.empty()) {
        const auto end = std::min(source.find("\n\n"), source.size());
        if (end > 0) all += html("<p>{}</p>\n", source.substr(0, end));
        source.remove_prefix(std::min(end + 2, source.size()));
    }
    return all;
}

using IsLeading = bool (*)(std::string_view);

std::optional<std::string> address(const MD_ATTRIBUTE& attribute, IsLeading is_leading) {
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
    if (!is_leading(all)) return std::nullopt;
    return all;
}

constexpr std::string_view paragraph_opens = "<p>";

bool begins_with_scheme(std::string_view href, std::string_view scheme) {
    return text::lower(href.substr(0, scheme.size())) == scheme;
}

bool is_link_of_document(std::string_view href) {
    constexpr std::string_view unencrypted = "http://";
    if (!begins_with_scheme(href, unencrypted)) return is_safe_link(href);
    return is_safe_link("https://" + std::string{href.substr(unencrypted.size())});
}

}  // namespace

/// Writes down what the parser finds.
class MarkdownRenderer : public office::MarkdownEvents {
public:
    enum class Shape { blocks, line };

    MarkdownRenderer(
        std::size_t source_size, office::Marks marks, Shape shape, const PictureAddress& pictures)
        : max_size_{16 * source_size + 1024},
          marks_{marks},
          is_line_{shape == Shape::line},
          pictures_{pictures} {}

    /// Nothing when the text is nested too deep, or grows far beyond its own length. A line has no paragraph
    /// around it.
    static std::optional<Html> render(
        std::string_view source, office::Marks marks, Shape shape, const PictureAddress& pictures) {
        MarkdownRenderer renderer{source.size(), marks, shape, pictures};
        if (!office::parse_markdown(source, marks, renderer)) return std::nullopt;
        return std::move(renderer.out_);
    }

private:
    bool enter_block(MD_BLOCKTYPE type, void* detail) override {
        switch (type) {
            case MD_BLOCK_QUOTE: put("<blockquote>\n"); break;
            case MD_BLOCK_UL: put("<ul>\n"); break;
            case MD_BLOCK_OL: open_ordered(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start); break;
            case MD_BLOCK_LI: put("<li>"); break;
            case MD_BLOCK_HR: put("<hr>\n"); break;
            case MD_BLOCK_H: out_ += html("<h{}>", level(detail)); break;
            case MD_BLOCK_CODE: put("<pre><code>"); break;
            case MD_BLOCK_P: open_paragraph(); break;
            default: put(tag_of_table(type, "<")); break;
        }
        return out_.markup_.size() <= max_size_;
    }

    bool leave_block(MD_BLOCKTYPE type, void* detail) override {
        switch (type) {
            case MD_BLOCK_QUOTE: put("</blockquote>\n"); break;
            case MD_BLOCK_UL: put("</ul>\n"); break;
            case MD_BLOCK_OL: put("</ol>\n"); break;
            case MD_BLOCK_LI: put("</li>\n"); break;
            case MD_BLOCK_H: out_ += html("</h{}>\n", level(detail)); break;
            case MD_BLOCK_CODE: put("</code></pre>\n"); break;
            case MD_BLOCK_P: close_paragraph(); break;
            default: put(tag_of_table(type, "</")); break;
        }
        return true;
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

    bool enter_span(MD_SPANTYPE type, void* detail) override {
        if (picture_) {
            ++depth_in_picture_;
            return true;
        }
        switch (type) {
            case MD_SPAN_EM: put("<em>"); break;
            case MD_SPAN_STRONG: put("<strong>"); break;
            case MD_SPAN_CODE: put("<code>"); break;
            case MD_SPAN_DEL: put("<s>"); break;
            case MD_SPAN_A:
                open_link(address(static_cast<MD_SPAN_A_DETAIL*>(detail)->href, is_leading()));
                break;
            case MD_SPAN_IMG: open_picture(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src); break;
            default: break;
        }
        return true;
    }

    bool leave_span(MD_SPANTYPE type) override {
        if (depth_in_picture_ > 0) {
            --depth_in_picture_;
            return true;
        }
        switch (type) {
            case MD_SPAN_EM: put("</em>"); break;
            case MD_SPAN_STRONG: put("</strong>"); break;
            case MD_SPAN_CODE: put("</code>"); break;
            case MD_SPAN_DEL: put("</s>"); break;
            case MD_SPAN_A: close_link(); break;
            case MD_SPAN_IMG: close_picture(); break;
            default: break;
        }
        return true;
    }

    bool text(MD_TEXTTYPE type, std::string_view words) override {
        if (picture_) {
            words_of_picture_ += office::plain_words(type, words);
            return true;
        }
        if (type == MD_TEXT_BR)
            put("<br>\n");
        else if (type == MD_TEXT_NULLCHAR)
            put("\uFFFD");
        else if (type == MD_TEXT_ENTITY && office::is_known_entity(words))
            put(words);
        else
            put_words(words);
        return out_.markup_.size() <= max_size_;
    }

    void put_words(std::string_view words) {
        office::each_piece(
            words, [&](std::string_view text) { put_lines(text); },
            [&](std::string_view label) { out_ += html("<sup>{}</sup>", label); });
    }

    void put_lines(std::string_view words) {
        office::each_line(
            words, [&](std::string_view text) { out_ += html("{}", text); }, [&] { put("<br>\n"); });
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

    void open_paragraph() {
        paragraph_ = out_.markup_.size();
        put(is_line_ ? "" : paragraph_opens);
    }

    /// A picture alone is a figure.
    void close_paragraph() {
        if (is_line_) return;
        const auto begins = paragraph_ + paragraph_opens.size();
        const bool is_figure =
            shown_from_ == begins && shown_to_ == out_.markup_.size() && shown_to_ > begins;
        if (!is_figure) return put("</p>\n");
        out_.markup_.replace(paragraph_, paragraph_opens.size(), "<figure class=\"picture\">");
        put("</figure>\n");
    }

    /// One that is kept; of any other the words come as text.
    void open_picture(const MD_ATTRIBUTE& src) {
        const auto is_kept = [](std::string_view href) { return picture_at(href).has_value(); };
        const auto href = pictures_ ? address(src, is_kept) : std::nullopt;
        if (!href) return;
        picture_ = picture_at(*href);
        words_of_picture_.clear();
    }

    void close_picture() {
        if (!picture_) return;
        shown_from_ = out_.markup_.size();
        out_ += html(
            R"(<img src="{src}" alt="{words}" width="{width}" height="{height}" loading="lazy" decoding="async">)",
            "src"_a = pictures_(*picture_), "words"_a = words_of_picture_, "width"_a = picture_->width,
            "height"_a = picture_->height);
        shown_to_ = out_.markup_.size();
        picture_.reset();
    }

    static unsigned level(void* detail) {
        return std::min(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level + 2, 6U);
    }

    /// The region's own documents may lead to places that have no encryption.
    IsLeading is_leading() const {
        return marks_ == office::Marks::of_documents ? is_link_of_document : is_safe_link;
    }

    void put(std::string_view tag) { out_.markup_ += tag; }

    Html out_;
    std::vector<bool> links_;  // the open ones, and whether each leads anywhere
    std::size_t max_size_;
    office::Marks marks_;
    bool is_line_;
    const PictureAddress& pictures_;
    std::optional<KeptPicture> picture_;  // whose words are read
    std::string words_of_picture_;
    int depth_in_picture_ = 0;                   // of what looks otherwise among them
    std::size_t paragraph_ = 0;                  // where the open one begins
    std::size_t shown_from_ = 0, shown_to_ = 0;  // the last picture
};

namespace {

const PictureAddress no_pictures;

Html rendered(std::string_view source, office::Marks marks, const PictureAddress& pictures = no_pictures) {
    const auto made = MarkdownRenderer::render(source, marks, MarkdownRenderer::Shape::blocks, pictures);
    return made ? *made : plain_paragraphs(source);
}

Html notes_view(const std::vector<office::MarkdownNote>& notes) {
    return each(notes, [](const office::MarkdownNote& note) {
        const auto words = MarkdownRenderer::render(
            note.text, office::Marks::of_documents, MarkdownRenderer::Shape::line, no_pictures);
        return html("<p class=\"footnote\"><sup>{}</sup> {}</p>\n", note.label,
            words ? *words : html("{}", note.text));
    });
}

}  // namespace

Html markdown(std::string_view source) {
    return rendered(source, office::Marks::simple);
}

Html document_markdown(std::string_view source, const PictureAddress& pictures) {
    const auto split = office::split_notes(source);
    return html("{}{}", rendered(split.body, office::Marks::of_documents, pictures), notes_view(split.notes));
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
