#include "web/frame/routing/not_open.hpp"

#include "store/site/description_store.hpp"
#include "web/staff/addresses.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web {

Response not_open_yet(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("The site is being prepared");
    const auto owner = store::site_description(visit.db).owner;
    const auto lead =
        owner.empty() ? words(
                            "Here people will read and shape a regional development strategy. It is not open "
                            "yet. Come back later.")
                      : words(
                            "Here {} will write its regional development strategy together with everybody "
                            "who wants to. The site is not open yet. Come back later.",
                            owner);
    auto content = site_page(visit, title,
        html(R"(<h1>{title}</h1><p class="lead">{lead}</p><p><a href="{href}">{sign_in}</a></p>)",
            "title"_a = title, "lead"_a = lead, "href"_a = visit.href(address::ask_for_link),
            "sign_in"_a = words("Sign in, if you work with the site")));
    content.width = ui::Width::column;
    content.search = {};
    content.footer_lists.clear();
    content.about.is_for_indexes = false;
    auto response = not_stored(page(content, visit, 503));
    response.headers.emplace_back("Retry-After", "86400");
    return response;
}

}  // namespace medskapa::web
