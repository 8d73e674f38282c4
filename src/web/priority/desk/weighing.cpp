#include "app/priority/weighing.hpp"
#include "store/priority/priority_store.hpp"
#include "store/priority/weighing_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/desk/pages.hpp"
#include "web/site/desk/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::priority::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

Result<Weighing> weighing_from(const Values& values) {
    site::desk::Reader in{values};
    Weighing weighing;
    weighing.title = in.localized("titel");
    weighing.items = in.line("forslagen");
    weighing.opens = in.day("oppnar").value_or(Day{});
    weighing.closes = in.day("stanger").value_or(Day{});
    return in.finished(weighing);
}

site::desk::Form weighing_form_of(const Visit& visit) {
    const auto& words = visit.words;
    site::desk::Form form{words("Open a weighing"),
        words("Everybody can share out 100 points, or choose among four. The days never change afterwards: "
              "the result is counted once, when it is over.")};
    form.home = {visit.href(address::desk_priorities), words("Priorities")};
    form.in_each_language({"titel", words("What is weighed?"), Kind::line, Needed::yes}, visit);
    form.one({"forslagen", words("Which priorities?"), Kind::line, Needed::yes,
        words("Their numbers with a blank between, from 4 to 20.")});
    form.one({"oppnar", words("First day"), Kind::day, Needed::yes});
    form.one({"stanger", words("Last day"), Kind::day, Needed::yes});
    return form;
}

Values proposed_values(const Visit& visit) {
    constexpr std::chrono::days usual_length{21};
    std::string items;
    for (const auto& one : store::priorities_of(visit.db, visit.process->id))
        if (!one.is_decided()) items += (items.empty() ? "" : " ") + std::to_string(one.number);
    return {{"forslagen", items}, {"oppnar", time::iso(visit.today())},
        {"stanger", time::iso(visit.today() + usual_length)}};
}

std::optional<Weighing> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("weighing"));
    return number ? store::weighing_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

Html invitations_view(const Visit& visit, const Weighing& weighing) {
    const auto& words = visit.words;
    const auto invitations = store::invitations_of(visit.db, weighing.id);
    if (invitations.empty()) return html("<p>{}</p>", words("Nobody has been invited yet."));
    ui::Table table{.caption = words("By invitation"),
        .columns = {{words("Organisation")}, {words("Kind of actors")}, {words("Its own link")}}};
    for (const auto& one : invitations)
        table.rows.push_back({html("{}", one.organisation), html("{}", shown(one.sector, words)),
            html("<code>{}</code>",
                visit.site.base_url + visit.href(address::invited_weighing, weighing.number,
                                          app::link_of(one, visit.site.secret)))});
    return ui::table(table);
}

Html invite_form(const Visit& visit, const Weighing& weighing, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (weighing.is_over(visit.today())) return {};
    return post_form(visit, {.action = visit.href(address::invite_to_weigh, weighing.number),
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

/// The links are a right, so only those who may make them see them.
Html invitations_part(const Visit& visit, const Weighing& weighing, const ui::Complaints& complaints) {
    if (!authorize(visit.actor(), Action::steer_conversation, visit.process->id)) return {};
    return html("<h2>{title}</h2><p>{how}</p>{invitations}{form}", "title"_a = visit.words("By invitation"),
        "how"_a = visit.words("Who is invited gets a link of their own. Send it yourself: whoever has it "
                              "answers for the organisation, once."),
        "invitations"_a = invitations_view(visit, weighing),
        "form"_a = invite_form(visit, weighing, complaints));
}

Response weighing_page(
    const Visit& visit, const Weighing& weighing, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = visit.in(weighing.title);
    const auto body = html(R"({errors}
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<p>{days}. {answers}</p>
<p><a href="{public}">{public_name}</a></p>
{invitations})",
        "errors"_a = ui::error_summary(complaints, words), "kicker"_a = reference(weighing),
        "title"_a = ui::in_language(weighing.title, words),
        "days"_a = words.days(weighing.opens, weighing.closes),
        "answers"_a = words.count(
            "{} person has answered.", "{} people have answered.", store::answers_to(visit.db, weighing.id)),
        "public"_a = visit.href(address::weighing_page, weighing.number),
        "public_name"_a = words("The page, as everybody sees it"),
        "invitations"_a = invitations_part(visit, weighing, complaints));
    auto content = desk_page(visit, title, body, "prioriteringar");
    content.crumbs = {{visit.href(address::desk_priorities), words("Priorities")}};
    return page_with_form(std::move(content), visit, complaints, status);
}

}  // namespace

Response weighing_form(const Visit& visit) {
    return site::desk::form_page(visit, weighing_form_of(visit), proposed_values(visit), {});
}

Response open_weighing(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, weighing_form_of(visit), weighing_from, [](sql::Connection&) { return Values{}; },
        [&](auto& act, const Weighing& typed) { return app::open_weighing(act, typed, visit.today()); });
}

Response weighing(const Visit& visit) {
    const auto found = asked_for(visit);
    return found ? weighing_page(visit, *found, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response invite(const Visit& visit) {
    const auto found = asked_for(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    WeighingInvitation invitation;
    invitation.organisation = std::string{visit.field("organisation")};
    if (!find_name<Sector>(visit.field("sektor"), invitation.sector))
        return weighing_page(visit, *found, {{"sektor", N_("Choose one of these")}}, 422);
    const auto invited = visit.write(
        [&](auto& act) { return app::invite_to_weigh(act, found->number, invitation, visit.today()); });
    if (invited) return see_other(visit.href(address::desk_weighing, found->number));
    if (invited.error().complaints.empty()) return problem(visit, invited.error().kind);
    return weighing_page(visit, *found, invited.error().complaints, status_of(invited.error().kind));
}

}  // namespace medskapa::web::priority::desk
