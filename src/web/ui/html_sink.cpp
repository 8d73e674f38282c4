#include "web/ui/html_sink.hpp"

#include "web/markup/markdown.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::ui {
namespace {

using office::TextBlock;
using Change = office::Look::Change;

Html span_view(const office::Span& span, const std::string& language, const HtmlSink::Leads& leads) {
    if (!span.note.empty()) return html("<sup>{}</sup>", span.text);
    auto view = html("{}", span.text);
    if (!span.language.empty() && span.language != language)
        view = html("<span lang=\"{}\">{}</span>", span.language, view);
    if (span.look.is_italic) view = html("<em>{}</em>", view);
    if (span.look.is_bold) view = html("<strong>{}</strong>", view);
    if (span.look.is_struck) view = html("<s>{}</s>", view);
    if (span.look.change == Change::added) view = html("<ins>{}</ins>", view);
    if (span.look.change == Change::removed) view = html("<del>{}</del>", view);
    if (!span.look.leads_to.empty())
        view =
            html("<a href=\"{}\">{}</a>", leads ? leads(span.look.leads_to) : "#" + span.look.leads_to, view);
    if (is_safe_link(span.look.address))
        view = html(R"(<a href="{}" rel="nofollow noopener">{}</a>)", span.look.address, view);
    return view;
}

/// The footnotes that a block calls, after it.
Html notes_of(const TextBlock& block, const std::string& language) {
    Html all;
    for (const auto& span : block.spans)
        if (!span.note.empty())
            all += html("\n<p class=\"footnote\"><sup>{}</sup> {}</p>", span.text,
                each(span.note, [&](const office::Span& words) { return span_view(words, language, {}); }));
    return all;
}

std::vector<Column> columns_of(const office::TableHead& head) {
    std::vector<Column> columns;
    for (const auto& column : head.columns)
        columns.push_back({column.title, column.is_number ? Cell::number : Cell::text});
    return columns;
}

/// Words in several columns are read one under the other on a phone; numbers are compared across.
Narrow narrow_of(const std::vector<Column>& columns) {
    const bool has_numbers = std::any_of(
        columns.begin(), columns.end(), [](const Column& column) { return column.cell == Cell::number; });
    return columns.size() > 2 && !has_numbers ? Narrow::stacks : Narrow::scrolls;
}

}  // namespace

Html HtmlSink::lang(const TextBlock& block) const {
    if (block.language.empty() || block.language == language_) return {};
    return html(" lang=\"{}\"", block.language);
}

Html HtmlSink::words_of(const TextBlock& block) const {
    return each(block.spans, [&](const office::Span& span) { return span_view(span, language_, leads_); });
}

Html HtmlSink::picture_of(const TextBlock& block) const {
    const auto href = pictures_ && block.picture ? pictures_(*block.picture) : std::string{};
    if (href.empty()) return html("\n<p{}>{}</p>", lang(block), words_of(block));
    std::string words;
    for (const auto& span : block.spans) words += span.text;
    return html(R"(
<figure class="picture"{lang}><img src="{src}" alt="{words}" width="{width}" height="{height}"></figure>)",
        "lang"_a = lang(block), "src"_a = href, "words"_a = words, "width"_a = block.picture->width,
        "height"_a = block.picture->height);
}

Html HtmlSink::markup_of(const TextBlock& block) const {
    const auto words = words_of(block);
    switch (block.kind) {
        case TextBlock::Kind::heading: {
            const auto anchor = block.anchor.empty() ? Html{} : html(" id=\"{}\"", block.anchor);
            return html("\n<h{level}{anchor}{lang}>{words}</h{level}>",
                "level"_a = std::clamp(block.level, 1, 6), "anchor"_a = anchor, "lang"_a = lang(block),
                "words"_a = words);
        }
        case TextBlock::Kind::lead: return html("\n<p class=\"lead\"{}>{}</p>", lang(block), words);
        case TextBlock::Kind::note: return html("\n<p class=\"meta\"{}>{}</p>", lang(block), words);
        case TextBlock::Kind::typed: return html("\n<div class=\"as-typed\"{}>{}</div>", lang(block), words);
        case TextBlock::Kind::quote: return html("<blockquote{}>{}</blockquote>", lang(block), words);
        case TextBlock::Kind::item: return html("\n<li{}>{}</li>", lang(block), words);
        case TextBlock::Kind::picture: return picture_of(block);
        case TextBlock::Kind::paragraph: break;
    }
    return html("\n<p{}>{}</p>", lang(block), words);
}

void HtmlSink::add(const TextBlock& block) {
    if (block.kind == TextBlock::Kind::item)
        begin_list(block);
    else
        end_list();
    receiver_(html("{}{}", markup_of(block), notes_of(block, language_)));
}

void HtmlSink::begin_list(const TextBlock& item) {
    const bool is_numbered = item.number.has_value();
    if (list_is_numbered_ == is_numbered) return;
    end_list();
    list_is_numbered_ = is_numbered;
    receiver_(is_numbered ? html("\n<ol>") : html("\n<ul>"));
}

void HtmlSink::end_list() {
    if (list_is_numbered_) receiver_(*list_is_numbered_ ? html("</ol>") : html("</ul>"));
    list_is_numbered_.reset();
}

void HtmlSink::begin_table(const office::TableHead& head) {
    end_list();
    table_ = head;
    const auto columns = columns_of(head);
    receiver_(begin_of_table({.caption = head.caption,
        .caption_is = head.is_caption_shown ? Caption::shown : Caption::for_listeners,
        .columns = columns,
        .narrow = narrow_of(columns)}));
}

/// The cell's first paragraph needs no element of its own.
Html HtmlSink::cell(const office::TableCell& blocks) const {
    Html all;
    for (const auto& block : blocks) {
        const bool is_plain = all.empty() && block.kind == TextBlock::Kind::paragraph && lang(block).empty();
        all += html("{}{}", is_plain ? words_of(block) : markup_of(block), notes_of(block, language_));
    }
    return all;
}

void HtmlSink::add_row(const office::TableRow& row) {
    std::vector<Html> cells;
    for (const auto& blocks : row) cells.push_back(cell(blocks));
    const auto columns = columns_of(table_);
    receiver_(table_row(cells, columns, narrow_of(columns)));
}

void HtmlSink::end_table() {
    receiver_(end_of_table());
}

Html table(const office::TableHead& head, const std::vector<office::TableRow>& rows) {
    Html all;
    HtmlSink sink{"", [&](const Html& piece) { all += piece; }};
    office::add_table(sink, head, rows);
    return all;
}

}  // namespace medskapa::web::ui
