#include "app/issue/issues.hpp"
#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "web/frame/flash.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/issue/desk/queue.hpp"

#include <algorithm>

namespace medskapa::web::issue::desk {
namespace {

constexpr std::size_t letters_of_answer = 200;
constexpr std::size_t letters_of_quote = 120;

/// An issue that gets the answer: its number, what it is called, and the words that it is about.
Html issue_line(const Visit& visit, const Issue& issue) {
    const auto inspel = store::find_inspel(visit.db, issue.inspel).value();
    return html("<li><a href=\"{}\">I-{}:{}</a> {}<br><span class=\"meta\">{}</span></li>",
        bench_href(visit, {}, inspel.number, issue.position), inspel.number, issue.position, issue.title,
        has_own_title(issue) ? text::excerpt(text::one_line(issue.quote), letters_of_quote)
                             : inspel.shown_title);
}

Html answer_view(const Visit& visit, const Answer& answer, bool is_chosen) {
    const auto& words = visit.words;
    const auto issues = store::issues_with(visit.db, answer.id);
    const auto change =
        issues.empty() || !may_answer(visit)
            ? Html{}
            : html("<p><a href=\"{}\">{}</a></p>",
                  bench_href(visit, {}, store::find_inspel(visit.db, issues.front().inspel).value().number,
                      issues.front().position),
                  words("Change the answer"));
    return html(R"(
<fieldset class="issue"><legend>{}</legend><ul class="plain">{}</ul>
<p>{}</p><p>{}</p>{}<label class="pick"><input type="checkbox" name="val" value="{}"{}> {}</label></fieldset>)",
        words.count("Answer to {} issue", "Answer to {} issues", static_cast<std::int64_t>(issues.size())),
        each(issues, [&](const Issue& issue) { return issue_line(visit, issue); }),
        ui::outcome(inspel::badge(answer.outcome), words),
        text::excerpt(text::one_line(answer.text), letters_of_answer), change, answer.id.value,
        when(is_chosen, html(" checked")), words("Publish"));
}

Html answers_form(const Visit& visit, const std::vector<Answer>& answers, bool are_chosen) {
    const auto publish =
        authorize(visit.signed_in->actor, Action::publish_answers, visit.process->id)
            ? html("<p>{}</p>", ui::submit(visit.words("Publish the chosen answers"), ui::Weight::filled))
            : Html{};
    return html("<form method=\"post\" action=\"{}\" id=\"val\" tabindex=\"-1\">{}{}{}</form>",
        visit.process_href("/handlaggning/svar"), form_guard(visit, ""),
        each(answers, [&](const Answer& answer) { return answer_view(visit, answer, are_chosen); }), publish);
}

Response held_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto answers = store::held_answers(visit.db, visit.process->id);
    const auto lead = answers.empty()
                          ? words("No answer is held back.")
                          : words.count("{} answer is written but not yet public.",
                                "{} answers are written but not yet public. Publish them together.",
                                static_cast<std::int64_t>(answers.size()));
    const auto body = html("{}<h1>{}</h1><p class=\"lead\">{}</p>{}", ui::error_summary(complaints, words),
        words("Held answers"), lead,
        answers.empty() ? Html{} : answers_form(visit, answers, complaints.empty()));
    auto content = desk_page(visit, words("Held answers"), body, "svar");
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
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
    if (!published) return problem(visit, published.error().kind);
    return see_other(with_notice(Notice::answers_published, visit.process_href("/handlaggning")));
}

}  // namespace medskapa::web::issue::desk
