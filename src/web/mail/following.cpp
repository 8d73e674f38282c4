#include "app/mail/following.hpp"

#include "store/mail/subscriber_store.hpp"
#include "web/mail/addresses.hpp"
#include "web/mail/pages.hpp"
#include "web/mail/subjects.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::mail {
namespace {

Response shown_page(const Visit& visit, const std::string& title, Html body, int status = 200) {
    auto content = process_page(visit, title, std::move(body), "-");
    content.width = ui::Width::column;
    content.about.is_for_indexes = false;
    return not_stored(page(content, visit, status));
}

app::FollowerLink link_in(const Visit& visit) {
    return {visit.path.at("follower"), visit.site.secret};
}

std::string subject_in(std::string_view typed) {
    return typed.empty() ? "process" : std::string{typed};
}

Html address_field(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return ui::text_field(
        {.name = "epost",
            .label = words("Your e-mail address"),
            .value = std::string{visit.field("epost")},
            .hint = words("We send a link to confirm with. The address is used for this alone, and goes when "
                          "you stop. It may be given out as an official document."),
            .autocomplete = "email"},
        ui::Input::email, complaints, words);
}

Response form_again(
    const Visit& visit, const std::string& subject, const ui::Complaints& complaints, int status) {
    const auto name = name_of_subject(visit.db, *visit.process, subject, visit.words);
    if (!name) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = words("Get news by e-mail");
    return shown_page(visit, title,
        html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>
<form method="post" action="{action}" novalidate>{guard}{subject}{email}<p>{submit}</p></form>)",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "lead"_a = words("You follow: {}. You get one mail a day at most, and only when something has "
                             "happened. You need no account.",
                *name),
            "action"_a = visit.href(address::follow_page), "guard"_a = form_guard(visit, ""),
            "subject"_a = ui::hidden_field("om", subject), "email"_a = address_field(visit, complaints),
            "submit"_a = ui::submit(words("Send me the link"), ui::Weight::filled)),
        status);
}

Html pace_field(const Visit& visit, Subscriber::Pace chosen) {
    return ui::radio_group(
        {.name = "takt", .label = visit.words("How often?"), .value = std::string{name_of(chosen)}},
        ui::choices_of<Subscriber::Pace>(visit.words), {}, visit.words);
}

Html subject_fields(const Visit& visit, Id<Subscriber> id) {
    const auto& words = visit.words;
    return html("<fieldset class=\"field\"><legend>{}</legend>{}</fieldset>", words("What do you follow?"),
        each(store::subjects_of(visit.db, id), [&](const Subscription& one) {
            if (!one.is_confirmed) return Html{};
            return html(
                "<label class=\"pick\"><input type=\"checkbox\" name=\"om\" value=\"{}\" checked> {}</label>",
                one.subject,
                name_of_subject(visit.db, *visit.process, one.subject, words).value_or(one.subject));
        }));
}

Html stop_button(const Visit& visit) {
    return html("<form method=\"post\" action=\"{}\">{}<p>{}</p></form>",
        visit.href(address::stop_following, visit.path.at("follower")), form_guard(visit, ""),
        ui::submit(visit.words("Stop all, and forget my address"), ui::Weight::quiet));
}

}  // namespace

Response follow_form(const Visit& visit) {
    return form_again(visit, subject_in(visit.query("om")), {}, 200);
}

Response follow(const Visit& visit) {
    const auto subject = subject_in(visit.field("om"));
    const auto asked = visit.write([&](auto& act) {
        return app::follow(act, std::string{visit.field("epost")}, subject,
            std::string{visit.words.language().tag()}, visit.today());
    });
    if (!asked && asked.error().kind == Failure::Kind::invalid)
        return form_again(visit, subject, asked.error().complaints, 422);
    if (!asked) return problem(visit, asked.error().kind);
    const auto& words = visit.words;
    const auto title = words("Look in your mailbox");
    return shown_page(visit, title,
        html("<h1>{}</h1><p class=\"lead\">{}</p><p>{}</p>", title,
            words("We have sent a link to the address. Nothing more comes before you have used it."),
            words("Has nothing come after a few minutes? Look among unwanted mail, and check the address.")));
}

