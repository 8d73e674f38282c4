#include "web/site/desk/form.hpp"
#include "app/swot/swot.hpp"
#include "domain/field.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/columns.hpp"
#include "store/swot/columns.hpp"
#include "store/swot/swot_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/statistics/citing.hpp"
#include "web/statistics/pictures.hpp"
#include "web/statistics/views.hpp"
#include "web/swot/addresses.hpp"
#include "web/swot/desk/pages.hpp"
#include "web/swot/views.hpp"
#include "web/ui/forms/field_names.hpp"

namespace medskapa::web::swot::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

std::optional<SwotItem> asked_for(const Visit& visit, sql::Connection& db) {
    const auto number = Visit::number(visit.path.at("swot"));
    return number ? store::swot_item_numbered(db, visit.process->id, *number) : std::nullopt;
}

/// With who reads it, so that nobody changes a published point as if it were a draft.
Values values_of(const std::optional<SwotItem>& item) {
    Values values;
    if (!item) return values;
    site::desk::put(values, "text", item->text);
    values["falt"] = name_of(item->quadrant);
    values["laget"] = name_of(item->state);
    return values;
}

Result<SwotItem> item_from(const Visit& visit, const Values& values) {
    site::desk::Reader in{values};
    SwotItem item;
    item.number = Visit::number(visit.path.at("swot")).value_or(0);
    item.text = in.localized("text");
    item.quadrant = in.choice<SwotItem::Quadrant>("falt");
    return in.finished(item);
}

Html cite_part(const Visit& visit, const SwotItem& item, const ui::Complaints& complaints) {
    return post_form(
        visit, {.action = visit.href(address::cite_for_swot, item.number),
                   .fields = ui::select({.name = "siffra",
                                            .label = visit.words("One more figure"),
                                            .value = std::string{visit.field("siffra")}},
                       statistics::figure_choices(visit), complaints, visit.words),
                   .button = ui::submit(visit.words("Let the point rest on it"), ui::Weight::quiet)});
}

Html support_part(const Visit& visit, const SwotItem& item, const ui::Complaints& complaints) {
    return post_form(visit,
        {.action = visit.href(address::support_swot_item, item.number),
            .fields = ui::text_field({.name = "underlag",
                                         .label = visit.words("A dataset, an inspel or an issue"),
                                         .value = std::string{visit.field("underlag")},
                                         .hint = visit.words("D-4, I-12, or I-12/2 for its second issue"),
                                         .is_short = true},
                ui::Input::text, complaints, visit.words),
            .button = ui::submit(visit.words("Let the point rest on that"), ui::Weight::quiet)});
}

/// What can be done with each thing that the item rests on.
EvidenceTools tools_of(const Visit& visit, const SwotItem& item) {
    const auto take_off = [&visit](const std::string& name) {
        return ui::submit(visit.words("Take {} off the point", name), ui::Weight::quiet);
    };
    const auto seen = sql::version_of<store::tables::swot_item>(item);
    return {[=, &visit](const Citation& one) {
                const auto run = store::find_run(visit.db, one.run).value();
                const auto figure = statistics::citable_figure(
                    run.kind, statistics::opened(visit, run).result, one.figure, visit.words);
                return post_button(visit, visit.href(address::take_figure_off_swot_item, item.number),
                    take_off(reference(run) + " " + (figure ? figure->name : one.figure)),
                    ui::hidden_field("nummer", std::to_string(one.number)),
                    {seen, sql::version_of<store::tables::citation>(one)});
            },
        [=, &visit](const SwotEvidence& one) {
            return post_button(visit, visit.href(address::take_off_swot_item, item.number),
                take_off(one.reference), ui::hidden_field("kalla", one.reference), {seen});
        }};
}

Html state_part(const Visit& visit, const SwotItem& item, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const std::vector<sql::RowVersion> seen{sql::version_of<store::tables::swot_item>(item)};
    if (item.is_published())
        return post_button(visit, visit.href(address::withdraw_swot_item, item.number),
            ui::submit(words("Take it back to a draft"), ui::Weight::quiet), {}, seen);
    if (!app::has_evidence(visit.db, item) && complaints.empty())
        return html(
            "<p>{}</p>", words("It can be published once it rests on something that everybody can read."));
    return post_button(visit, visit.href(address::publish_swot_item, item.number),
        ui::submit(words("Publish the point"), ui::Weight::filled), {},
        {seen.front(), app::version_of_support(visit.db, item)});
}

