#include "web/ui/table.hpp"

namespace medskapa::web::ui {
namespace {

Html number_class(Cell cell) {
    return when(cell == Cell::number, html(R"( class="n")"));
}

Html row(const std::vector<Html>& cells, const std::vector<Column>& columns) {
    Html all;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto kind = number_class(i < columns.size() ? columns[i].cell : Cell::text);
        all += i == 0 ? html(R"(<th scope="row"{}>{}</th>)", kind, cells[i])
                      : html("<td{}>{}</td>", kind, cells[i]);
    }
    return html(R"(
    <tr>{}</tr>)",
        all);
}

Html page_link(const std::string& href, const char* rel, const std::string& text) {
    if (href.empty()) return {};
    return html(R"(
    <li><a href="{}" rel="{}">{}</a></li>)",
        href, rel, text);
}

}  // namespace

Html table(const Table& table) {
    const auto heads = each(table.columns, [](const Column& column) {
        return html(R"(<th scope="col"{}>{}</th>)", number_class(column.cell), column.title);
    });
    const auto rows =
        each(table.rows, [&](const std::vector<Html>& cells) { return row(cells, table.columns); });
    return html(R"(
<div class="scroll" role="region" aria-label="{caption}" tabindex="0">
<table>
  <caption{caption_class}>{caption}</caption>
  <thead><tr>{heads}</tr></thead>
  <tbody>{rows}
  </tbody>
</table>
</div>)",
        "caption"_a = table.caption,
        "caption_class"_a = when(table.caption_is == Caption::for_listeners, html(R"( class="vh")")),
        "heads"_a = heads, "rows"_a = rows);
}

Html pagination(const Pages& pages, const Words& words) {
    if (pages.first.empty() && pages.previous.empty() && pages.next.empty()) return {};
    return html(R"(
<nav class="pages" aria-label="{label}">
  <ul>{first}{previous}{next}
  </ul>
</nav>)",
        "label"_a = words("Pages"), "first"_a = page_link(pages.first, "first", words("First page")),
        "previous"_a = page_link(pages.previous, "prev", words("Previous")),
        "next"_a = page_link(pages.next, "next", words("Next")));
}

}  // namespace medskapa::web::ui
