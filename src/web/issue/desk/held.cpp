#include "app/issue/issues.hpp"
#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/columns.hpp"
#include "store/issue/issue_store.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/checks/checks.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::issue::desk {
namespace {

constexpr int answers_on_a_page = 50;
constexpr std::size_t letters_of_answer = 200;
constexpr std::size_t letters_of_quote = 120;

/// An issue that gets the answer: its number, what it is called, and the words that it is about.
Html issue_line(const Visit& visit, const Issue& issue) {
    const auto inspel = store::find_inspel(visit.db, issue.inspel).value();
    return html(
        "<li><a href=\"{href}\">I-{number}:{position}</a> {title}<br><span "
        "class=\"meta\">{quote}</span></li>",
        "href"_a = open_issue_href(visit, {}, inspel.number, issue.position), "number"_a = inspel.number,
        "position"_a = issue.position, "title"_a = issue.title,
        "quote"_a = has_own_title(issue) ? text::excerpt(text::one_line(issue.quote), letters_of_quote)
                                         : inspel.shown_title);
}

Html answer_view(const Visit& visit, const Answer& answer, bool is_chosen) {
    const auto& words = visit.words;
    const auto issues = store::issues_with(visit.db, answer.id);
    const auto change = issues.empty() || !may_answer(visit)
                            ? Html{}
                            : html("<p><a href=\"{}\">{}</a></p>",
                                  open_issue_href(visit, {},
                                      store::find_inspel(visit.db, issues.front().inspel).value().number,
                                      issues.front().position),
                                  words("Change the answer"));
    return html(R"(
<fieldset class="issue"><legend>{count}</legend><ul class="plain">{issues}</ul>
<p>{outcome}</p><p>{text}</p>{checks}{change}<label class="pick"><input type="checkbox" name="val" value="{id}"{checked}> {publish}</label></fieldset>)",
        "count"_a = words.count(
            "Answer to {} issue", "Answer to {} issues", static_cast<std::int64_t>(issues.size())),
        "issues"_a = each(issues, [&](const Issue& issue) { return issue_line(visit, issue); }),
        "outcome"_a = ui::outcome(inspel::badge(answer.outcome), words),
        "text"_a = text::excerpt(text::one_line(answer.text), letters_of_answer),
        "checks"_a = checks_view(visit, answer.text), "change"_a = change, "id"_a = answer.id.value,
        "checked"_a = when(is_chosen, html(" checked")), "publish"_a = words("Publish"));
}

Html answers_form(const Visit& visit, const std::vector<Answer>& answers, bool are_chosen) {
    const auto publish =
        authorize(visit.signed_in->actor, Action::publish_answers, visit.process->id)
            ? html("<p>{}</p>", ui::submit(visit.words("Publish the chosen answers"), ui::Weight::filled))
            : Html{};
    std::vector<sql::RowVersion> seen;
    for (const auto& answer : answers) seen.push_back(sql::version_of<store::tables::answer>(answer));
    return html(
        "<form method=\"post\" action=\"{action}\" id=\"val\" "
        "tabindex=\"-1\">{guard}{answers}{publish}</form>",
        "action"_a = visit.href(address::held_answers), "guard"_a = form_guard(visit, seen),
        "answers"_a =
            each(answers, [&](const Answer& answer) { return answer_view(visit, answer, are_chosen); }),
        "publish"_a = publish);
}

Response held_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const Id<Answer> after{Visit::number(visit.query("efter")).value_or(0)};
    auto answers = store::held_answers(visit.db, visit.process->id, after, answers_on_a_page + 1);
    const bool has_more = answers.size() > answers_on_a_page;
    if (has_more) answers.pop_back();
    const auto all =
        store::counted(visit.db, visit.process->id, store::Counter::desk, name_of(store::Waiting::answers));
    const auto lead = all == 0
                          ? words("No answer waits to be published.")
                          : words.count("{} answer is written but not yet public.",
                                "{} answers are written but not yet public. Publish them together.", all);
    const auto here = visit.href(address::held_answers);
    ui::Pages pages;
    if (after) pages.first = here;
    if (has_more) pages.next = with_query(here, {{"efter", std::to_string(answers.back().id.value)}});
    const auto body = html("{errors}<h1>{title}</h1><p class=\"lead\">{lead}</p>{answers}{pages}",
        "errors"_a = ui::error_summary(complaints, words),
        "title"_a = words("Answers that wait to be published"), "lead"_a = lead,
        "answers"_a = answers.empty() ? Html{} : answers_form(visit, answers, complaints.empty()),
        "pages"_a = ui::pagination(pages, words));
    return page_with_form(desk_page(visit, words("Answers that wait to be published"), body, "svar"), visit,
        complaints, status);
}

}  // namespace

Response held_answers(const Visit& visit) {
    return held_page(visit, {}, 200);
}

Response publish_answers(const Visit& visit) {
    std::vector<Id<Answer>> chosen;
    for (const auto& value : visit.fields("val"))
        if (const auto number = Visit::number(value)) chosen.push_back({*number});
    if (chosen.empty()) return held_page(visit, {{"val", N_("Choose at least one answer")}}, 422);
    const auto published = visit.write([&](auto& act) { return app::publish_answers(act, chosen); });
    if (!published) return held_page(visit, published.error().complaints, status_of(published.error().kind));
    return see_other(with_notice(Notice::answers_published, visit.href(address::to_answer)));
}

}  // namespace medskapa::web::issue::desk
