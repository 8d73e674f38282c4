#include "web/ui/table.hpp"

namespace medskapa::web::ui {
namespace {

Html number_class(Cell cell) {
    return when(cell == Cell::number, html(R"( class="n")"));
}

Html page_link(const std::string& href, const char* rel, const std::string& text) {
    if (href.empty()) return {};
    return html(R"(
    <li><a href="{}" rel="{}">{}</a></li>)",
        href, rel, text);
}

}  // namespace

Html table_row(const std::vector<Html>& cells, const std::vector<Column>& columns, Narrow narrow) {
    Html all;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = i < columns.size() ? columns[i] : Column{};
        const auto kind = number_class(column.cell);
        const auto label = when(narrow == Narrow::stacks, html(R"( data-label="{}")", column.title));
        all += i == 0 ? html(R"(<th scope="row"{}>{}</th>)", kind, cells[i])
                      : html("<td{}{}>{}</td>", kind, label, cells[i]);
    }
    return html(R"(
    <tr>{}</tr>)",
        all);
}

Html begin_of_table(const Table& table) {
    const auto heads = each(table.columns, [](const Column& column) {
        return html(R"(<th scope="col"{}>{}</th>)", number_class(column.cell), column.title);
    });
    return html(R"(
<div class="scroll" role="region" aria-label="{caption}" tabindex="0">
<table{stacks}>
  <caption{caption_class}>{caption}</caption>
  <thead><tr>{heads}</tr></thead>
  <tbody>)",
        "caption"_a = table.caption,
        "stacks"_a = when(table.narrow == Narrow::stacks, html(R"( class="stack")")),
        "caption_class"_a = when(table.caption_is == Caption::for_listeners, html(R"( class="vh")")),
        "heads"_a = heads);
}

Html end_of_table() {
    return html(R"(
  </tbody>
</table>
</div>)");
}

Html table(const Table& table) {
    auto all = begin_of_table(table);
    for (const auto& cells : table.rows) all += table_row(cells, table.columns, table.narrow);
    return all += end_of_table();
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
