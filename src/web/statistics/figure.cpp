#include "web/statistics/row_picture.hpp"

#include <fmt/format.h>

namespace medskapa::web::statistics {
namespace {

Html why_view(const RowPicture& picture, const Words& words) {
    if (picture.why.empty()) return {};
    return html(R"( <details class="why"><summary aria-label="{label}">?</summary>{sentences}</details>)",
        "label"_a = words("Explanation: {}", picture.why_name),
        "sentences"_a = each(picture.why, [](const std::string& one) { return html("<p>{}</p>", one); }));
}

Html key_view(const RowPicture& picture) {
    if (picture.key.empty()) return {};
    return html(R"(
<ul class="key">{}</ul>)",
        each(picture.key, [](const auto& one) {
            const auto& [mark, text] = one;
            return mark.empty() ? html("<li>{}</li>", text)
                                : html(R"(<li><svg viewBox="0 0 16 16" aria-hidden="true">{}</svg>{}</li>)",
                                      mark, text);
        }));
}

/// The rows, where the drawing is the whole picture, or else all the numbers.
Html more_view(const RowPicture& picture, const Words& words) {
    const bool is_folded = !picture.alone.empty();
    if (picture.more.rows.empty() && !is_folded) return {};
    return html(R"(
<details class="as-table"><summary>{}<span class="vh">: {}</span></summary>{}</details>)",
        words("Show as a table"), picture.finding,
        is_folded ? table_of(picture, words) : ui::table(picture.more));
}

Html picture_view(const RowPicture& picture, bool is_small, const Words& words) {
    if (!picture.alone.empty()) return picture.drawing;
    const auto table = table_of(picture, words);
    if (is_small || picture.drawing.empty()) return table;
    return picture.is_beside ? html("<div class=\"beside\">{}{}</div>", picture.drawing, table)
                             : html("{}{}", picture.drawing, table);
}

Html framed(const RowPicture& picture, std::string_view kind, const Html& foot, const Words& words) {
    const bool is_small = !kind.empty();
    return html(R"(
<figure class="fig{kind}" id="{id}" aria-labelledby="{id}-r">
  <figcaption><h2 id="{id}-r">{finding}</h2><div class="meta">{what}{why}</div></figcaption>
  {says}{caveat}{facts}{picture}{key}{more}{foot}
</figure>)",
        "kind"_a = kind, "id"_a = picture.id, "finding"_a = picture.finding, "what"_a = picture.what,
        "why"_a = is_small ? Html{} : why_view(picture, words),
        "says"_a = is_small ? Html{} : html("<p class=\"says\">{}</p>", picture.says),
        "caveat"_a = picture.caveat.empty() ? Html{} : html("<p class=\"caveat\">{}</p>", picture.caveat),
        "facts"_a = is_small ? Html{} : picture.facts, "picture"_a = picture_view(picture, is_small, words),
        "key"_a = is_small ? Html{} : key_view(picture),
        "more"_a = is_small ? Html{} : more_view(picture, words), "foot"_a = foot);
}

constexpr int width = 680;
constexpr int names_end = 250;
constexpr int strip_width = 300;
constexpr int first_number = 600;
constexpr int number_step = 74;
constexpr int row_height = 26;
constexpr int top = 78;

