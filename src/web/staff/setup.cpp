#include "web/staff/setup.hpp"

#include "app/site/setup_answers.hpp"
#include "store/site/opening_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/sign_in.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::staff {
namespace {

Response simple_page(const Visit& visit, const std::string& title, Html body, int status = 200) {
    auto content = site_page(visit, title, std::move(body));
    content.width = ui::Width::column;
    content.search = {};
    content.about.is_for_indexes = false;
    return not_stored(page(content, visit, status));
}

/// What has been answered, in a few words.
std::string summary_of(const SetupDraft& draft, SetupQuestion question, const Words& words) {
    switch (question) {
        case SetupQuestion::region: return draft.owner;
        case SetupQuestion::leader: return draft.leader_name + ", " + draft.leader_email;
        case SetupQuestion::mail: return shown(draft.mail, words);
        case SetupQuestion::decision: return draft.process_name + " (" + draft.slug + ')';
        case SetupQuestion::contact: break;
    }
    return draft.contact_role + ", " + draft.contact_email;
}

Html question_row(const Visit& visit, const SetupDraft& draft, SetupQuestion question) {
    const auto& words = visit.words;
    const bool is_answered = app::complaints_about(visit.db, draft, question).empty();
    const auto href =
        visit.href(address::setup_question, visit.path.at("token"), std::string{name_of(question)});
    return html(R"(
<li class="{mark}"><p><strong>{title}</strong> <span class="meta">{state}</span></p>{summary}<p><a href="{href}">{go}</a></p></li>)",
        "mark"_a = is_answered ? "ok" : "fail", "title"_a = shown(question, words),
        "state"_a = is_answered ? words("Answered") : words("Left to answer"),
        "summary"_a =
            is_answered ? html(R"(<p class="meta">{}</p>)", summary_of(draft, question, words)) : Html{},
        "href"_a = href, "go"_a = is_answered ? words("Change the answer") : words("Answer"));
}

Html finish_form(const Visit& visit, bool is_whole) {
    const auto& words = visit.words;
    if (!is_whole) return html("<p>{}</p>", words("When all are answered the work can begin, here."));
    return html("<p>{}</p>{}",
        words("You come to the desk, with a list of what is left before the site is opened to everybody. The "
              "link is used up then."),
        post_form(visit, {.action = visit.href(address::set_up, visit.path.at("token")),
                             .button = ui::submit(words("Begin the work"), ui::Weight::filled)}));
}

Response overview(const Visit& visit, Instant link_ends, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto draft = store::setup_draft(visit.db).value_or(SetupDraft{});
    const auto questions = app::questions_to_answer(visit.db);
    const bool is_whole = std::all_of(questions.begin(), questions.end(),
        [&](SetupQuestion question) { return app::complaints_about(visit.db, draft, question).empty(); });
    const auto count = static_cast<std::int64_t>(questions.size());
    const auto title =
        words.count("{} question, and the work can begin", "{} questions, and the work can begin", count);
    const auto body = html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>
<ul class="checks">{rows}
</ul>{finish}<p class="meta">{life}</p>)",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a =
            words("Each answer is saved at once. You can leave, come back, and change all of it later "
                  "but for the address of the process. Nobody but those who work with the site sees it "
                  "before you open it."),
        "rows"_a =
            each(questions, [&](SetupQuestion question) { return question_row(visit, draft, question); }),
        "finish"_a = finish_form(visit, is_whole),
        "life"_a =
            words("The link is good until {}. If that is too short, whoever runs the server makes a new "
                  "one with medskapa setup: your answers stay.",
                words.moment(visit.site.clock.local(link_ends))));
    return simple_page(visit, title, body, status);
}

/// Whoever has the setup link need not be the person whose address was typed, so nobody is signed in.
Response opened_for_known(const Visit& visit, const Process& process) {
    const auto title = visit.words("The process is open");
    const auto lead = visit.words(
        "There is an account with that address already. It leads the process now. Sign in with a link of "
        "your "
        "own: whoever runs the server can make one.");
    return simple_page(visit, title,
        html(R"(<h1>{title}</h1><p class="lead">{lead}</p><p>{way}</p>)", "title"_a = title, "lead"_a = lead,
            "way"_a = ui::button_link(visit.href_in(process, address::start_page),
                visit.words("To the start page"), ui::Weight::filled)));
}

}  // namespace

Response no_setup_link(const Visit& visit) {
    const auto title = visit.words("The link cannot be used");
    return simple_page(visit, title,
        html("<h1>{}</h1><p class=\"lead\">{}</p>", title,
            visit.words("It has been used already, or it is too old. Whoever runs the server makes a new one "
                        "with medskapa setup. What you have answered is kept.")),
        410);
}

Response setup(const Visit& visit) {
    const auto digest = app::digest_of_token(visit.path.at("token"));
    const auto ends = store::setup_link_lasts_until(visit.db, digest, visit.now);
    return ends ? overview(visit, *ends, {}, 200) : no_setup_link(visit);
}

Response finish_setup(const Visit& visit) {
    const auto& token = visit.path.at("token");
    const auto ends = store::setup_link_lasts_until(visit.db, app::digest_of_token(token), visit.now);
    if (!ends) return no_setup_link(visit);
    const auto made = visit.write(
        [&](auto& act) { return app::finish_setup(act, token, std::string{visit.words.language().tag()}); });
    if (made) note_security(visit, {.event = SecurityEvent::setup_finished});
    if (made && made->session)
        return enter(visit, *made->session, visit.href_in(made->process, address::opening_page));
    if (made) return opened_for_known(visit, made->process);
    if (made.error().kind == Failure::Kind::not_found) return no_setup_link(visit);
    return overview(visit, *ends, made.error().complaints, status_of(made.error().kind));
}

}  // namespace medskapa::web::staff
