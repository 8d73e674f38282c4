#include "app/referral/referral.hpp"
#include "base/csv/write.hpp"
#include "store/organisation/organisation_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/forms/excel_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/organisation/desk/visible.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/desk/pages.hpp"
#include "web/referral/desk/register.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::referral::desk {
namespace {

using referral::shown;
constexpr int most_suggested = 500;
using Answers = std::vector<store::ReceivedAnswer>;

Html answers_of(const Visit& visit, const Answers& answers, Id<Party> party) {
    Html links;
    for (const auto& answer : answers)
        if (answer.answer.party == party)
            links += html(R"(<a class="n" href="{}">I-{}</a> {} )",
                visit.href(address::inspel_workbench, answer.inspel_number), answer.inspel_number,
                answer.answer.case_number);
    return links;
}

std::string day_of(const Visit& visit, const std::optional<Instant>& when) {
    return when ? visit.words.short_day(visit.site.clock.day(*when)) : std::string{};
}

Html late_mark(const Visit& visit, const Party& party) {
    if (!party.answered_at || visit.site.clock.day(*party.answered_at) <= party.last_day()) return {};
    return html(R"( <span class="late">{}</span>)", visit.words("Late"));
}

std::vector<Html> row_of(
    const Visit& visit, const Referral& referral, const Party& party, const Answers& answers) {
    const auto state = party.state(visit.today());
    const auto state_view = state == Party::State::silent
                                ? html(R"(<span class="late">{}</span>)", shown(state, visit.words))
                                : html("{}", shown(state, visit.words));
    return {html(R"(<a href="{}">{}</a>)", visit.href(address::party_page, referral.number, party.number),
                party.name),
        html("{}", shown(party.kind, visit.words)), state_view,
        html("{}{}", visit.words.day(party.last_day()),
            party.extended_to ? " " + visit.words("(extended)") : std::string{}),
        html("{}", day_of(visit, party.reminded_at)),
        html("{}{}", answers_of(visit, answers, party.id), late_mark(visit, party))};
}

bool has_not_answered(const Party& party) {
    return !party.has_sent() && !party.abstained_at;
}

Html table_view(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    const bool only_missing = visit.query("visa") == "obesvarade";
    const auto answers = store::received_answers(visit.db, referral.id);
    ui::Table table{
        .caption = only_missing ? words("Those who have not answered") : words("Those who were asked"),
        .columns = {{words("Party")}, {words("Type")}, {words("Status")}, {words("Last day")},
            {words("Reminded")}, {words("Answers")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& party : store::parties_of(visit.db, referral.id))
        if (!only_missing || has_not_answered(party))
            table.rows.push_back(row_of(visit, referral, party, answers));
    const auto others = answers_of(visit, answers, {});
    return html(R"({}{})", table.rows.empty() ? html("<p>{}</p>", words("Nobody here.")) : ui::table(table),
        others.empty() ? others : html("<p>{} {}</p>", words("From those who were not asked:"), others));
}

std::vector<std::string> names_in_register(const Visit& visit) {
    std::vector<std::string> names;
    for (const auto& one :
        store::list_organisations(visit.db, organisation::desk::visible_to(visit), 0, most_suggested))
        names.push_back(one.name);
    return names;
}

Html invite_form(const Visit& visit, const Referral& referral, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    auto fields = ui::text_field(
        {.name = "namn",
            .label = words("Name"),
            .value = typed("namn"),
            .hint = words("Choose one of the register, or write another: then it is added there."),
            .suggestions = names_in_register(visit)},
        ui::Input::text, complaints, words);
    fields += ui::select({.name = "slag", .label = words("Type"), .value = typed("slag")},
        ui::choices_of<Party::Kind>(words), complaints, words);
    fields += ui::text_field({.name = "organisationsnummer",
                                 .label = words("Organisation number"),
                                 .value = typed("organisationsnummer"),
                                 .is_optional = true,
                                 .is_short = true},
        ui::Input::text, complaints, words);
    fields += ui::text_field({.name = "adress",
                                 .label = words("E-mail or address"),
                                 .value = typed("adress"),
                                 .is_optional = true},
        ui::Input::text, complaints, words);
    fields += ui::text_field({.name = "senast",
                                 .label = words("Last day, if another than everybody's"),
                                 .value = typed("senast"),
                                 .is_optional = true,
                                 .is_short = true},
        ui::Input::date, complaints, words);
    return post_form(visit, {.action = visit.href(address::invite_party, referral.number),
                                .fields = fields,
                                .button = ui::submit(words("Ask the party"), ui::Weight::quiet),
                                .is_narrow = true});
}

Html import_form(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{action}" enctype="multipart/form-data" class="narrow">
  {guard}
  {file}
  <p>{button}</p>
</form>
<p>{explanation}</p>
<p><code>namn, slag, adress, senast, organisationsnummer</code></p>)",
        "action"_a = visit.href(address::import_parties, referral.number), "guard"_a = form_guard(visit, ""),
        "file"_a = ui::text_field({.name = "fil", .label = words("File")}, ui::Input::file, {}, words),
        "button"_a = ui::submit(words("Import all rows"), ui::Weight::quiet),
        "explanation"_a =
            words("XLSX, ODS or CSV, one party a row, all or none. The first line names the columns. The "
                  "kind is one of "
                  "kommun, region, statlig myndighet, samisk, företag, förening, granne, högskola, annan."));
}

Html links(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    auto buttons = ui::button_link(
        visit.href(address::referral_page, referral.number), words("As others see it"), ui::Weight::small);
    buttons += ui::button_link(
        with_query(visit.href(address::parties_page, referral.number), {{"visa", "obesvarade"}}),
        words("Who has not answered"), ui::Weight::small);
    if (!may_run(visit)) return html(R"(<p class="row">{}</p>)", buttons);
    buttons += ui::button_link(visit.href(address::mailing_list_csv, referral.number),
        words("List with links, as CSV"), ui::Weight::small);
    buttons += ui::button_link(excel_href(visit.href(address::mailing_list_csv, referral.number)),
        words("List with links, for Excel"), ui::Weight::small);
    buttons += ui::button_link(visit.href(address::enter_letter, referral.number),
        words("Register an answer that came another way"), ui::Weight::small);
    return html(R"(<p class="row">{}</p>)", buttons);
}

/// Where a complaint belongs: to the form for one party, or to the table that was imported.
enum class From { form, table };

Response parties_page(
    const Visit& visit, const Referral& referral, const ui::Complaints& complaints, From from, int status) {
    const auto& words = visit.words;
    const bool of_form = from == From::form;
    const auto forms =
        may_run(visit)
            ? html(R"(
<div class="columns">
  <section><h2>{one}</h2>{one_form}</section>
  <section><h2>{table}</h2>{table_form}</section>
</div>)",
                  "one"_a = words("Ask one more"),
                  "one_form"_a = invite_form(visit, referral, of_form ? complaints : ui::Complaints{}),
                  "table"_a = words("Import a table"), "table_form"_a = import_form(visit, referral))
            : Html{};
    const auto title = referral::title_of(visit, referral);
    const auto body = html(R"(
{wrong_rows}
<h1>{title}</h1>
<p class="until">{until}</p>
{links}
{table}
{forms})",
        "wrong_rows"_a = of_form ? Html{} : wrong_rows(visit, complaints), "title"_a = title,
        "until"_a = words.until(referral.deadline, visit.today()), "links"_a = links(visit, referral),
        "table"_a = table_view(visit, referral), "forms"_a = forms);
    return register_page(visit, title, body, of_form ? complaints : ui::Complaints{}, status);
}

