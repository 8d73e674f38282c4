#include "web/document/contents.hpp"

namespace medskapa::web::document {

Html contents(const Lines& lines) {
    return each(lines, [](const Line& line) {
        if (line.node.kind != Node::Kind::section || line.depth < 2 || line.depth > 3) return Html{};
        return html(
            R"(<li class="depth-{}"><a href="#{}">{}</a></li>)", line.depth, line.node.code, line.text);
    });
}

Html contents_first(const Lines& lines, const Html& more, const Words& words) {
    return html(R"(
<details class="toc first" id="innehall-forst"><summary>{0}</summary><nav aria-label="{0}"><ol class="plain">{1}{2}</ol></nav></details>)",
        words("Contents"), contents(lines), more);
}

Html link_to_contents(const Words& words) {
    return html(R"(
<p class="to-contents"><a href="#innehall-forst">{}</a></p>)",
        words("To the contents"));
}

}  // namespace medskapa::web::document
