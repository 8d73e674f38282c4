#include "web/statistics/pictures/row_picture.hpp"

#include "web/ui/in_language.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::web::statistics {
namespace {

constexpr int row_height = 26;
constexpr int half_row = row_height / 2;

Html name_view(const RowPicture::Row& row, const Words& words) {
    auto name = row.is_ours ? html("{}", row.name) : ui::in_language(row.name, "sv", words);
    if (row.number > 0) name = html(R"(<span class="no">{}</span> {})", row.number, name);
    if (!row.below.empty()) name += html("<br><span class=\"flag\">{}</span>", row.below);
    if (!row.link.empty()) name += html("<br>{}", row.link);
    return name;
}

/// The lines behind the marks: a thin one at each tick, a strong one at the origin.
Html grid(const Scale& scale) {
    return each(scale.ticks(), [&](double tick) {
        return html(R"(<line class="{}" x1="{}" x2="{}" y1="0" y2="100%"/>)",
            tick == scale.origin() ? "ax" : "gl", percent(scale.at(tick)), percent(scale.at(tick)));
    });
}

Html tick_texts(const RowPicture& picture) {
    Html all;
    for (std::size_t k = 0; k < picture.tick_labels.size(); ++k)
        all += html(R"(<text x="{}" y="13" text-anchor="middle">{}</text>)",
            percent(picture.scale.at(picture.scale.ticks()[k])), picture.tick_labels[k]);
    return all;
}

Html axis(const RowPicture& picture) {
    return html(R"(<svg class="over axis" height="18" aria-hidden="true">{}</svg>)", tick_texts(picture));
}

Html number_cells(const RowPicture::Row& row) {
    return each(row.numbers,
        [](const std::string& number) { return html(R"(<td role="cell" class="n">{}</td>)", number); });
}

Html row_view(const RowPicture::Row& row, const Html& lines, const Words& words) {
    return html(R"(
<tr role="row"{id}><th role="rowheader" scope="row" class="nm">{name}</th><td role="cell" class="st"><svg class="under" aria-hidden="true">{grid}</svg><svg class="over" height="26" aria-hidden="true">{strip}</svg></td>{numbers}</tr>)",
        "id"_a = row.id.empty() ? Html{} : html(" id=\"{}\"", row.id), "name"_a = name_view(row, words),
        "grid"_a = lines, "strip"_a = row.strip, "numbers"_a = number_cells(row));
}

Html band_view(
    const RowPicture& picture, const RowPicture::Band& band, const Html& lines, const Words& words) {
    const auto rows = each(band.rows, [&](const auto& row) { return row_view(row, lines, words); });
    if (band.title.empty()) return rows;
    return html(R"(
<tr role="row" class="band"><th role="rowheader" scope="rowgroup" colspan="{columns}">{title}<span class="again">{axis}</span></th></tr>{rows})",
        "columns"_a = picture.number_titles.size() + 2, "title"_a = band.title, "axis"_a = axis(picture),
        "rows"_a = rows);
}

Html header_view(const RowPicture& picture, const Words& words) {
    return html(
        R"(<tr role="row"><th role="columnheader" scope="col" class="nm">{name}</th><th role="columnheader" scope="col" class="st"><span class="vh">{picture}</span>{axis}</th>{numbers}</tr>)",
        "name"_a = picture.name_title, "picture"_a = words("Chart"), "axis"_a = axis(picture),
        "numbers"_a = each(picture.number_titles, [](const std::string& title) {
            return html(R"(<th role="columnheader" scope="col" class="n">{}</th>)", title);
        }));
}

}  // namespace

Html dot(double at, double radius, Shape shape, bool is_hollow) {
    const auto kind = std::string{"dot "} + (is_hollow ? "hollow " : "");
    const auto size = fmt::format("{:.1f}", radius);
    switch (shape) {
        case Shape::circle:
            return html(R"(<circle class="{kind}fa" cx="{at}" cy="{y}" r="{size}"/>)", "kind"_a = kind,
                "at"_a = percent(at), "y"_a = half_row, "size"_a = size);
        case Shape::square:
            return html(
                R"(<svg x="{at}" y="{y}" width="1" height="1"><rect class="{kind}fb" x="-{half}" y="-{half}" width="{side}" height="{side}"/></svg>)",
                "at"_a = percent(at), "y"_a = half_row, "kind"_a = kind,
                "half"_a = fmt::format("{:.1f}", radius * 0.9),
                "side"_a = fmt::format("{:.1f}", radius * 1.8));
        case Shape::triangle:
            return html(
                R"(<svg x="{at}" y="{y}" width="1" height="1"><path class="{kind}fc" d="M0 -{size}L{size} {low}H-{size}z"/></svg>)",
                "at"_a = percent(at), "y"_a = half_row, "kind"_a = kind, "size"_a = size,
                "low"_a = fmt::format("{:.1f}", radius * 0.8));
        case Shape::diamond: break;
    }
    return html(
        R"(<svg x="{at}" y="{y}" width="1" height="1"><path class="{kind}fd" d="M0 -{size}L{size} 0L0 {size}L-{size} 0z"/></svg>)",
        "at"_a = percent(at), "y"_a = half_row, "kind"_a = kind, "size"_a = size);
}

Html line(std::string_view kind, double from, double to) {
    return html(R"(<line class="{kind}" x1="{from}" x2="{to}" y1="{y}" y2="{y}"/>)", "kind"_a = kind,
        "from"_a = percent(from), "to"_a = percent(to), "y"_a = half_row);
}

Html bar(double from, double to, std::string_view kind) {
    constexpr double least = 0.3;
    const double left = std::min(from, to);
    return html(R"(<rect class="bar {kind}" x="{left}" y="6" width="{width}" height="14"/>)", "kind"_a = kind,
        "left"_a = percent(left), "width"_a = percent(std::max(least, std::max(from, to) - left)));
}

Html arrowhead(double at, bool is_right) {
    return html(R"(<svg x="{at}" y="{y}" width="1" height="1"><path class="beyond" d="{shape}"/></svg>)",
        "at"_a = percent(at), "y"_a = half_row, "shape"_a = is_right ? "M0 -6L9 0L0 6z" : "M0 -6L-9 0L0 6z");
}

std::size_t RowPicture::rows() const {
    std::size_t count = 0;
    for (const auto& band : bands) count += band.rows.size();
    return count;
}

RowPicture RowPicture::cut_to(std::size_t most) const {
    auto cut = *this;
    cut.bands.clear();
    cut.more = {};
    for (auto band : bands) {
        if (most == 0) break;
        if (band.rows.size() > most) band.rows.resize(most);
        most -= band.rows.size();
        for (auto& row : band.rows) row.id.clear();
        cut.bands.push_back(std::move(band));
    }
    return cut;
}

Html table_of(const RowPicture& picture, const Words& words) {
    const auto lines = grid(picture.scale);
    return html(R"(
<table class="rows c{columns}" role="table"><caption class="vh">{caption}</caption><thead role="rowgroup">{header}</thead><tbody role="rowgroup">{rows}</tbody></table>)",
        "columns"_a = picture.number_titles.size(), "caption"_a = picture.caption,
        "header"_a = header_view(picture, words), "rows"_a = each(picture.bands, [&](const auto& band) {
            return band_view(picture, band, lines, words);
        }));
}

}  // namespace medskapa::web::statistics
