#include "app/issues.hpp"
#include "store/inspel_store.hpp"
#include "store/issue_store.hpp"
#include "web/desk/pages.hpp"
#include "web/http/target.hpp"
#include "web/inspel/views.hpp"
#include "web/inspel/words.hpp"
#include "web/ui/form.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::desk {
namespace {

constexpr int rows_on_a_page = 50;
constexpr int most_pages = 10'000;

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

Html queue_row(const Visit& visit, const store::QueuedIssue& row, const inspel::Surroundings& s) {
    const auto& issue = row.issue;
    const auto group =
        issue.group ? html(" <span class=\"meta\">· {}</span>", visit.words("group {}", issue.group.value))
                    : Html{};
    return html(R"(
<tr><td><input type="checkbox" id="v{0}" name="val" value="{0}"><label class="vh" for="v{0}">{1}</label></td>
<th scope="row"><a href="{2}#synpunkt-{3}">{4}</a>{5}<br><span class="meta">I-{6} · {7}</span></th><td>{8}</td><td>{9}</td><td>{10}</td></tr>)",
        issue.id.value, visit.words("Choose {}", issue.title), bench_href(visit, row.inspel_number),
        issue.position, issue.title, group, row.inspel_number, row.inspel_title,
        inspel::topic_title(s, issue.topic, visit),
        issue.assignee.empty() ? visit.words("Nobody yet") : issue.assignee, deadline_view(visit, issue));
}

Html queue_table(
    const Visit& visit, const std::vector<store::QueuedIssue>& rows, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{0}">{1}
<div class="scroll" role="region" aria-label="{2}" tabindex="0"><table class="queue"><caption class="vh">{2}</caption>
<thead><tr><td><span class="vh">{3}</span></td><th scope="col">{4}</th><th scope="col">{5}</th><th scope="col">{6}</th><th scope="col">{7}</th></tr></thead>
<tbody>{8}</tbody></table></div>
<p class="row"><label for="gor">{9}</label> <select id="gor" name="gor"><option value="mig">{10}</option><option value="grupp">{11}</option></select> <button class="btn quiet" type="submit">{12}</button></p></form>)",
        visit.process_href("/handlaggning/grupper"), form_guard(visit, ""),
        words("Issues without an answer, the most urgent first"), words("Choice"), words("Issue"),
        words("Topic"), words("Assigned to"), words("Answer by"),
        each(rows, [&](const store::QueuedIssue& row) { return queue_row(visit, row, s); }),
        words("With the chosen:"), words("Assign them to me"), words("Join them in a group, to answer once"),
        words("Do it"));
}

Html queue_filter(const Visit& visit, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    return html(R"(
<form class="filter" method="get" role="search" aria-label="{}"><div><label for="amne">{}</label><select id="amne" name="amne"><option value="">{}</option>{}</select></div>
<div><label for="ansvarig">{}</label><input id="ansvarig" name="ansvarig" value="{}"></div><button class="btn quiet" type="submit">{}</button></form>)",
        words("Filter the queue"), words("Topic"), words("All"),
        each(s.topics,
            [&](const Topic& topic) {
                return html("<option value=\"{}\"{}>{}</option>", topic.slug,
                    visit.query("amne") == topic.slug ? html(" selected") : Html{}, visit.in(topic.title));
            }),
        words("Assigned to"), visit.query("ansvarig"), words("Filter"));
}

store::QueueFilter queue_filter_of(const Visit& visit, const inspel::Surroundings& s) {
    store::QueueFilter filter;
    for (const auto& topic : s.topics)
        if (topic.slug == visit.query("amne")) filter.topic = topic.id;
    filter.assignee = std::string{visit.query("ansvarig")};
    return filter;
}

