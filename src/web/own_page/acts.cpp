#include "app/own_page/own_acts.hpp"
#include "domain/field.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/retention/retention_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/views.hpp"
#include "web/law/extract/extract.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/following_fields.hpp"
#include "web/own_page/owner.hpp"
#include "web/own_page/pages.hpp"
#include "web/own_page/sections.hpp"

namespace medskapa::web::own_page {
namespace {

Html sign_out_form(const Visit& visit) {
    const auto& words = visit.words;
    const auto button = [&](const Html& hidden, const std::string& text) {
        return html(R"(<form method="post" action="{action}">{guard}{hidden}{submit}</form>)",
            "action"_a = visit.href(address::sign_out_own), "guard"_a = form_guard(visit, ""),
            "hidden"_a = hidden, "submit"_a = ui::submit(text, ui::Weight::small));
    };
    return html(R"(<div class="row">{}{}</div>)", button({}, words("Sign out")),
        button(ui::hidden_field("overallt", "ja"), words("Sign out in all browsers")));
}

std::string whose_text(const Visit& visit, const OwnSession& owner) {
    if (owner.identity.empty()) return visit.words("This is tied to {}, in all processes.", owner.address);
    return visit.words("This is tied to your eID, in all processes.");
}

Response whole_page(
    const Visit& visit, const OwnSession& owner, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("My pages");
    return shown_page(visit, title,
        html(
            R"({errors}<h1>{title}</h1><p class="lead">{whose}</p>{sign_out}{inspel}{following}{votes}{data})",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "whose"_a = whose_text(visit, owner), "sign_out"_a = sign_out_form(visit),
            "inspel"_a = inspel_section(visit, owner, complaints),
            "following"_a = following_section(visit, owner), "votes"_a = votes_section(visit, owner),
            "data"_a = data_section(visit, owner)),
        complaints, status);
}

/// Who sends a form when their session is over is asked to come in again.
Response signed_out(const Visit& visit) {
    return ask_for_address(
        visit, {{"epost", N_("You have been signed out. Ask for a new link, and do it again"), {}}}, 403);
}

Response refused(const Visit& visit, const Failure& failure) {
    if (failure.kind == Failure::Kind::not_allowed) return signed_out(visit);
    return problem(visit, failure.kind);
}

/// What was ticked in each process, in the order of the page.
std::optional<std::vector<app::OwnChoice>> choices_in(const Visit& visit) {
    std::vector<app::OwnChoice> choices;
    for (const auto& public_id : visit.fields(subscriber_field)) {
        Subscriber named;
        named.public_id = public_id;
        app::OwnChoice choice{
            public_id, {}, visit.fields(shown_field(named)), visit.fields(kept_field(named))};
        if (!find_name<Subscriber::Pace>(visit.field(pace_field(named)), choice.pace)) return std::nullopt;
        choices.push_back(std::move(choice));
    }
    return choices;
}

Response request_page(
    const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Ask for a correction or an erasure");
    const auto typed = [&](const char* field) { return std::string{visit.field(field)}; };
    auto fields = ui::radio_group({.name = "typ", .label = words("What do you want?"), .value = typed("typ")},
        ui::choices_of<OwnRequest::Kind>(words), complaints, words);
    fields +=
        ui::text_area({.name = "text",
                          .label = words("What is wrong, or what is to go?"),
                          .value = typed("text"),
                          .hint = words("Only staff read it. It may be handed out as a public document.")},
            5, complaints, words);
    return shown_page(visit, title,
        html(R"({errors}<h1>{title}</h1><p class="lead">{which}</p><p>{law}</p>
<form method="post" action="{action}" novalidate>{guard}{fields}<p>{submit}</p></form><p><a href="{back}">{to_own}</a></p>)",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "which"_a = inspel::reference(inspel) + " " + inspel.title,
            "law"_a =
                words("What you sent has become a public document. We can put right what is wrong, hide "
                      "your name, and erase what a decision lets us erase. You get an answer within a "
                      "month."),
            "action"_a = visit.href(address::own_request, inspel.number),
            "guard"_a = form_guard(visit, visit.new_form_key()), "fields"_a = fields,
            "submit"_a = ui::submit(words("Send the request"), ui::Weight::filled),
            "back"_a = visit.href(address::own_page), "to_own"_a = words("To My pages")),
        complaints, status);
}

/// The inspel that the address names, when it is the session's.
std::optional<Inspel> named_inspel(const Visit& visit, const OwnSession& owner) {
    const auto number = Visit::number(visit.path.at("number"));
    if (!number) return std::nullopt;
    return store::inspel_of_owner(visit.db, owner_of(owner), visit.process->id, *number);
}

}  // namespace

Response own_page(const Visit& visit) {
    const auto whose = owner(visit);
    return whose ? whole_page(visit, *whose, {}, 200) : ask_for_address(visit, {}, 200);
}

