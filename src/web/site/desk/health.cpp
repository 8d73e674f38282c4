#include "web/frame/forms/post_form.hpp"
#include "web/frame/health_board.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/pages.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::site::desk {
namespace {

using Look = HealthBoard::Look;

/// What the checks are about, by the names that `doctor --json` gives them.
constexpr std::pair<std::string_view, const char*> titles[]{{"data", N_("The data folder")},
    {"permissions", N_("Who can read the files")}, {"room", N_("The disk")}, {"clock", N_("The clock")},
    {"history", N_("What the open log signed last")}, {"witnesses", N_("Witnesses of the open log")},
    {"backup", N_("Backups")}, {"backup_keys", N_("Backups that forget")},
    {"rehearsal", N_("Restoring on trial")}, {"law", N_("What the law asks the site to say")},
    {"server", N_("How the server is started")}, {"address", N_("The site's address and certificate")},
    {"mail", N_("The mail server")}, {"mail_queue", N_("Mail that waits")}, {"database", N_("The database")},
    {"layout", N_("The database's layout")}, {"secret", N_("The secret")},
    {"kept_counts", N_("Counts on the pages")}, {"log", N_("The open log")}};

std::string title_of(const std::string& name, const Words& words) {
    for (const auto& [known, title] : titles)
        if (known == name) return words(title);
    return name;
}

std::string state_of(CheckState state, const Words& words) {
    switch (state) {
        case CheckState::ok: return words("In order");
        case CheckState::warn: return words("To look at");
        case CheckState::fail: break;
    }
    return words("To be mended");
}

Html row_view(const Visit& visit, const Look& look) {
    const auto& words = visit.words;
    return html(R"(
<li class="{state}" id="{name}"><p><strong>{title}</strong> <span class="meta">{verdict}</span></p><p class="said">{sentence}.</p><p class="meta">{when}</p></li>)",
        "state"_a = name_of(look.check.state), "name"_a = look.check.name,
        "title"_a = title_of(look.check.name, words), "verdict"_a = state_of(look.check.state, words),
        "sentence"_a = words.complaint(look.check.sentence),
        "when"_a = words("Examined {}", words.moment(visit.site.clock.local(look.at))));
}

/// What has to be mended first; else in the order in which it was examined.
std::vector<Look> worst_first(std::vector<Look> looks) {
    std::stable_sort(looks.begin(), looks.end(),
        [](const Look& a, const Look& b) { return a.check.state > b.check.state; });
    return looks;
}

std::string headline(const std::vector<Look>& looks, const Words& words) {
    const auto in = [&](CheckState state) {
        return std::count_if(
            looks.begin(), looks.end(), [&](const Look& look) { return look.check.state == state; });
    };
    if (looks.empty()) return words("The server is being examined");
    if (const auto wrong = in(CheckState::fail); wrong > 0)
        return words.count("{} thing on the server must be mended", "{} things on the server must be mended",
            static_cast<std::int64_t>(wrong));
    if (const auto noted = in(CheckState::warn); noted > 0)
        return words.count("{} thing on the server to look at", "{} things on the server to look at",
            static_cast<std::int64_t>(noted));
    return words("The server is in order");
}

Html asked_view(const Visit& visit) {
    if (!visit.site.health->is_asked()) return {};
    return ui::status(html(
        "<p>{}</p>", visit.words("Everything is being examined anew. Load the page again in a minute.")));
}

}  // namespace

Response health(const Visit& visit) {
    const auto& words = visit.words;
    const auto looks = worst_first(visit.site.health->looks());
    const auto body = html(R"({asked}
<h1>{title}</h1><p class="lead">{lead}</p>
<ul class="checks">{rows}
</ul>
{again}
<p class="meta">{doctor} <code>medskapa doctor</code></p>)",
        "asked"_a = asked_view(visit), "title"_a = headline(looks, words),
        "lead"_a = words("What is done on the server itself is done by whoever runs it: send them the line. "
                         "Most is examined every ten minutes, all that is stored once a day."),
        "rows"_a = each(looks, [&](const Look& look) { return row_view(visit, look); }),
        "again"_a = post_button(visit, visit.href(address::health_page),
            ui::submit(words("Examine everything now"), ui::Weight::quiet)),
        "doctor"_a = words("On the server the same is said by"));
    return not_stored(page(desk_page(visit, words("Operations"), body, "driften"), visit));
}

Response examine_now(const Visit& visit) {
    visit.site.health->ask();
    return see_other(visit.href(address::health_page));
}

}  // namespace medskapa::web::site::desk