ui::Pages pages_of(const Visit& visit, int number, bool has_more) {
    const auto address = [&](int n) {
        return visit.process_href("/handlaggning?sida=" + std::to_string(n)) +
               "&amne=" + http::encoded(visit.query("amne")) +
               "&ansvarig=" + http::encoded(visit.query("ansvarig"));
    };
    ui::Pages pages;
    if (number > 1) pages.previous = address(number - 1);
    if (has_more) pages.next = address(number + 1);
    return pages;
}

Response list_page(const Visit& visit, const std::string& title, const std::string& lead, Html content,
    std::string_view current) {
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}", title, lead, content);
    return not_stored(page(desk_page(visit, title, body, current), visit));
}

Html keys_view(const Words& words) {
    return html(
        R"(<ul class="keys"><li><kbd>J</kbd> <kbd>K</kbd> {}</li><li><kbd>X</kbd> {}</li><li><kbd>Enter</kbd> {}</li></ul>)",
        words("next, previous"), words("choose"), words("open"));
}

Html sign_out_form(const Visit& visit) {
    return html("<form method=\"post\" action=\"{}\">{}{}</form>", visit.href("/utloggning"),
        form_guard(visit, ""), ui::submit(visit.words("Sign out"), ui::Weight::quiet));
}

}  // namespace

Response to_answer(const Visit& visit) {
    const auto& words = visit.words;
    const auto desk = store::tally_of(visit.db, visit.process->id, "desk");
    const auto states = store::tally_of(visit.db, visit.process->id, "state");
    const auto s = inspel::surroundings_of(visit);
    const auto filter = queue_filter_of(visit, s);
    const auto page_number = std::min(Visit::number(visit.query("sida")).value_or(1), most_pages);
    auto rows = store::queue(
        visit.db, visit.process->id, filter, (page_number - 1) * rows_on_a_page, rows_on_a_page + 1);
    const bool has_more = rows.size() > rows_on_a_page;
    if (has_more) rows.pop_back();
    const auto table =
        rows.empty() ? html("<p>{}</p>", words("Every issue has an answer.")) : queue_table(visit, rows, s);
    const auto lead =
        words.count("{} issue has no answer.", "{} issues have no answer.", kept(desk, "unanswered"));
    const auto more = words(
        "{} inspel wait for review, {} answers are held back.", kept(states, "received"), kept(desk, "held"));
    return list_page(visit, words("To answer"), lead + " " + more,
        html("{}{}{}{}{}", queue_filter(visit, s), table,
            ui::pagination(pages_of(visit, page_number, has_more), words), keys_view(words),
            sign_out_form(visit)),
        "");
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
    return list_page(visit, words("Held answers"),
        words("Written but not yet public. Publish them together."),
        html("<form method=\"post\" action=\"{}\">{}{}<p>{}</p></form>",
            visit.process_href("/handlaggning/svar"), form_guard(visit, ""), rows,
            ui::submit(words("Publish the chosen answers"), ui::Weight::filled)),
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
    const auto known = each(store::text_blocks_of(visit.db, visit.process->id), [&](const TextBlock& block) {
        return html(
            "<article class=\"block\"><h2>{}</h2>{}<form method=\"post\" action=\"{}\">{}{}</form></article>",
            block.title, inspel::paragraphs(block.text),
            visit.process_href("/handlaggning/textblock/" + std::to_string(block.id.value) + "/borttagning"),
            form_guard(visit, ""), ui::submit(words("Remove"), ui::Weight::small));
    });
    const auto body =
        html("{}<h1>{}</h1>{}<form method=\"post\" action=\"{}\" class=\"narrow\" novalidate>{}{}{}{}</form>",
            ui::error_summary(complaints, words), words("Text blocks"), known,
            visit.process_href("/handlaggning/textblock"), form_guard(visit, ""),
            ui::text_field(
                {.name = "rubrik", .label = words("Title"), .value = std::string{visit.field("rubrik")}},
                ui::Input::text, complaints, words),
            ui::text_area({.name = "text", .label = words("Text"), .value = std::string{visit.field("text")}},
                5, complaints, words),
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
