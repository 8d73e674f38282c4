#include "app/panel/panel.hpp"
#include "store/panel/panel_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/panel/addresses.hpp"
#include "web/panel/desk/pages.hpp"
#include "web/panel/desk/reading.hpp"
#include "web/panel/views.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

#include <set>

namespace medskapa::web::panel::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

/// Whether they may make links and open rounds, and read what single members have said.
bool leads(const Visit& visit) {
    return authorize(visit.actor(), Action::steer_conversation, visit.process->id);
}

Html members_table(const Visit& visit, const Panel& panel) {
    const auto& words = visit.words;
    const auto members = store::members_of(visit.db, panel.id);
    if (members.empty()) return html("<p>{}</p>", words("Nobody has been invited yet."));
    ui::Table table{.caption = words("By invitation"),
        .columns = {{words("Organisation")}, {words("Kind of actors")}, {words("Its own link")}}};
    for (const auto& one : members)
        table.rows.push_back({html("{}", one.organisation), html("{}", shown(one.sector, words)),
            html("<code>{}</code>", visit.site.base_url + visit.href(address::panel_member_page, panel.number,
                                                              app::link_of(one, visit.site.secret)))});
    return ui::table(table);
}

Html invite_form(const Visit& visit, const Panel& panel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return post_form(visit, {.action = visit.href(address::invite_to_panel, panel.number),
                                .fields = html("{}{}",
                                    ui::text_field({.name = "organisation",
                                                       .label = words("Organisation"),
                                                       .value = std::string{visit.field("organisation")},
                                                       .hint = words("Its name, never a person's.")},
                                        ui::Input::text, complaints, words),
                                    ui::select({.name = "sektor",
                                                   .label = words("Kind of actors"),
                                                   .value = std::string{visit.field("sektor")}},
                                        ui::choices_of<Sector>(words), complaints, words)),
                                .button = ui::submit(words("Make a link"), ui::Weight::filled),
                                .is_narrow = true});
}

/// The reasons of the newest round, in no order that says whose they are: by their words.
Html reasons_view(const Visit& visit, const Panel& panel, const PanelRound& last) {
    const auto& words = visit.words;
    std::set<std::string> reasons;
    for (const auto& one : store::estimates_of(visit.db, panel.id, last.round))
        if (!one.reason.empty()) reasons.insert(one.reason);
    if (reasons.empty()) return {};
    return html("<h2>{title}</h2><p>{how}</p><ul{lang}>{reasons}</ul>",
        "title"_a = words("Reasons given in round {}", last.round),
        "how"_a = words("Nobody else reads them. Before the next round you tell the members, in your own "
                        "words, which reasons were given."),
        "lang"_a = words.lang("sv"),
        "reasons"_a = each(reasons, [](const std::string& one) { return html("<li>{}</li>", one); }));
}

Html next_round(const Visit& visit, const Panel& panel, const std::vector<PanelRound>& rounds) {
    const auto& words = visit.words;
    if (rounds.size() >= most_rounds) return {};
    if (!rounds.back().is_over(visit.today()))
        return html("<p>{}</p>", words("The next round can be opened when this one is over."));
    return html("<p>{}</p>", ui::button_link(visit.href(address::open_panel_round, panel.number),
                                 words("Open the next round"), ui::Weight::quiet));
}

Html leaders_part(const Visit& visit, const Panel& panel, const std::vector<PanelRound>& rounds,
    const ui::Complaints& complaints) {
    if (!leads(visit)) return {};
    return html("{reasons}{next}<h2>{title}</h2><p>{how}</p>{members}{form}",
        "reasons"_a = reasons_view(visit, panel, rounds.back()), "next"_a = next_round(visit, panel, rounds),
        "title"_a = visit.words("By invitation"),
        "how"_a = visit.words("Who is invited gets a link of their own, for all rounds. Send it yourself: "
                              "whoever has it answers for the organisation."),
        "members"_a = members_table(visit, panel), "form"_a = invite_form(visit, panel, complaints));
}

Response panel_page(const Visit& visit, const Panel& panel, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto rounds = store::rounds_of(visit.db, panel.id);
    const auto title = visit.in(panel.title);
    const auto body = html(R"({errors}
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<p>{state}. {answers}</p>
<p><a href="{public}">{public_name}</a></p>
{outcomes}{part})",
        "errors"_a = ui::error_summary(complaints, words), "kicker"_a = reference(panel),
        "title"_a = ui::in_language(panel.title, words), "state"_a = state_of(visit, rounds),
        "answers"_a = words.count("{} has answered in it.", "{} have answered in it.",
            store::count_estimates(visit.db, panel.id, rounds.back().round)),
        "public"_a = visit.href(address::panel_page, panel.number),
        "public_name"_a = words("The page, as everybody sees it"),
        "outcomes"_a = outcomes_view(visit, panel, rounds),
        "part"_a = leaders_part(visit, panel, rounds, complaints));
    auto content = desk_page(visit, title, body, "paneler");
    content.crumbs = {{visit.href(address::desk_panels), words("Panels")}};
    return page_with_form(std::move(content), visit, complaints, status);
}

site::desk::Form round_form_of(const Visit& visit, const Panel& panel) {
    const auto& words = visit.words;
    site::desk::Form form{words("Open the next round"),
        words("All who were invited can answer again by the same link. The days never change afterwards.")};
    form.home = {visit.href(address::desk_panel, panel.number), reference(panel)};
    form.one({"lardomar", words("Which reasons were given in the round before?"), Kind::text, Needed::yes,
        words("In your own words, and so that nobody sees whose they are. Everybody can read it.")});
    add_days(form, words);
    return form;
}

}  // namespace

Response panel(const Visit& visit) {
    const auto found = asked_panel(visit);
    return found ? panel_page(visit, *found, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response invite(const Visit& visit) {
    const auto found = asked_panel(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    PanelMember member;
    member.organisation = std::string{visit.field("organisation")};
    if (!find_name<Sector>(visit.field("sektor"), member.sector))
        return panel_page(visit, *found, {{"sektor", N_("Choose one of these")}}, 422);
    const auto invited =
        visit.write([&](auto& act) { return app::invite_to_panel(act, found->number, member); });
    if (invited) return see_other(visit.href(address::desk_panel, found->number));
    if (invited.error().complaints.empty()) return problem(visit, invited.error().kind);
    return panel_page(visit, *found, invited.error().complaints, status_of(invited.error().kind));
}

Response round_form(const Visit& visit) {
    const auto found = asked_panel(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    return site::desk::form_page(visit, round_form_of(visit, *found), proposed_days(visit, {}), {});
}

Response open_round(const Visit& visit) {
    const auto found = asked_panel(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto read = [](const Values& values) {
        site::desk::Reader in{values};
        const auto round = round_from(in);
        return in.finished(round);
    };
    return site::desk::saved_or_again(
        visit, round_form_of(visit, *found), read, [](sql::Connection&) { return Values{}; },
        [&](auto& act, const PanelRound& typed) {
            return app::open_panel_round(act, found->number, typed, visit.today());
        });
}

}  // namespace medskapa::web::panel::desk
