#include "app/issues.hpp"
#include "store/inspel_store.hpp"
#include "store/issue_store.hpp"
#include "web/desk/pages.hpp"
#include "web/inspel/views.hpp"
#include "web/inspel/words.hpp"
#include "web/ui/form.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::desk {
namespace {

constexpr int rows_on_a_page = 50;

std::int64_t kept(const store::Tally& tally, std::string_view value) {
    const auto found = tally.find(value);
    return found == tally.end() ? 0 : found->second;
}

std::string bench_href(const Visit& visit, int number) {
    return visit.process_href("/handlaggning/inspel/" + std::to_string(number));
}

Html deadline_view(const Visit& visit, const Issue& issue) {
    if (!issue.deadline) return html("{}", visit.words("not set"));
    const auto day = visit.words.day(*issue.deadline);
    return issue.is_late(visit.today()) ? html("<span class=\"late\">{}</span>", day) : html("{}", day);
}

Html queue_table(const Visit& visit, const std::vector<store::QueuedIssue>& rows, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    return html(R"(
<div class="scroll" role="region" aria-label="{0}" tabindex="0"><table class="queue"><caption class="vh">{0}</caption>
<thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th></tr></thead>
<tbody>{5}</tbody></table></div>)",
        words("Issues without an answer, the most urgent first"), words("Issue"), words("Topic"), words("Assigned to"),
        words("Answer by"), each(rows, [&](const store::QueuedIssue& row) {
            return html(R"(
<tr><th scope="row"><a href="{}#synpunkt-{}">{}</a><br><span class="meta">I-{} · {}</span></th><td>{}</td><td>{}</td><td>{}</td></tr>)",
                bench_href(visit, row.inspel_number), row.issue.position, row.issue.title, row.inspel_number,
                row.inspel_title, inspel::topic_title(s, row.issue.topic, visit),
                row.issue.assignee.empty() ? words("Nobody yet") : row.issue.assignee, deadline_view(visit, row.issue));
        }));
}

Html inspel_queue(const Visit& visit, const store::InspelPage& found, const std::string& empty) {
    if (found.rows.empty()) return html("<p>{}</p>", empty);
    const auto s = inspel::surroundings_of(visit);
    return html("<ul class=\"inspel-list\">{}</ul>", each(found.rows, [&](const store::ListedInspel& row) {
        return html(R"(<li><article class="inspel-row"><h2><a href="{}">{}</a></h2><p class="meta">{}</p></article></li>)",
            bench_href(visit, row.inspel.number), row.inspel.shown_title, inspel::meta_line(row.inspel, s, visit));
    }));
}

Response list_page(const Visit& visit, const std::string& title, const std::string& lead, Html content,
    std::string_view current) {
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}", title, lead, content);
    return not_stored(page(desk_page(visit, title, body, current), visit));
}

Html sign_out_form(const Visit& visit) {
    return html("<form method=\"post\" action=\"{}\">{}{}</form>", visit.href("/utloggning"), form_guard(visit, ""),
        ui::submit(visit.words("Sign out"), ui::Weight::quiet));
}

}  // namespace

Response to_answer(const Visit& visit) {
    const auto& words = visit.words;
    const auto desk = store::tally_of(visit.db, visit.process->id, "desk");
    const auto states = store::tally_of(visit.db, visit.process->id, "state");
    const auto rows = store::queue(visit.db, visit.process->id, {}, 0, rows_on_a_page);
    const auto table = rows.empty() ? html("<p>{}</p>", words("Every issue has an answer."))
                                    : queue_table(visit, rows, inspel::surroundings_of(visit));
    const auto lead = words.count("{} issue has no answer.", "{} issues have no answer.", kept(desk, "unanswered"));
    const auto more = words("{} inspel wait for review, {} answers are held back.", kept(states, "received"), kept(desk, "held"));
    return list_page(visit, words("To answer"), lead + " " + more,
        html("{}<p class=\"keys\"><kbd>J</kbd> <kbd>K</kbd> {}</p>{}", table, words("next, previous"), sign_out_form(visit)), "");
}

