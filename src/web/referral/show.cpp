#include "domain/referral/coverage.hpp"
#include "engine/openlog/objects.hpp"
#include "store/referral/referral_store.hpp"
#include "web/correction/note.hpp"
#include "web/frame/forms/excel_form.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/answers.hpp"
#include "web/referral/door.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::referral {
namespace {

std::optional<Referral> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("referral"));
    return number ? store::referral_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

Html figures(const Visit& visit, const Coverage& total) {
    const auto& words = visit.words;
    return ui::facts({{words("invited"), words.number(total.invited)},
        {words("of them have answered"), words.number(total.answered)},
        {words("declined to reply"), words.number(total.abstained)},
        {words("no reply in time"), words.number(total.silent)},
        {words("others have answered"), words.number(total.uninvited)}});
}

Html answer_button(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    const auto facts = facts_view(visit, referral, referral.deadline);
    if (visit.today() > referral.deadline)
        return html("{}<p>{}</p>", facts,
            words("Answers that come now are late. Write to {} if you need more time.",
                visit.process->contact_email));
    return html(R"({}<p class="row">{}</p><p class="meta">{}</p>)", facts,
        ui::button_link(visit.href(address::answer_referral, referral.number),
            words("Answer the consultation"), ui::Weight::filled),
        words("Everybody may answer. Those who were asked by name answer by the link that they were sent. "
              "Others are marked \u201csender not confirmed\u201d until we have asked."));
}

Html heading(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    return html(R"(<h1>{}</h1><p class="meta">{}</p>)",
        words("Consultation on {}", title_of(visit, referral)),
        words("Sent out {}.", words.day(visit.site.clock.day(referral.sent_at))));
}

Html older(const Visit& visit, const Referral& current) {
    Html links;
    for (const auto& other : store::referrals_of(visit.db, visit.process->id))
        if (other.id != current.id)
            links += html(R"(<li><a href="{}">{}</a></li>)", visit.href(address::referral_page, other.number),
                title_of(visit, other));
    return links.empty() ? links
                         : html("<h2>{}</h2><ul>{}</ul>", visit.words("Other formal consultations"), links);
}

Response show_page(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    const auto parties = store::parties_of(visit.db, referral.id);
    const auto answers = store::received_answers(visit.db, referral.id);
    const auto total = sum(medskapa::coverage(parties, store::counted(answers), visit.today()));
    const auto csv_href = visit.href(address::referral_table_csv, referral.number);
    const auto links = html(R"(<p class="row">{text} {positions} {heard} {csv} {excel} {json}</p>)",
        "text"_a = ui::button_link(text_href(visit, referral), words("Read the text"), ui::Weight::quiet),
        "positions"_a = ui::button_link(visit.href(address::referral_positions, referral.number),
            words("Positions by section"), ui::Weight::quiet),
        "json"_a = ui::button_link(visit.href(address::referral_json, referral.number),
            words("All as {}", "JSON"), ui::Weight::quiet),
        "heard"_a = ui::button_link(visit.href(address::referral_coverage, referral.number),
            words("Who was heard"), ui::Weight::quiet),
        "csv"_a = ui::button_link(csv_href, words("All answers as CSV"), ui::Weight::quiet),
        "excel"_a = ui::button_link(excel_href(csv_href), words("All answers for Excel"), ui::Weight::quiet));
    const auto body = html(R"(
{heading}
{example}
{button}
{questions}
{letter}
{changes}
{links}
{figures}
{answers}
{older}
{nav})",
        "heading"_a = heading(visit, referral), "example"_a = example_notice(visit),
        "button"_a = answer_button(visit, referral), "questions"_a = questions_view(visit, referral),
        "letter"_a = letter_view(visit, referral), "changes"_a = changes_view(visit, referral),
        "links"_a = links, "figures"_a = figures(visit, total),
        "answers"_a = html("{}{}", answers_view(visit, referral, parties, answers),
            correction::note_below(
                visit, openlog::object_named(openlog::ObjectKind::referral, referral.number))),
        "older"_a = older(visit, referral), "nav"_a = process_nav(visit, ProcessStage::referral));
    auto content = process_page(visit, words("Consultation on {}", title_of(visit, referral)), body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")}};
    return page(content, visit);
}

Html row_title(const Visit& visit, const Coverage& line) {
    if (!line.kind) return html("{}", visit.words("Not confirmed"));
    // Who sends a referral is a region itself.
    const bool is_asked_for = line.kind != Party::Kind::region && line.kind != Party::Kind::academia &&
                              line.kind != Party::Kind::other;
    const auto missing = is_asked_for && line.invited == 0
                             ? html(R"(<br><span class="late">{}</span>)", visit.words("None was asked"))
                             : Html{};
    return html("{}{}", shown(*line.kind, visit.words), missing);
}

std::vector<Html> coverage_row(const Words& words, const Html& title, const Coverage& line) {
    std::vector<Html> row{title};
    for (const int n : {line.invited, line.answered, line.abstained, line.silent, line.uninvited, line.used})
        row.push_back(html("{}", words.number(n)));
    return row;
}

}  // namespace

Response newest(const Visit& visit) {
    const auto referrals = store::referrals_of(visit.db, visit.process->id);
    if (!referrals.empty()) return show_page(visit, referrals.front());
    const auto body = html(R"(<h1>{}</h1><p class="lead">{}</p>)", visit.words("Formal consultation"),
        visit.words(
            "No text has been sent out for formal consultation yet. The start page says what comes next."));
    return page(process_page(visit, visit.words("Formal consultation"), body, "-"), visit);
}

Response show(const Visit& visit) {
    const auto referral = asked_for(visit);
    return referral ? show_page(visit, *referral) : problem(visit, Failure::Kind::not_found);
}

Response coverage(const Visit& visit) {
    const auto referral = asked_for(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto lines = medskapa::coverage(store::parties_of(visit.db, referral->id),
        store::counted(store::received_answers(visit.db, referral->id)), visit.today());
    ui::Table table{.caption = words("Parties and answers by kind"),
        .columns = {{words("Type")}, {words("Invited"), ui::Cell::number},
            {words("Answered"), ui::Cell::number}, {words("Declined to reply"), ui::Cell::number},
            {words("Has not answered"), ui::Cell::number}, {words("Answered unasked"), ui::Cell::number},
            {words("Led to a change"), ui::Cell::number}}};
    for (const auto& line : lines) table.rows.push_back(coverage_row(words, row_title(visit, line), line));
    table.rows.push_back(coverage_row(words, html("<strong>{}</strong>", words("All")), sum(lines)));
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
{example}
{table}
<p class="meta">{explanation}</p>)",
        "title"_a = words("Who was heard"),
        "lead"_a = words(
            "The ordinance on regional growth work (2017:583), section 10, asks that the strategy is made "
            "with municipalities, regions, county administrative boards and other state authorities, and "
            "that business and civil society are offered to take part."),
        "example"_a = example_notice(visit), "table"_a = ui::table(table),
        "explanation"_a = words(
            "Who still may answer is counted as asked only. An answer has led to a change when a change in "
            "a version that readers can see goes back to it or to an issue in it."));
    auto content = process_page(visit, words("Who was heard"), body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")},
        {visit.href(address::referral_page, referral->number), words("Formal consultation")}};
    return page(content, visit);
}

}  // namespace medskapa::web::referral
