#include "app/panel/panel.hpp"
#include "store/panel/panel_store.hpp"
#include "web/panel/addresses.hpp"
#include "web/panel/desk/pages.hpp"
#include "web/panel/desk/reading.hpp"
#include "web/panel/views.hpp"
#include "web/ui/in_language.hpp"

namespace medskapa::web::panel::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

struct Begun {
    Panel panel;
    PanelRound first;
};

Result<Begun> begun_from(const Values& values) {
    site::desk::Reader in{values};
    Begun begun;
    begun.panel.title = in.localized("titel");
    begun.panel.text = in.localized("text");
    begun.panel.unit = in.line("siffra");
    begun.panel.least = bound(in, "minst");
    begun.panel.most = bound(in, "mest");
    begun.first = round_from(in);
    return in.finished(begun);
}

site::desk::Form form_of(const Visit& visit) {
    const auto& words = visit.words;
    site::desk::Form form{words("Begin a panel"), words("Ask those who know a field for a number that nobody "
                                                        "knows yet. The days of a round never change: "
                                                        "it is counted once, when it is over.")};
    form.home = {visit.href(address::desk_panels), words("Panels")};
    form.in_each_language({"titel", words("What do you ask?"), Kind::line, Needed::yes}, visit);
    form.in_each_language({"text", words("What does the question mean, and what is known?"), Kind::text,
                              Needed::yes, words("All who answer must read the same into it.")},
        visit);
    form.one({"siffra", words("What does the number count?"), Kind::line, Needed::yes,
        words("For example jobs, or percent.")});
    form.one({"minst", words("Lowest number that is taken"), Kind::line, Needed::yes});
    form.one({"mest", words("Highest number that is taken"), Kind::line, Needed::yes});
    add_days(form, words);
    return form;
}

Html panels_table(const Visit& visit) {
    const auto panels = store::panels_of(visit.db, visit.process->id);
    if (panels.empty()) return html("<p>{}</p>", visit.words("No panel has been asked yet."));
    return html("<ul>{}</ul>", each(panels, [&](const Panel& one) {
        return html(R"(<li><a href="{href}">{reference} {title}</a> <span class="meta">{state}</span></li>)",
            "href"_a = visit.href(address::desk_panel, one.number), "reference"_a = reference(one),
            "title"_a = ui::in_language(one.title, visit.words),
            "state"_a = state_of(visit, store::rounds_of(visit.db, one.id)));
    }));
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Panels");
    const bool may_begin = authorize(visit.actor(), Action::steer_conversation, visit.process->id);
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<p>{begin} <a class="alone" href="{public}">{public_name}</a></p>
{panels})",
        "title"_a = title,
        "lead"_a =
            words("Those who know a field estimate a number in rounds, and see between the rounds what "
                  "all have said together."),
        "begin"_a = may_begin ? ui::button_link(visit.href(address::begin_panel), words("Begin a panel"),
                                    ui::Weight::filled)
                              : Html{},
        "public"_a = visit.href(address::panels_page),
        "public_name"_a = words("The page, as everybody sees it"), "panels"_a = panels_table(visit));
    return not_stored(page(desk_page(visit, title, body, "paneler"), visit));
}

Response form(const Visit& visit) {
    return site::desk::form_page(
        visit, form_of(visit), proposed_days(visit, {{"minst", "0"}, {"mest", "100"}}), {});
}

Response begin(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, form_of(visit), begun_from, [](sql::Connection&) { return Values{}; },
        [&](auto& act, const Begun& typed) {
            return app::begin_panel(act, typed.panel, typed.first, visit.today());
        });
}

}  // namespace medskapa::web::panel::desk
