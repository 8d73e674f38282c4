#include "web/site/views.hpp"

#include "store/site/site_store.hpp"
#include "web/markup/markdown.hpp"
#include "web/ui/layout.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::site {

Html section_of(const std::string& title, const Html& content) {
    return content.empty() ? Html{} : html("<section><h2>{}</h2>{}</section>", title, content);
}

Html text_of(const Visit& visit, const Localized& text) {
    if (text.empty()) return {};
    const auto lang = visit.words.lang(text);
    const auto content = markdown(text.in(visit.words.language()));
    return lang.empty() ? content : html("<div{}>{}</div>", lang, content);
}

Html example_notice(const Visit& visit, const std::string& words) {
    const auto processes = store::processes(visit.db);
    const bool is_example = !processes.empty() && std::all_of(processes.begin(), processes.end(),
                                                      [](const Process& p) { return p.is_example; });
    return is_example ? ui::notice(ui::Tone::info, html("<p>{}</p>", words)) : Html{};
}

Html contact_lines(const Process& process) {
    const auto mail = html(R"(<a href="mailto:{0}">{0}</a>)", process.contact_email);
    if (process.contact_phone.empty()) return mail;
    return html(
        R"({}<br><a href="{}">{}</a>)", mail, ui::tel_href(process.contact_phone), process.contact_phone);
}

Response answer(const Visit& visit, const std::string& title, Html body, std::string_view current,
    std::vector<ui::Link> crumbs) {
    auto content = process_page(visit, title, std::move(body), current);
    content.crumbs = std::move(crumbs);
    return page(content, visit);
}

}  // namespace medskapa::web::site
