#include "web/frame/cookies.hpp"

#include "web/law/pages.hpp"
#include "web/law/views.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::law {

namespace {

Html cookies_table(const Visit& visit) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Cookies on the site"),
        .columns = {{words("Name")}, {words("When")}, {words("Why")}, {words("How long")}},
        .rows = {}};
    for (const auto* cookie : all_cookies)
        table.rows.push_back(
            {html("<code>{}</code>", name_of_cookie(visit.site, *cookie)), html("{}", words(cookie->when)),
                html("{}", words(cookie->why)), html("{}", words(cookie->how_long))});
    return ui::table(table);
}

}  // namespace

Response cookies(const Visit& visit) {
    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{title}</h1><p class="lead">{lead}</p>{table}<p>{nobody}</p><p>{remove}</p><p class="meta">{law}</p>)",
        "title"_a = words("Cookies"),
        "lead"_a = words(
            "Readers get no cookies. These are set only when they are needed for what you ask for, so we "
            "do not ask you about them."),
        "table"_a = cookies_table(visit),
        "nobody"_a =
            words("No one else is told what you do here. We do not measure visitors, and nothing is fetched "
                  "from other sites."),
        "remove"_a = words(
            "You can remove them in your browser. If you remove the one for your answers to statements, "
            "the answers still count but you cannot change them."),
        "law"_a = words("Electronic Communications Act (2022:482), chapter 9, section 28."));
    return law_page(
        visit, words("Cookies"), body, words("Which cookies the site sets, when, why and for how long."));
}

}  // namespace medskapa::web::law