Response tie_inspel(const Visit& visit) {
    const auto whose = owner(visit);
    if (!whose) return signed_out(visit);
    const auto tied = visit.write([&](auto& act) {
        return app::tie_inspel(act, own_cookie_of(visit), std::string{visit.field("kod")});
    });
    if (tied) return see_other(visit.href(address::own_page));
    if (tied.error().complaints.empty()) return refused(visit, tied.error());
    return whole_page(visit, *whose, tied.error().complaints, status_of(tied.error().kind));
}

Response request_tie(const Visit& visit) {
    const auto asked = visit.write([&](auto& act) {
        return app::request_tie(act,
            {visit.path.at("code"), std::string{visit.field("epost")}, own_cookie_of(visit)},
            std::string{visit.words.language().tag()}, visit.site.secret);
    });
    if (asked) return look_in_mailbox(visit);
    if (asked.error().complaints.empty()) return problem(visit, asked.error().kind);
    const auto& words = visit.words;
    const auto title = words("The inspel could not be tied to your address");
    const auto& why = asked.error().complaints;
    return shown_page(visit, title,
        html(
            R"({errors}<h1>{title}</h1><form method="post" action="{action}" novalidate>{guard}{email}<p>{submit}</p></form><p><a href="{receipt}">{back}</a></p>)",
            "errors"_a = ui::error_summary(why, words), "title"_a = title,
            "action"_a = visit.href(address::request_tie, visit.path.at("code")),
            "guard"_a = form_guard(visit, ""),
            "email"_a = ui::text_field({.name = "epost",
                                           .label = words("Your e-mail address"),
                                           .value = std::string{visit.field("epost")},
                                           .autocomplete = "email"},
                ui::Input::email, why, words),
            "submit"_a = ui::submit(words("Send me the link"), ui::Weight::filled),
            "receipt"_a = visit.href(address::receipt_page, visit.path.at("code")),
            "back"_a = words("Back to the receipt")),
        why, status_of(asked.error().kind));
}

Response choose(const Visit& visit) {
    const auto choices = choices_in(visit);
    if (!choices) return problem(visit, Failure::Kind::invalid);
    const auto done = visit.write(
        [&](auto& act) { return app::choose_own_following(act, own_cookie_of(visit), *choices); });
    return done ? see_other(visit.href(address::own_page)) : refused(visit, done.error());
}

Response extract(const Visit& visit) {
    const auto whose = owner(visit);
    if (!whose) return signed_out(visit);
    const auto format = law::extract_format_named(visit.field(format_field));
    if (!format) return problem(visit, Failure::Kind::invalid);
    const store::PersonScope everywhere{true, {}};
    const law::PersonExtract extract{words_of(visit.words.language()), visit.site.clock,
        store::site_description(visit.db), {}, visit.now, app::extract_of_owner(visit.db, owner_of(*whose)),
        store::processes(visit.db), everywhere, store::retention_in_force(visit.db), name_of_owner(*whose)};
    Response response;
    response.content_type = std::string{law::content_type_of(*format)};
    response.body = law::bytes_of(extract, *format);
    response.headers = {
        {"Content-Disposition", fmt::format("attachment; filename=\"mina-uppgifter.{}\"", name_of(*format))},
        {"Cache-Control", "no-store"}};
    return response;
}

Response withdraw(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    if (!number) return problem(visit, Failure::Kind::not_found);
    const auto done =
        visit.write([&](auto& act) { return app::withdraw_own_inspel(act, own_cookie_of(visit), *number); });
    return done ? see_other(visit.href(address::own_page)) : refused(visit, done.error());
}

Response request_form(const Visit& visit) {
    const auto whose = owner(visit);
    if (!whose) return ask_for_address(visit, {}, 200);
    const auto inspel = named_inspel(visit, *whose);
    return inspel ? request_page(visit, *inspel, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response send_request(const Visit& visit) {
    const auto whose = owner(visit);
    if (!whose) return signed_out(visit);
    const auto inspel = named_inspel(visit, *whose);
    if (!inspel || !visit.is_form_key(visit.field("nyckel"))) return problem(visit, Failure::Kind::not_found);
    OwnRequest request;
    request.text = visit.field("text");
    if (!find_name<OwnRequest::Kind>(visit.field("typ"), request.kind))
        return request_page(visit, *inspel, {{"typ", N_("Choose what you want"), {}}}, 422);
    const auto sent = visit.write([&](auto& act) {
        return app::send_own_request(
            act, own_cookie_of(visit), inspel->number, request, std::string{visit.field("nyckel")});
    });
    if (sent) return see_other(visit.href(address::own_page));
    if (sent.error().complaints.empty()) return refused(visit, sent.error());
    return request_page(visit, *inspel, sent.error().complaints, status_of(sent.error().kind));
}

}  // namespace medskapa::web::own_page