Response confirm_form(const Visit& visit) {
    const auto subscriber = app::subscriber_of_link(visit.db, *visit.process, link_in(visit));
    if (!subscriber) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = words("Confirm that you want news");
    return shown_page(visit, title,
        html(R"(<h1>{title}</h1><p class="lead">{lead}</p><ul>{subjects}</ul>
<form method="post" action="{action}">{guard}<p>{submit}</p></form>)",
            "title"_a = title,
            "lead"_a = words("You get one mail a day at most, and can stop whenever you want."),
            "subjects"_a = each(store::subjects_of(visit.db, subscriber->id),
                [&](const Subscription& one) {
                    return html("<li>{}</li>",
                        name_of_subject(visit.db, *visit.process, one.subject, words).value_or(one.subject));
                }),
            "action"_a = visit.href(address::confirm_following, visit.path.at("follower")),
            "guard"_a = form_guard(visit, ""),
            "submit"_a = ui::submit(words("Yes, send me news"), ui::Weight::filled)));
}

Response confirm(const Visit& visit) {
    const auto done = visit.write([&](auto& act) { return app::confirm_following(act, link_in(visit)); });
    if (!done) return problem(visit, done.error().kind);
    return see_other(visit.href(address::follower_page, visit.path.at("follower")));
}

Response follower(const Visit& visit) {
    const auto subscriber = app::subscriber_of_link(visit.db, *visit.process, link_in(visit));
    if (!subscriber) return problem(visit, Failure::Kind::not_found);
    if (!subscriber->confirmed_at) return confirm_form(visit);
    const auto& words = visit.words;
    const auto title = words("What do you want to know?");
    return shown_page(visit, title,
        html(R"(<h1>{title}</h1><p class="lead">{lead}</p>
<form method="post" action="{action}">{guard}{subjects}{pace}<p>{submit}</p></form>
<h2>{stop}</h2>{stop_button})",
            "title"_a = title,
            "lead"_a =
                words("All is on this page, and you need no account. Whoever has its address can change "
                      "this, so keep it to yourself."),
            "action"_a = visit.href(address::follower_page, visit.path.at("follower")),
            "guard"_a = form_guard(visit, ""), "subjects"_a = subject_fields(visit, subscriber->id),
            "pace"_a = pace_field(visit, subscriber->pace),
            "submit"_a = ui::submit(words("Save"), ui::Weight::filled), "stop"_a = words("Stop"),
            "stop_button"_a = stop_button(visit)));
}

Response choose(const Visit& visit) {
    Subscriber::Pace pace{};
    if (!find_name<Subscriber::Pace>(visit.field("takt"), pace))
        return problem(visit, Failure::Kind::invalid);
    const auto done = visit.write(
        [&](auto& act) { return app::choose_following(act, link_in(visit), pace, visit.fields("om")); });
    if (!done) return problem(visit, done.error().kind);
    return see_other(visit.href(address::follower_page, visit.path.at("follower")));
}

Response stop_form(const Visit& visit) {
    if (!app::subscriber_of_link(visit.db, *visit.process, link_in(visit)))
        return problem(visit, Failure::Kind::not_found);
    const auto title = visit.words("Stop the news");
    return shown_page(visit, title,
        html("<h1>{}</h1><p class=\"lead\">{}</p>{}", title,
            visit.words("You get nothing more, and we forget your address."), stop_button(visit)));
}

Response stop(const Visit& visit) {
    const auto done = visit.write([&](auto& act) { return app::stop_following(act, link_in(visit)); });
    if (!done) return problem(visit, done.error().kind);
    const auto title = visit.words("You get nothing more");
    return shown_page(visit, title,
        html(R"(<h1>{title}</h1><p class="lead">{lead}</p><p><a href="{start}">{to_start}</a></p>)",
            "title"_a = title,
            "lead"_a = visit.words("Your address is forgotten. A mail that was on its way may still come."),
            "start"_a = visit.href(address::start_page), "to_start"_a = visit.words("To the start page")));
}

}  // namespace medskapa::web::mail
