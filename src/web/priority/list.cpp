#include "domain/priority/weighing.hpp"
#include "store/priority/priority_store.hpp"
#include "store/priority/weighing_store.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/pages.hpp"
#include "web/priority/score_card.hpp"
#include "web/priority/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::priority {
namespace {

std::vector<Priority> those(const std::vector<Priority>& all, bool (*fits)(const Priority&)) {
    std::vector<Priority> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found), fits);
    return found;
}

bool is_chosen(const Priority& one) {
    return one.is_chosen();
}
bool is_undecided(const Priority& one) {
    return !one.is_decided();
}
bool is_past(const Priority& one) {
    return one.is_decided() && !one.is_chosen();
}

/// What the numbers say, in a sentence.
std::string finding_of(const std::vector<Priority>& all, const Words& words) {
    const auto chosen = those(all, is_chosen).size();
    const auto proposals = static_cast<std::int64_t>(those(all, is_past).size());
    if (all.empty()) return words("Nothing has been proposed yet. Here it will say what, and why.");
    if (chosen == 0 && proposals > 0)
        return words("Nothing has been chosen. {} have been decided otherwise, with why.", proposals);
    if (chosen == 0)
        return words.count("{} proposal, and nothing is decided yet.",
            "{} proposals, and nothing is decided yet.", static_cast<std::int64_t>(all.size()));
    if (proposals == 0)
        return words.count(
            "{} priority is chosen.", "{} priorities are chosen.", static_cast<std::int64_t>(chosen));
    return words("{} became {}. Here you see what each rests on, and why the others did not become one.",
        words.count("{} proposal", "{} proposals", proposals),
        words.count("{} priority", "{} priorities", static_cast<std::int64_t>(chosen)));
}

Html cards_view(const Visit& visit, const std::string& title, const std::vector<Priority>& priorities) {
    if (priorities.empty()) return {};
    return html(R"(
<h2>{}</h2><div class="cards">{}
</div>)",
        title,
        each(priorities, [&](const Priority& one) { return score_card(visit, one, CardTitle::is_link); }));
}

Html past_item(const Visit& visit, const Priority& one) {
    return html(R"(
<li id="{reference}"><h3><a href="{href}">{title}</a></h3><p>{outcome}</p><p{lang}>{motive}</p><p class="meta">{when}</p></li>)",
        "reference"_a = reference(one), "href"_a = visit.href(address::priority_page, one.number),
        "title"_a = ui::in_language(one.title, visit.words), "outcome"_a = outcome_view(visit, one),
        "lang"_a = visit.words.lang("sv"), "motive"_a = one.motive, "when"_a = when_of(visit, one));
}

Html past_view(const Visit& visit, const std::vector<Priority>& past) {
    if (past.empty()) return {};
    return html(R"(
<h2>{}</h2><p>{}</p><ul class="rejected">{}</ul>)",
        visit.words("Proposals, and what became of them"),
        visit.words("No proposal is taken away. Why it became what it became stays here."),
        each(past, [&](const Priority& one) { return past_item(visit, one); }));
}

Html weighing_links(const Visit& visit) {
    const auto weighings = store::weighings_of(visit.db, visit.process->id);
    return each(weighings, [&](const Weighing& one) {
        if (one.is_open(visit.today()))
            return html(R"(<p class="row">{} <span class="meta">{}</span></p>)",
                ui::button_link(visit.href(address::weighing_page, one.number),
                    visit.words("Weigh the priorities"), ui::Weight::filled),
                visit.words.until(one.closes, visit.today()));
        if (one.is_over(visit.today()))
            return html(R"(<p><a class="alone" href="{}">{}: {}</a></p>)",
                visit.href(address::weighing_result, one.number), visit.words("How people weighed"),
                ui::in_language(one.title, visit.words));
        return Html{};
    });
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto all = store::priorities_of(visit.db, visit.process->id);
    const auto title = words("What should the region concentrate on?");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{finding}</p>
{weighings}{chosen}{undecided}{past}
<p class="meta">{grounds}</p>
{inspel}{nav})",
        "title"_a = title, "finding"_a = finding_of(all, words), "weighings"_a = weighing_links(visit),
        "chosen"_a = cards_view(visit, words("What was chosen"), those(all, is_chosen)),
        "undecided"_a = cards_view(visit, words("Proposed, not decided yet"), those(all, is_undecided)),
        "past"_a = past_view(visit, those(all, is_past)),
        "grounds"_a = words("The grounds stand next to each other and are never added up: to be weak on one "
                            "can be a good reason to concentrate on it. Critical mass: we say that it is "
                            "there from {} jobs, a rule of thumb of ours. A meeting counts in full when at "
                            "least {} kinds of actors took part.",
            words.number(critical_mass), sectors_needed),
        "inspel"_a = inspel_link(visit, words("About the priorities")),
        "nav"_a = region_nav(visit, RegionPage::priorities));
    return page(process_page(visit, title, body, "forutsattningar"), visit);
}

}  // namespace medskapa::web::priority