Response invited(const Visit& visit, const Referral& referral,
    const std::vector<app::Invitation>& invitations, From from) {
    const auto written =
        visit.write([&](auto& act) { return app::invite_parties(act, referral, invitations); });
    if (written) return see_other(visit.href(address::parties_page, referral.number));
    if (written.error().complaints.empty()) return problem(visit, written.error().kind);
    return parties_page(visit, referral, written.error().complaints, from, 422);
}

}  // namespace

Response parties(const Visit& visit) {
    const auto referral = referral_of(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    return parties_page(visit, *referral, {}, From::form, 200);
}

Response invite(const Visit& visit) {
    const auto referral = referral_of(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    const auto last = time::read_day(typed("senast"));
    if (!last && !typed("senast").empty())
        return parties_page(
            visit, *referral, {{"senast", N_("Write the day as 2026-05-14"), {}}}, From::form, 422);
    return invited(visit, *referral,
        {{typed("namn"), typed("slag"), typed("adress"), last, typed("organisationsnummer")}}, From::form);
}

Response import_parties(const Visit& visit) {
    const auto referral = referral_of(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    if (visit.request.uploads.empty() || visit.request.uploads.front().bytes.empty())
        return parties_page(
            visit, *referral, {{visit.words("File"), N_("Choose a file"), {}}}, From::table, 422);
    const auto table = sheets::read_named(visit.request.uploads.front().bytes, {app::invitation_columns()});
    if (!table) return parties_page(visit, *referral, table.error().complaints, From::table, 422);
    const auto invitations = app::read_invitations(*table);
    if (!invitations) return parties_page(visit, *referral, invitations.error().complaints, From::table, 422);
    return invited(visit, *referral, *invitations, From::table);
}

Response send_list(const Visit& visit) {
    const auto referral = referral_of(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    std::string lines = "number,party,kind,contact,last_day,state,link\r\n";
    for (const auto& party : store::parties_of(visit.db, referral->id))
        lines += csv::line({std::to_string(party.number), party.name, std::string{name_of(party.kind)},
            party.contact, time::iso(party.last_day()), shown(party.state(visit.today()), visit.words),
            referral::full_address(visit, referral::answer_href(visit, party))});
    return not_stored(csv_file("sandlista.csv", std::move(lines)));
}

}  // namespace medskapa::web::referral::desk