/// A part's heading, under which what is wrong with the part stands: the error list leads there.
Html heading_of(Field part, const std::string& title, const ui::Complaints& complaints, const Words& words) {
    Html wrong;
    for (const auto& one : complaints)
        if (one.place == part)
            wrong += html(R"(<p class="error"><span class="vh">{} </span>{}</p>)", words("Error:"),
                words.complaint(one));
    return html(R"(<h2 id="{}" tabindex="-1">{}</h2>{})", ui::name_in_form(part), title, wrong);
}

Html parts_of(const Visit& visit, const SwotItem& item, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
{evidence}{standing}{cite}{support}
{publish}<p>{state}</p>{button})",
        "evidence"_a = heading_of(Field::source, words("What it rests on"), complaints, words),
        "standing"_a = evidence_view(visit, item, tools_of(visit, item)),
        "cite"_a = cite_part(visit, item, complaints), "support"_a = support_part(visit, item, complaints),
        "publish"_a = heading_of(Field::status, words("Who reads it"), complaints, words),
        "state"_a = item.is_published() ? words("Everybody can read it.")
                                        : words("A draft: the staff alone can read it."),
        "button"_a = state_part(visit, item, complaints));
}

site::desk::Form item_form(const Visit& visit, const ui::Complaints& complaints = {}) {
    const auto& words = visit.words;
    const auto known = asked_for(visit, visit.db);
    site::desk::Form form{known ? words("Change the point {}", reference(*known)) : words("Write a point"),
        known && known->is_published()
            ? words("One sentence. What you save is read by everybody at once.")
            : words("One sentence. It is a draft until it rests on something and you publish it.")};
    form.home = {visit.href(address::desk_swot), words("SWOT")};
    form.in_each_language({"text", words("What holds?"), Kind::text, Needed::yes}, visit);
    form.one(
        {"falt", words("Field"), Kind::choice, Needed::yes, {}, ui::choices_of<SwotItem::Quadrant>(words)});
    if (known) form.after = parts_of(visit, *known, complaints);
    return form;
}

std::string own_href(const Visit& visit) {
    return visit.href(address::edit_swot_item, visit.path.at("swot"));
}

/// The page again with what was wrong in one of the forms below the item's own.
Response refused(const Visit& visit, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    const auto standing = values_of(asked_for(visit, visit.db));
    return site::desk::again(visit, item_form(visit, failure.complaints), standing, standing,
        {Failure::Kind::invalid, failure.complaints});
}

/// Does it to the item that the address names, and shows its page again.
template <class Verb>
Response done(const Visit& visit, Verb verb) {
    const auto known = asked_for(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    const auto result = visit.write([&](auto& act) { return verb(act, known->number); });
    return result ? see_other(own_href(visit)) : refused(visit, result.error());
}

}  // namespace

Response item(const Visit& visit) {
    return site::desk::form_of_known(visit, item_form(visit), values_of(asked_for(visit, visit.db)), "swot");
}

Response save_item(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, item_form(visit), [&](const Values& typed) { return item_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(asked_for(visit, db)); },
        [&](auto& act, const SwotItem& typed) {
            return site::desk::is_new(visit, "swot") ? app::write_swot_item(act, typed)
                                                     : app::change_swot_item(act, typed);
        });
}

Response cite(const Visit& visit) {
    const auto chosen = statistics::chosen_figure(visit.field("siffra"));
    return done(visit,
        [&](auto& act, int number) { return app::cite_for_swot(act, number, chosen.run, chosen.figure); });
}

Response support(const Visit& visit) {
    const std::string typed{visit.field("underlag")};
    return done(visit, [&](auto& act, int number) { return app::support_swot_item(act, number, typed); });
}

Response take_figure_off(const Visit& visit) {
    const auto citation = Visit::number(visit.field("nummer")).value_or(0);
    return done(
        visit, [&](auto& act, int number) { return app::take_figure_off_swot_item(act, number, citation); });
}

Response take_off(const Visit& visit) {
    const std::string source{visit.field("kalla")};
    return done(visit, [&](auto& act, int number) { return app::take_off_swot_item(act, number, source); });
}

Response publish(const Visit& visit) {
    return done(visit, [](auto& act, int number) { return app::publish_swot_item(act, number); });
}

Response withdraw(const Visit& visit) {
    return done(visit, [](auto& act, int number) { return app::withdraw_swot_item(act, number); });
}

}  // namespace medskapa::web::swot::desk
