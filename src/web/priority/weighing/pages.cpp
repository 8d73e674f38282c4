#include "web/priority/pages.hpp"
#include "app/conversation/opinion.hpp"
#include "app/priority/weighing.hpp"
#include "store/priority/weighing_store.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/weighing/forms.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::priority {
namespace {

/// What was wrong in one of the two forms, and in which round of people the sets were dealt.
struct Refused {
    ui::Complaints choices = {};
    ui::Complaints points = {};
    std::optional<std::uint64_t> person = {};
};

std::string own_href(const Visit& visit, const AskedWeighing& asked) {
    if (asked.invitation) return visit.href(address::invited_weighing, asked.weighing.number, asked.link);
    return visit.href(address::weighing_page, asked.weighing.number);
}

Html notice_of(const Visit& visit) {
    const auto said = visit.query("tack");
    if (said == "ja")
        return ui::notice(ui::Tone::good,
            html("<p>{}</p>",
                visit.words("Thank you. It is saved. You can answer again as long as it is open: the newest "
                            "counts.")));
    if (said == "borta")
        return ui::notice(ui::Tone::good, html("<p>{}</p>", visit.words("What you had answered is erased.")));
    return {};
}

Html closed_view(const Visit& visit, const Weighing& weighing) {
    const auto& words = visit.words;
    if (!weighing.is_over(visit.today()))
        return html("<p class=\"lead\">{}</p>", words("It opens {}.", words.day(weighing.opens)));
    return html("<p class=\"lead\">{}</p><p>{}</p>", words("It closed {}.", words.day(weighing.closes)),
        ui::button_link(visit.href(address::weighing_result, weighing.number), words("How people weighed"),
            ui::Weight::filled));
}

Html open_view(const Visit& visit, const AskedWeighing& asked, const Refused& refused) {
    const auto& words = visit.words;
    const auto person =
        refused.person.value_or(static_cast<std::uint64_t>(store::answers_to(visit.db, asked.weighing.id)));
    return html(R"(
<p class="lead">{lead}</p>
<p class="meta">{until}. {result}</p>
{choices}{points}{take_back}
<p><a class="alone" href="{priorities}">{read}</a></p>)",
        "lead"_a = words("Choose one of two ways, or both. Neither is a vote that decides. Those who decide "
                         "see the result by kind of actors, and how sure it is."),
        "until"_a = words.until(asked.weighing.closes, visit.today()),
        "result"_a = words("The result is shown when it is over, and nothing about fewer than five people. "
                           "Your browser gets a cookie, so that you can change your answer."),
        "choices"_a = choices_form(visit, asked, person, refused.choices),
        "points"_a = points_form(visit, asked, refused.points), "take_back"_a = take_back_form(visit, asked),
        "priorities"_a = visit.href(address::priorities_page),
        "read"_a = words("Read what each priority rests on"));
}

Response weighing_view(const Visit& visit, const AskedWeighing& asked, const Refused& refused, int status) {
    const bool is_open = asked.weighing.is_open(visit.today());
    auto complaints = refused.choices;
    complaints.insert(complaints.end(), refused.points.begin(), refused.points.end());
    const auto title = visit.in(asked.weighing.title);
    const auto body = html(R"({errors}{notice}
<div class="narrow"><h1>{title}</h1>{content}</div>)",
        "errors"_a = ui::error_summary(complaints, visit.words), "notice"_a = notice_of(visit),
        "title"_a = ui::in_language(asked.weighing.title, visit.words),
        "content"_a = is_open ? open_view(visit, asked, refused) : closed_view(visit, asked.weighing));
    auto content = process_page(visit, title, body, "delta");
    content.crumbs = {{visit.href(address::priorities_page), visit.words("Priorities")}};
    content.has_errors = !complaints.empty();
    auto response = page(content, visit, status);
    return asked.invitation || status != 200 ? not_stored(std::move(response)) : response;
}

/// Who answers: by the link, or by the key of the browser, a new one where it has none.
app::Weighed sent_by(const Visit& visit, const AskedWeighing& asked) {
    app::Weighed sent{asked.weighing.number, {}, asked.invitation ? asked.link : std::string{}, {}};
    if (asked.invitation) return sent;
    sent.key = conversation::participant_key(visit);
    if (sent.key.empty()) sent.key = app::new_participant_key();
    return sent;
}

template <class Read, class Refuse>
Response receive(const Visit& visit, Read read, Refuse refused_with) {
    const auto asked = asked_weighing(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto typed = read(visit, *asked);
    const auto again = [&](const Failure& failure) {
        if (failure.complaints.empty()) return problem(visit, failure.kind);
        return weighing_view(visit, *asked, refused_with(failure.complaints), status_of(failure.kind));
    };
    if (!typed) return again(typed.error());
    auto sent = sent_by(visit, *asked);
    sent.answer = *typed;
    const auto kept =
        visit.write([&](auto& act) { return app::weigh(act, sent, visit.site.secret, visit.today()); });
    if (!kept) return again(kept.error());
    auto response = see_other(with_query(own_href(visit, *asked), {{"tack", "ja"}}));
    if (!asked->invitation && conversation::participant_key(visit).empty())
        conversation::give_participant_cookie(response, visit, sent.key);
    return response;
}

}  // namespace

Response weighing(const Visit& visit) {
    const auto asked = asked_weighing(visit);
    return asked ? weighing_view(visit, *asked, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response invited(const Visit& visit) {
    return weighing(visit);
}

Response weigh_choices(const Visit& visit) {
    const auto person = Visit::number(visit.field("lek")).value_or(1) - 1;
    return receive(visit, typed_choices, [&](const ui::Complaints& complaints) {
        return Refused{complaints, {}, static_cast<std::uint64_t>(person)};
    });
}

Response weigh_points(const Visit& visit) {
    return receive(visit, typed_points, [](const ui::Complaints& complaints) {
        return Refused{{}, complaints, {}};
    });
}

Response take_back(const Visit& visit) {
    const auto asked = asked_weighing(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto sent = sent_by(visit, *asked);
    const auto gone = visit.write(
        [&](auto& act) { return app::take_back_weighing(act, sent, visit.site.secret, visit.today()); });
    if (!gone && gone.error().kind != Failure::Kind::not_found) return problem(visit, gone.error().kind);
    return see_other(with_query(own_href(visit, *asked), {{"tack", "borta"}}));
}

}  // namespace medskapa::web::priority