Response to_review(const Visit& visit) {
    store::InspelFilter filter;
    filter.state = Inspel::State::received;
    const auto found = store::list_inspel(visit.db, visit.process->id, filter, {}, rows_on_a_page);
    return list_page(visit, visit.words("To review"),
        visit.words("Read each one before it is shown. What insults somebody or tells of another's private life is not shown."),
        inspel_queue(visit, found, visit.words("Nothing waits for review.")), "granska");
}

Response to_split(const Visit& visit) {
    store::InspelFilter filter;
    filter.only_unsplit = true;
    const auto found = store::list_inspel(visit.db, visit.process->id, filter, {}, rows_on_a_page);
    return list_page(visit, visit.words("To split"),
        visit.words("Published inspel without issues yet. Mark the words of each question to give it an answer of its own."),
        inspel_queue(visit, found, visit.words("Every inspel has been split.")), "dela");
}

Response held_answers(const Visit& visit) {
    const auto& words = visit.words;
    const auto answers = store::held_answers(visit.db, visit.process->id);
    if (answers.empty())
        return list_page(visit, words("Held answers"), words("No answer is held back."), {}, "svar");
    const auto rows = each(answers, [&](const Answer& answer) {
        return html(R"(
<fieldset class="issue"><legend>{}</legend><label class="pick"><input type="checkbox" name="val" value="{}" checked> {}</label>
<p>{}</p>{}</fieldset>)",
            words.count("Answer to {} issue", "Answer to {} issues",
                static_cast<std::int64_t>(store::issues_with(visit.db, answer.id).size())),
            answer.id.value, words("Publish"), ui::outcome(inspel::badge(answer.outcome), words),
            inspel::paragraphs(answer.text));
    });
    return list_page(visit, words("Held answers"), words("Written but not yet public. Publish them together."),
        html("<form method=\"post\" action=\"{}\">{}{}<p>{}</p></form>", visit.process_href("/handlaggning/svar"),
            form_guard(visit, ""), rows, ui::submit(words("Publish the chosen answers"), ui::Weight::filled)),
        "svar");
}

Response publish_answers(const Visit& visit) {
    std::vector<Id<Answer>> chosen;
    for (const auto& value : visit.fields("val"))
        if (const auto number = Visit::number(value)) chosen.push_back({*number});
    if (chosen.empty()) return see_other(visit.process_href("/handlaggning/svar"));
    const auto published =
        visit.write([&](auto& tx) { return app::publish_answers(tx, visit.permit, *visit.process, chosen); });
    if (!published) return problem(visit, published.error().kind);
    return see_other(visit.process_href("/handlaggning"));
}

Response text_blocks_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto known = each(store::text_blocks_of(visit.db, visit.process->id), [](const TextBlock& block) {
        return html("<article><h2>{}</h2>{}</article>", block.title, inspel::paragraphs(block.text));
    });
    const auto body = html("{}<h1>{}</h1>{}<form method=\"post\" action=\"{}\" novalidate>{}{}{}{}</form>",
        ui::error_summary(complaints, words), words("Text blocks"), known, visit.process_href("/handlaggning/textblock"),
        form_guard(visit, ""),
        ui::text_field({.name = "rubrik", .label = words("Title"), .value = std::string{visit.field("rubrik")}},
            ui::Input::text, complaints, words),
        ui::text_area({.name = "text", .label = words("Text"), .value = std::string{visit.field("text")}}, 5, complaints, words),
        ui::submit(words("Add the text block"), ui::Weight::filled));
    return not_stored(page(desk_page(visit, words("Text blocks"), body, "textblock"), visit, status));
}

Response text_blocks(const Visit& visit) {
    return text_blocks_page(visit, {}, 200);
}

Response add_text_block(const Visit& visit) {
    const TextBlock block{{}, std::string{visit.field("rubrik")}, std::string{visit.field("text")}};
    const auto added =
        visit.write([&](auto& tx) { return app::add_text_block(tx, visit.permit, *visit.process, block); });
    if (added) return see_other(visit.process_href("/handlaggning/textblock"));
    return text_blocks_page(visit, added.error().complaints, status_of(added.error().kind));
}

}  // namespace medskapa::web::desk
