#include "web/site/desk/form.hpp"
#include "app/organisation/mandate.hpp"
#include "app/organisation/organisation.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/organisation/columns.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/desk/merging.hpp"
#include "web/organisation/desk/pages.hpp"
#include "web/organisation/desk/visible.hpp"
#include "web/organisation/words.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::organisation::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

std::optional<Organisation> asked_for(const Visit& visit, sql::Connection& db) {
    return visible_organisation(visit, db, visit.path.at("organisation"));
}

Values values_of(const std::optional<Organisation>& organisation) {
    if (!organisation) return {};
    return {{"namn", organisation->name}, {"organisationsnummer", organisation->number},
        {"slag", std::string{name_of(organisation->kind)}},
        {"sektor", std::string{name_of(organisation->sector)}}, {"omrade", organisation->line_of_work},
        {"registrator", organisation->registrar}, {"doman", organisation->domain},
        {"andra", organisation->asks_second ? "ja" : ""}};
}

Result<Organisation> organisation_from(const Values& values) {
    site::desk::Reader in{values};
    Organisation organisation;
    organisation.name = in.line("namn");
    organisation.number = in.line("organisationsnummer");
    organisation.kind = in.choice<OrganisationKind>("slag");
    organisation.sector = in.choice<Sector>("sektor");
    organisation.line_of_work = in.line("omrade");
    organisation.registrar = in.line("registrator");
    organisation.domain = in.line("doman");
    organisation.asks_second = in.is_ticked("andra");
    return in.finished(organisation);
}

Html inspel_link(const Visit& visit, Id<Inspel> id) {
    const auto inspel = store::find_inspel(visit.db, id);
    if (!inspel) return {};
    return html(R"(<a class="n" href="{}">I-{}</a>)", visit.href(address::inspel_workbench, inspel->number),
        inspel->number);
}

Html revoke_button(const Visit& visit, const Organisation& organisation, const Mandate& mandate) {
    const auto state = mandate.state();
    if (state != Mandate::State::stands && state != Mandate::State::half) return {};
    return post_button(visit, visit.href(address::revoke_mandate, organisation.public_id, mandate.public_id),
        ui::submit(visit.words("Take it back for {}", mandate.speaker), ui::Weight::small), {},
        {sql::version_of<store::tables::mandate>(mandate)});
}

Html mandates_view(const Visit& visit, const Organisation& organisation) {
    const auto& words = visit.words;
    const auto mandates = store::mandates_of(visit.db, visit.process->id, organisation.id);
    if (mandates.empty())
        return html("<p>{}</p>", words("Nobody has asked to speak for it in this process."));
    ui::Table table{.caption = words("Who speaks for it in this process"),
        .columns = {{words("Name")}, {words("E-mail address")}, {words("Inspel")}, {words("Status")},
            {words("Good for")}, {words("Last day")}, {words("Confirmed by")}, {words("Take it back")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : mandates)
        table.rows.push_back({html("{}", one.speaker), html("{}", one.address),
            inspel_link(visit, one.inspel), html("{}", shown(one.state(), words)),
            html("{}", one.confirmed_at ? shown(one.scope, words) : std::string{}),
            html("{}", one.last_day ? words.day(*one.last_day) : std::string{}), html("{}", one.confirmer),
            revoke_button(visit, organisation, one)});
    return ui::table(table);
}

Html use_view(const Visit& visit, const Organisation& organisation) {
    const auto use = store::use_of(visit.db, organisation.id);
    return html(
        "<p>{}</p>", visit.words("It has been asked in {} formal consultations and named by {} senders.",
                         use.parties, use.mandates));
}

site::desk::Form form_of(const Visit& visit) {
    const auto& words = visit.words;
    const auto known = asked_for(visit, visit.db);
    site::desk::Form form{known ? known->name : words("Add an organisation"),
        words("The name, the number, the type and the line of work are open data. The rest is the staff's.")};
    form.home = {visit.href(address::desk_organisations), words("Organisations")};
    form.one({"namn", words("Name"), Kind::line, Needed::yes});
    form.one({"organisationsnummer", words("Organisation number"), Kind::line, Needed::no,
        words("Ten digits. Never a personal identity number.")});
    form.one({"slag", words("Type"), Kind::choice, Needed::yes, {}, ui::choices_of<OrganisationKind>(words)});
    form.one({"sektor", words("Kind of actors"), Kind::choice, Needed::yes,
        words("One of four: business, public sector, academia or civil society."),
        ui::choices_of<Sector>(words)});
    form.one({"omrade", words("Line of work"), Kind::line, Needed::no, words("For example: hospitality")});
    form.one({"registrator", words("The registrar's address"), Kind::line, Needed::no,
        words("The e-mail address at which the organisation answers who speaks for it. Questions that were "
              "sent to another address can no longer be answered there.")});
    form.one({"doman", words("Domain"), Kind::line, Needed::no, words("For example: exempel.se")});
    form.one(
        {"andra", words("A second person of the organisation has to approve who speaks for it"), Kind::tick});
    if (known)
        form.after = html(
            "{}{}{}", use_view(visit, *known), mandates_view(visit, *known), merge_choice(visit, *known));
    return form;
}

}  // namespace

Response organisation(const Visit& visit) {
    const auto known = asked_for(visit, visit.db);
    if (known && known->merged_into)
        return see_other(
            visit.href(address::edit_organisation, store::standing_organisation(visit.db, *known).public_id));
    return site::desk::form_of_known(visit, form_of(visit), values_of(known), "organisation");
}

Response save(const Visit& visit) {
    const auto name = visit.path.at("organisation");
    if (!site::desk::is_new(visit, "organisation") && !asked_for(visit, visit.db))
        return problem(visit, Failure::Kind::not_found);
    return site::desk::saved_or_again(
        visit, form_of(visit), organisation_from,
        [&](sql::Connection& db) { return values_of(asked_for(visit, db)); },
        [&](auto& act, const Organisation& typed) {
            return site::desk::is_new(visit, "organisation") ? app::add_organisation(act, typed)
                                                             : app::change_organisation(act, name, typed);
        });
}

Response revoke(const Visit& visit) {
    const auto revoked = visit.write(
        [&](auto& act) { return app::revoke_mandate(act, std::string{visit.path.at("mandate")}); });
    if (!revoked) return problem(visit, revoked.error().kind);
    return see_other(visit.href(address::edit_organisation, visit.path.at("organisation")));
}

}  // namespace medskapa::web::organisation::desk