/// A drawing by itself knows no style sheet of the site: this is its own, in light and dark.
Html own_style() {
    return html(R"(<style>
svg {{overflow: visible}} text {{font: 13px sans-serif; fill: #1f2a2b}} .big {{font: 600 18px serif}} .soft {{fill: #505b5b}}
.ground {{fill: #fffdf8}} .gl {{stroke: #dad3c3}} .ax {{stroke: #7d7768; stroke-width: 1.5}} .stem {{stroke: #7d7768}}
.ci {{stroke: #505b5b; stroke-width: 3}} .none {{stroke-dasharray: 2 5}} .limit {{stroke: #1f2a2b; stroke-dasharray: 3 3}}
.fa {{fill: #1c6290}} .fb {{fill: #a86200}} .fc {{fill: #86447f}} .fd {{fill: #2b7a57}}
.bar {{fill: #6fa28c}} .bar.neg, .hollow {{fill: #fffdf8; stroke: #505b5b; stroke-width: 2}} .bar.own {{fill: #a86200}} .bar.all {{fill: #2c6a58}}
.men {{fill: #2b7a57}} .women {{fill: #86447f}} .later, .known, .mid, .edge-line, .past, .now-line, .hidden {{fill: none; stroke: #1f2a2b; stroke-width: 2}}
.mid, .edge-line {{stroke: #1d5647}} .edge-line {{stroke-dasharray: 6 4}} .fan {{fill: #b5cfbb}} .past, .hidden {{stroke: #c77a12; stroke-dasharray: 2 4}} .now-line {{stroke: #7d7768; stroke-dasharray: 2 3}}
@media (prefers-color-scheme: dark) {{text {{fill: #ece7db}} .soft {{fill: #aab5b1}} .ground {{fill: #1a2425}} .gl {{stroke: #2f3c3c}}
.ax, .stem {{stroke: #82908c}} .ci {{stroke: #aab5b1}} .limit {{stroke: #ece7db}} .fa {{fill: #7ab8e0}} .fb {{fill: #e8a649}} .fc {{fill: #d09aca}}
.fd {{fill: #7cc5a0}} .bar {{fill: #3d6f61}} .bar.neg, .hollow {{fill: #1a2425; stroke: #aab5b1}} .bar.own {{fill: #e8a649}} .bar.all {{fill: #93c9b3}}
.men {{fill: #7cc5a0}} .women {{fill: #d09aca}} .later, .known {{stroke: #ece7db}} .mid, .edge-line {{stroke: #93d0b6}} .fan {{fill: #33514a}}}}
</style>)");
}

/// Rows and band titles under each other, from the top of the grid.
class Drawing {
public:
    Drawing(const RowPicture& picture) : picture_{picture} {}

    Html rows() {
        return each(picture_.bands, [&](const RowPicture::Band& band) {
            auto all = band.title.empty() ? Html{} : text(8, "big", band.title);
            if (!band.title.empty()) y_ += row_height;
            return html("{}{}", all, each(band.rows, [&](const auto& row) { return this->row(row); }));
        });
    }
    int bottom() const { return y_; }

private:
    Html text(int x, std::string_view kind, const std::string& words) const {
        return html(R"(
<text class="{kind}" x="{x}" y="{y}">{words}</text>)",
            "kind"_a = kind, "x"_a = x, "y"_a = y_ + 18, "words"_a = words);
    }

    Html row(const RowPicture::Row& row) {
        auto drawn = text(8, "soft", row.name);
        drawn += html(R"(<svg x="{x}" y="{y}" width="{width}" height="26">{strip}</svg>)", "x"_a = names_end,
            "y"_a = y_, "width"_a = strip_width, "strip"_a = row.strip);
        for (std::size_t k = 0; k < row.numbers.size(); ++k)
            drawn += html(R"(<text x="{x}" y="{y}" text-anchor="end">{number}</text>)",
                "x"_a = first_number + static_cast<int>(k) * number_step, "y"_a = y_ + 18,
                "number"_a = row.numbers[k]);
        y_ += row_height;
        return drawn;
    }

    const RowPicture& picture_;
    int y_ = top;
};

Html drawn_axis(const RowPicture& picture, int bottom) {
    Html all;
    for (std::size_t k = 0; k < picture.scale.ticks().size(); ++k) {
        const auto x = names_end + picture.scale.at(picture.scale.ticks()[k]) / 100 * strip_width;
        const auto at = fmt::format("{:.1f}", x);
        const bool is_origin = picture.scale.ticks()[k] == picture.scale.origin();
        all += html(R"(
<line class="{kind}" x1="{at}" x2="{at}" y1="{top}" y2="{bottom}"/>)",
            "kind"_a = is_origin ? "ax" : "gl", "at"_a = at, "top"_a = top, "bottom"_a = bottom);
        if (k < picture.tick_labels.size())
            all += html(R"(<text class="soft" x="{}" y="70" text-anchor="middle">{}</text>)", at,
                picture.tick_labels[k]);
    }
    for (std::size_t k = 0; k < picture.number_titles.size(); ++k)
        all += html(R"(<text class="soft" x="{}" y="70" text-anchor="end">{}</text>)",
            first_number + static_cast<int>(k) * number_step, picture.number_titles[k]);
    return all;
}

/// The one that is the whole picture, with its finding above and its source below.
Html whole_drawing(const RowPicture& picture, const std::string& source, const Words& words) {
    return html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" lang="{language}"><title>{finding}</title>{style}
<rect class="ground" width="{width}" height="{height}"/>
<text class="big" x="8" y="26">{finding}</text><text class="soft" x="8" y="48">{what}</text>
<svg y="60" width="{width}" height="{drawn}">{drawing}</svg>
<text class="soft" x="8" y="{last}">{source}</text>
</svg>)",
        "width"_a = width, "height"_a = picture.alone_height + 100, "language"_a = words.tag(),
        "finding"_a = picture.finding, "style"_a = own_style(), "what"_a = picture.what,
        "drawn"_a = picture.alone_height, "drawing"_a = picture.alone, "last"_a = picture.alone_height + 88,
        "source"_a = source);
}

}  // namespace

Html figure_of(const RowPicture& picture, const Html& foot, const Words& words) {
    return framed(picture, "", foot, words);
}

Html small_figure_of(const RowPicture& picture, const Html& foot, const Words& words) {
    return framed(picture, " small", foot, words);
}

Html drawing_of(const RowPicture& picture, const std::string& source, const Words& words) {
    if (!picture.alone.empty()) return whole_drawing(picture, source, words);
    Drawing drawing{picture};
    const auto rows = drawing.rows();
    const auto wide =
        std::max(width, first_number + static_cast<int>(picture.number_titles.size()) * number_step);
    return html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" lang="{language}"><title>{finding}</title>{style}
<rect class="ground" width="{width}" height="{height}"/>
<text class="big" x="8" y="26">{finding}</text><text class="soft" x="8" y="48">{what}</text>{axis}{rows}
<text class="soft" x="8" y="{last}">{source}</text>
</svg>)",
        "width"_a = wide, "height"_a = drawing.bottom() + 40, "language"_a = words.tag(),
        "finding"_a = picture.finding, "style"_a = own_style(), "what"_a = picture.what,
        "axis"_a = drawn_axis(picture, drawing.bottom()), "rows"_a = rows, "last"_a = drawing.bottom() + 28,
        "source"_a = source);
}

}  // namespace medskapa::web::statistics
