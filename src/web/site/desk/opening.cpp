#include "app/site/opening.hpp"
#include "store/document/document_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/logotype_store.hpp"
#include "store/site/opening_store.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/health_board.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/law/addresses.hpp"
#include "web/mail/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"
#include "web/staff/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::site::desk {
namespace {

/// One thing to do before the site is opened, or soon after.
struct Task {
    std::string what;
    std::string why;
    ui::Link where;
    bool is_done = false;
    bool is_demanded = false;  // else the site can be opened without
};

Task law_task(const Visit& visit) {
    const auto& words = visit.words;
    const auto missing = missing_settings(store::site_description(visit.db));
    std::string left;
    for (const auto* label : missing) left += (left.empty() ? "" : ", ") + words(label);
    auto why =
        words("Personal data, accessibility, contact and security. Without it the site may not be opened.");
    if (!left.empty()) why += " " + words("Left to fill in: {}.", left);
    return {words("What the law asks the site to say"), why,
        {form_href(visit, SiteDescription{}), words("Fill in what is missing")}, missing.empty(), true};
}

Task choices_task(const Visit& visit) {
    const auto& words = visit.words;
    return {words("Topics and municipalities"),
        words("What people choose among when they send something in, and what you sort it by."),
        {form_href(visit, InspelChoices{}), words("Write topics and municipalities")},
        !store::topics_of(visit.db, visit.process->id).empty() &&
            !store::municipalities_of(visit.db, visit.process->id).empty()};
}

Task steps_task(const Visit& visit) {
    const auto& words = visit.words;
    const bool has_any = !store::steps_of(visit.db, visit.process->id).empty() ||
                         !store::events_of(visit.db, visit.process->id).empty();
    return {words("Timeline and calendar"),
        words("When what happens: the first question that visitors have. Dates may be vague."),
        {visit.href(address::edit_step, "ny"), words("Add a step")}, has_any};
}

Task activity_task(const Visit& visit) {
    const auto& words = visit.words;
    return {words("A way to take part"),
        words("Until there is one nobody can send anything in. It can open on a later day."),
        {visit.href(address::edit_activity, "ny"), words("Add an activity")},
        !store::activities_of(visit.db, visit.process->id).empty()};
}

Task document_task(const Visit& visit) {
    const auto& words = visit.words;
    return {words("A text to speak of"),
        words("The strategy that applies now, or a draft: proposals then point at its paragraphs."),
        {visit.href(address::drafts_page), words("Write or import a text")},
        !store::documents_of(visit.db, visit.process->id).empty()};
}

Task leader_task(const Visit& visit) {
    const auto& words = visit.words;
    const auto members = store::members_of(visit.db, visit.process->id);
    const auto leaders = std::count_if(members.begin(), members.end(),
        [](const store::Member& member) { return member.role == Role::process_leader; });
    return {words("A second process leader"),
        words(
            "Who loses phone and passphrase is let in again by another leader. Without one, only by whoever "
            "runs the server."),
        {visit.href(address::staff_page), words("Invite a colleague")}, leaders > 1};
}

Task logotype_task(const Visit& visit) {
    const auto& words = visit.words;
    return {words("The region's logotype"), words("So that people see whose site it is."),
        {visit.href(address::edit_logotype), words("Choose a logotype")},
        store::site_logotype(visit.db).is_there()};
}

Task mail_task(const Visit& visit) {
    const auto& words = visit.words;
    const auto counts = store::mail_counts(visit.db, {});
    return {words("Mail that has been tried"),
        words("Receipts, answers and sign-in links are mailed. A test shows whether they come."),
        {visit.href(address::mail_page), words("See what became of the mail")},
        counts.at(Mail::State::sent) > 0};
}

/// What only an examination of the server knows.
Task server_task(const Visit& visit, const std::string& check, std::string what, std::string why) {
    const auto looks = visit.site.health->looks();
    const bool is_well = std::any_of(looks.begin(), looks.end(), [&](const HealthBoard::Look& look) {
        return look.check.name == check && look.check.state == CheckState::ok;
    });
    return {std::move(what), std::move(why),
        {visit.href(address::health_page) + '#' + check, visit.words("See what is to be done")}, is_well};
}

std::vector<Task> tasks_of(const Visit& visit) {
    const auto& words = visit.words;
    return {law_task(visit), logotype_task(visit), steps_task(visit), activity_task(visit),
        choices_task(visit), document_task(visit), leader_task(visit), mail_task(visit),
        server_task(visit, "backup", words("A backup"),
            words("So that nothing that people send can be lost. Whoever runs the server sees to it.")),
        server_task(visit, "witnesses", words("A witness of the open log"),
            words(
                "Somebody outside who shows that nobody has changed it unseen: another region, a library, a "
                "newspaper."))};
}

Html task_view(const Task& task, const Words& words) {
    const auto state = task.is_done ? words("Done") : task.is_demanded ? words("Demanded") : words("Advised");
    return html(R"(
<li class="{mark}"><p><strong>{what}</strong> <span class="meta">{state}</span></p><p class="meta">{why}</p>{where}</li>)",
        "mark"_a = task.is_done       ? "ok"
                   : task.is_demanded ? "fail"
                                      : "warn",
        "what"_a = task.what, "state"_a = state, "why"_a = task.why,
        "where"_a =
            task.is_done ? Html{} : html(R"(<p><a href="{}">{}</a></p>)", task.where.href, task.where.text));
}

