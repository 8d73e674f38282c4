#include "web/law/views.hpp"

#include "base/text.hpp"
#include "web/markup/markdown.hpp"
#include "web/site/views.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::law {

Html notices_view(const Visit& visit, const SiteDescription& description, LawPage where) {
    const auto missing = missing_settings(description, where);
    const auto example = site::example_notice(visit,
        visit.words("This is an example site: the organisation, addresses and decisions are invented."));
    if (missing.empty()) return example;
    return html("{}{}", example,
        ui::notice(ui::Tone::warn,
            html("<p>{}</p><ul>{}</ul>", visit.words("This is not filled in yet:"),
                each(missing, [&](const char* label) { return html("<li>{}</li>", visit.words(label)); }))));
}

Html mail_link(const std::string& address) {
    return address.empty() ? Html{} : html(R"(<a href="mailto:{0}">{0}</a>)", address);
}

Html phone_link(const std::string& number) {
    return number.empty() ? Html{} : html(R"(<a href="{}">{}</a>)", ui::tel_href(number), number);
}

Html lines_view(const std::vector<Html>& pieces) {
    Html all;
    for (const auto& piece : pieces)
        if (!piece.empty()) all += all.empty() ? piece : html("<br>{}", piece);
    return all;
}

Html typed_lines(const std::string& typed) {
    std::vector<Html> lines;
    for (const auto& line : text::split(typed, '\n')) lines.push_back(html("{}", line));
    return lines_view(lines);
}

Html text_view(const Visit& visit, const Localized& text) {
    if (text.empty()) return {};
    return html("<div{}>{}</div>", visit.words.lang(text), markdown(text.in(visit.words.language())));
}

Response law_page(const Visit& visit, const std::string& title, Html body, const std::string& description) {
    auto content = site_page(visit, title, std::move(body));
    content.width = ui::Width::column;
    content.about.description = description;
    return page(content, visit);
}

}  // namespace medskapa::web::law
