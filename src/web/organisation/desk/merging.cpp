#include "web/organisation/desk/merging.hpp"

#include "app/organisation/organisation.hpp"
#include "store/organisation/columns.hpp"
#include "store/organisation/organisation_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/desk/pages.hpp"
#include "web/organisation/desk/visible.hpp"
#include "web/ui/table.hpp"

/// Two that are the same: what is moved is shown before it is.
namespace medskapa::web::organisation::desk {
namespace {

constexpr int most_in_a_choice = 500;

struct Pair {
    Organisation from;
    Organisation into;
};

/// Both of them, where they stand and are two.
std::optional<Pair> pair_of(const Visit& visit, std::string_view other) {
    const auto from = visible_organisation(visit, visit.db, visit.path.at("organisation"));
    const auto into = visible_organisation(visit, visit.db, std::string{other});
    if (!from || !into || from->id == into->id || from->merged_into || into->merged_into) return std::nullopt;
    return Pair{*from, *into};
}

std::vector<Html> row(const std::string& name, const std::string& from, const std::string& into) {
    return {html("{}", name), html("{}", from), html("{}", into)};
}

Html compared(const Visit& visit, const Pair& pair) {
    const auto& words = visit.words;
    const auto& [from, into] = pair;
    const auto from_use = store::use_of(visit.db, from.id);
    const auto into_use = store::use_of(visit.db, into.id);
    ui::Table table{.caption = words("The two"),
        .columns = {{words("What the register says")}, {words("Is moved: {}", from.name)},
            {words("Stays: {}", into.name)}}};
    table.rows = {row(words("Organisation number"), from.number, into.number),
        row(words("Type"), shown(from.kind, words), shown(into.kind, words)),
        row(words("Kind of actors"), shown(from.sector, words), shown(into.sector, words)),
        row(words("Line of work"), from.line_of_work, into.line_of_work),
        row(words("The registrar's address"), from.registrar, into.registrar),
        row(words("Domain"), from.domain, into.domain),
        row(words("Times asked in formal consultations"), words.number(from_use.parties),
            words.number(into_use.parties)),
        row(words("Senders who speak for it"), words.number(from_use.mandates),
            words.number(into_use.mandates))};
    return ui::table(table);
}

Html confirm_form(const Visit& visit, const Pair& pair) {
    const auto& [from, into] = pair;
    return post_form(
        visit, {.action = visit.href(address::merge_organisations, from.public_id),
                   .fields = ui::hidden_field("med", into.public_id),
                   .button = html("{} {}",
                       ui::submit(visit.words("Merge {} into {}", from.name, into.name), ui::Weight::filled),
                       ui::button_link(visit.href(address::edit_organisation, from.public_id),
                           visit.words("Go back without merging"), ui::Weight::quiet)),
                   .seen = {sql::version_of<store::tables::organisation>(from),
                       sql::version_of<store::tables::organisation>(into),
                       app::version_of_use(visit.db, from), app::version_of_use(visit.db, into)}});
}

Response merge_page(const Visit& visit, const Pair& pair, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Merge {} into {}", pair.from.name, pair.into.name);
    const auto body = html(R"({errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{table}
<p>{questions}</p>
{form})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a = words("All that refers to {} refers to {} from then on. The one that stays gets what it "
                         "lacks. It cannot be undone, and stands in the open log.",
            pair.from.name, pair.into.name),
        "table"_a = compared(visit, pair),
        "questions"_a = words("Questions that wait at another registrar's address have to be asked again."),
        "form"_a = confirm_form(visit, pair));
    auto content = desk_page(visit, title, body, "organisationer");
    content.crumbs = {{visit.href(address::desk_organisations), words("Organisations")}};
    return page_with_form(std::move(content), visit, complaints, status);
}

/// Before another has been chosen.
Response choice_page(const Visit& visit) {
    const auto from = visible_organisation(visit, visit.db, visit.path.at("organisation"));
    if (!from || from->merged_into) return problem(visit, Failure::Kind::not_found);
    auto content = desk_page(
        visit, from->name, html("<h1>{}</h1>{}", from->name, merge_choice(visit, *from)), "organisationer");
    content.crumbs = {{visit.href(address::desk_organisations), visit.words("Organisations")}};
    return not_stored(page(content, visit));
}

}  // namespace

Html merge_choice(const Visit& visit, const Organisation& organisation) {
    const auto& words = visit.words;
    std::vector<ui::Choice> others;
    for (const auto& one : store::list_organisations(visit.db, visible_to(visit), 0, most_in_a_choice))
        if (one.id != organisation.id)
            others.push_back({one.public_id, one.name + " · " + shown(one.kind, words), {}});
    if (others.empty()) return {};
    return html(R"(
<h2>{title}</h2>
<p>{how}</p>
<form method="get" action="{action}" class="narrow">{other}<p>{button}</p></form>)",
        "title"_a = words("Is it the same as another?"),
        "how"_a = words("You see what is moved before anything is done."),
        "action"_a = visit.href(address::merge_organisations, organisation.public_id),
        "other"_a = ui::select({.name = "med", .label = words("The one that stays")}, others, {}, words),
        "button"_a = ui::submit(words("Show what is moved"), ui::Weight::quiet));
}

Response merge_form(const Visit& visit) {
    if (visit.query("med").empty()) return choice_page(visit);
    const auto pair = pair_of(visit, visit.query("med"));
    if (!pair) return problem(visit, Failure::Kind::not_found);
    return merge_page(visit, *pair, {}, 200);
}

Response merge(const Visit& visit) {
    const std::string into{visit.field("med")};
    if (!pair_of(visit, into)) return problem(visit, Failure::Kind::not_found);
    const std::string from{visit.path.at("organisation")};
    const auto merged = visit.write([&](auto& act) { return app::merge_organisations(act, from, into); });
    if (merged) return see_other(visit.href(address::edit_organisation, into));
    const auto pair = pair_of(visit, into);
    if (pair && !merged.error().complaints.empty())
        return merge_page(visit, *pair, merged.error().complaints, status_of(merged.error().kind));
    return problem(visit, merged.error().kind);
}

}  // namespace medskapa::web::organisation::desk