Html test_button(const Visit& visit) {
    return post_button(visit, visit.href(address::send_test_mail),
        ui::submit(visit.words("Mail a test to {}", visit.signed_in->user.email), ui::Weight::small));
}

/// The act itself, and what it means.
Html open_form(const Visit& visit, const std::vector<Task>& tasks) {
    const auto& words = visit.words;
    const bool can_be_opened = std::all_of(
        tasks.begin(), tasks.end(), [](const Task& task) { return task.is_done || !task.is_demanded; });
    const auto act = can_be_opened ? post_button(visit, visit.href(address::open_site),
                                         ui::submit(words("Open the site to everybody"), ui::Weight::filled))
                                   : html("<p>{}</p>", words("What is demanded above comes first."));
    return html("<h2>{}</h2><p>{}</p>{}", words("Open the site"),
        words(
            "From then on everybody can read it and take part, and the open log says that it was opened. It "
            "cannot be closed again. Until then visitors read that the site is being prepared, and those who "
            "work with it see all pages."),
        act);
}

std::string headline(const Visit& visit, const std::vector<Task>& tasks, bool is_closed) {
    const auto left = static_cast<std::int64_t>(
        std::count_if(tasks.begin(), tasks.end(), [](const Task& task) { return !task.is_done; }));
    const auto& words = visit.words;
    if (left == 0) return is_closed ? words("The site can be opened") : words("Everything is done");
    if (!is_closed) return words.count("{} thing left to do", "{} things left to do", left);
    return words.count(
        "{} thing left before the site is opened", "{} things left before the site is opened", left);
}

Response opening_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto tasks = tasks_of(visit);
    const bool is_closed = store::is_closed_to_visitors(visit.db);
    const auto title = headline(visit, tasks, is_closed);
    const auto body = html(R"({errors}
<h1>{title}</h1><p class="lead">{lead}</p>
<ul class="checks">{tasks}
</ul>
{test}{open}
<p><a class="alone" href="{see}">{see_it}</a></p>)",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a =
            words("Go on in any order. Everything is saved as you do it, and the list is here when you "
                  "come back."),
        "tasks"_a = each(tasks, [&](const Task& task) { return task_view(task, words); }),
        "test"_a = test_button(visit), "open"_a = is_closed ? open_form(visit, tasks) : Html{},
        "see"_a = visit.href(address::start_page), "see_it"_a = words("See the site as visitors will"));
    auto content = desk_page(visit, title, body, "oppning");
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

}  // namespace

Response opening(const Visit& visit) {
    return opening_page(visit, {}, 200);
}

Response open_site(const Visit& visit) {
    const auto opened = visit.write([](auto& act) { return app::open_site(act); });
    if (opened) note_security(visit, {.event = SecurityEvent::site_opened});
    if (opened) return see_other(with_notice(Notice::site_opened, visit.href(address::opening_page)));
    if (opened.error().complaints.empty()) return problem(visit, opened.error().kind);
    return opening_page(visit, opened.error().complaints, status_of(opened.error().kind));
}

Response send_test_mail(const Visit& visit) {
    const auto sent = visit.write([&](auto& act) {
        return app::send_test_mail(act, visit.signed_in->user, std::string{visit.words.language().tag()});
    });
    if (sent) return see_other(with_notice(Notice::test_mailed, visit.href(address::opening_page)));
    return opening_page(visit, sent.error().complaints, status_of(sent.error().kind));
}

}  // namespace medskapa::web::site::desk
