#include "app/site/site.hpp"
#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/frame/flash.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::site::desk {
namespace {

std::optional<Body> asked_for(const Visit& visit, sql::Connection& db) {
    for (const auto& body : store::bodies_of(db, visit.process->id))
        if (body.slug == visit.path.at("body")) return body;
    return std::nullopt;
}

Values values_of(const std::optional<Body>& body) {
    Values values;
    if (!body) return values;
    put(values, "titel", body->title);
    values["slag"] = name_of(body->kind);
    return values;
}

Result<Body> body_from(const Values& values) {
    Reader in{values};
    Body body;
    body.title = in.localized("titel");
    body.kind = in.choice<Body::Kind>("slag");
    return in.finished(body);
}

std::string field_of(const Seat& seat) {
    return "slutar" + std::to_string(seat.id.value);
}

Html until_when(const Visit& visit, const Body& body, const Seat& seat, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto correct =
        html("<p>{}</p>", ui::button_link(visit.href(address::correct_seat, body.slug, seat.id.value),
                              words("Correct the seat"), ui::Weight::small));
    if (seat.to) return html("{}{}", words.day(*seat.to), correct);
    const auto typed = visit.field(field_of(seat));
    const auto form =
        html("<form method=\"post\" action=\"{action}\" novalidate>{guard}{last_day}{end}</form>",
            "action"_a = visit.href(address::end_seat, body.slug, seat.id.value),
            "guard"_a = form_guard(visit, ""),
            "last_day"_a =
                ui::text_field({.name = field_of(seat),
                                   .label = words("Last day of {}, {}", seat.role, seat.organisation),
                                   .value = typed.empty() ? time::iso(visit.today()) : std::string{typed},
                                   .is_short = true},
                    ui::Input::date, complaints, words),
            "end"_a = ui::submit(words("End the seat"), ui::Weight::small));
    return html("{}{}",
        ui::guarded(words("End it"), words("The seat stays on the page with its last day."), form), correct);
}

Html seats_view(const Visit& visit, const Body& body, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Seats: {}", visit.in(body.title)),
        .columns = {{words("Role")}, {words("Organisation")}, {words("From")}, {words("To")}}};
    for (const auto& seat : body.seats)
        table.rows.push_back({html("{}", seat.role), html("{}", seat.organisation),
            html("{}", words.day(seat.from)), until_when(visit, body, seat, complaints)});
    return body.seats.empty() ? Html{} : ui::table(table);
}

Html seat_fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    const auto from = typed("fran").empty() ? time::iso(visit.today()) : typed("fran");
    auto fields = ui::text_field(
        {.name = "roll", .label = words("Role"), .value = typed("roll")}, ui::Input::text, complaints, words);
    fields += ui::text_field({.name = "organisation",
                                 .label = words("Organisation"),
                                 .value = typed("organisation"),
                                 .is_optional = true},
        ui::Input::text, complaints, words);
    fields += ui::text_field({.name = "fran", .label = words("From"), .value = from, .is_short = true},
        ui::Input::date, complaints, words);
    return fields;
}

/// Below the body's own form: its seats, and a form for one more.
Html seats_part(const Visit& visit, const std::optional<Body>& body, const ui::Complaints& complaints) {
    if (!body) return {};
    const auto& words = visit.words;
    return html(R"(
<h2>{title}</h2>{seats}<h2>{one_more}</h2><form method="post" action="{action}" novalidate>{guard}{fields}<p>{add}</p></form>)",
        "title"_a = words("Seats"), "seats"_a = seats_view(visit, *body, complaints),
        "one_more"_a = words("One more seat"), "action"_a = visit.href(address::add_seat, body->slug),
        "guard"_a = form_guard(visit, ""), "fields"_a = seat_fields(visit, complaints),
        "add"_a = ui::submit(words("Add the seat"), ui::Weight::quiet));
}

Form form_of(const Visit& visit, const std::optional<Body>& body, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    Form form{body ? words("Change the body {}", visit.in(body->title)) : words("New body"),
        words("Those who decide, prepare and lead the work."), {}, seats_part(visit, body, complaints)};
    form.in_each_language({"titel", words("Name"), Kind::line, Needed::yes}, visit);
    form.one(
        {"slag", words("What is it?"), Kind::choice, Needed::yes, {}, ui::choices_of<Body::Kind>(words)});
    return form;
}

std::string body_address(const Visit& visit) {
    return visit.href(address::edit_body, visit.path.at("body"));
}

Response seat_refused(const Visit& visit, const Body& body, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    return again(visit, form_of(visit, body, failure.complaints), values_of(body), values_of(body), failure);
}

}  // namespace

Response body(const Visit& visit) {
    const auto known = asked_for(visit, visit.db);
    return form_of_known(visit, form_of(visit, known, {}), values_of(known), "body");
}

Response save_body(const Visit& visit) {
    return saved_or_again(
        visit, form_of(visit, asked_for(visit, visit.db), {}), body_from,
        [&](sql::Connection& db) { return values_of(asked_for(visit, db)); },
        [&](auto& act, const Body& typed) -> Result<Body> {
            if (is_new(visit, "body")) return app::add_body(act, typed);
            const auto known = asked_for(visit, act.db());
            if (!known) return refuse(Failure::Kind::not_found);
            return app::change_body(act, *known, typed);
        });
}

Response add_seat(const Visit& visit) {
    const auto known = asked_for(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    const auto from = time::read_day(visit.field("fran"));
    const Seat seat{{}, text::one_line(visit.field("roll")), text::one_line(visit.field("organisation")),
        from.value_or(visit.today()), {}};
    if (!from) {
        Failure failure{Failure::Kind::invalid, {ui::not_a_day("fran", visit.field("fran"))}};
        if (seat.role.empty()) failure.complaints.push_back({"roll", N_("Write the role of the seat")});
        return seat_refused(visit, *known, failure);
    }
    const auto added = visit.write([&](auto& act) { return app::add_seat(act, *known, seat); });
    return added ? see_other(with_notice(Notice::seat_added, body_address(visit)))
                 : seat_refused(visit, *known, added.error());
}

Response end_seat(const Visit& visit) {
    const auto known = asked_for(visit, visit.db);
    const auto number = Visit::number(visit.path.at("seat"));
    if (!known || !number) return problem(visit, Failure::Kind::not_found);
    const auto seat = store::seat_of(visit.db, known->id, Id<Seat>{*number});
    if (!seat) return problem(visit, Failure::Kind::not_found);
    const auto field = field_of(*seat);
    const auto last = time::read_day(visit.field(field));
    if (!last)
        return seat_refused(
            visit, *known, {Failure::Kind::invalid, {ui::not_a_day(field, visit.field(field))}});
    auto ended = visit.write([&](auto& act) -> Result<Seat> {
        // As it stands now: a colleague may have ended it meanwhile.
        const auto standing = store::seat_of(act.db(), known->id, seat->id);
        if (!standing) return refuse(Failure::Kind::not_found);
        return app::end_seat(act, *known, *standing, *last);
    });
    if (ended) return see_other(with_notice(Notice::seat_ended, body_address(visit)));
    for (auto& complaint : ended.error().complaints) complaint.place = field;
    return seat_refused(visit, *known, ended.error());
}

}  // namespace medskapa::web::site::desk
