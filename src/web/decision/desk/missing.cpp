#include "app/decision/completeness.hpp"
#include "store/decision/completeness_store.hpp"
#include "web/assessment/note.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/desk/pages.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::decision::desk {
namespace {

using store::Unanswered;

constexpr int rows_on_a_page = 50;

/// Where a page of the list begins: after "12" or "12.3", the last one seen.
struct After {
    int inspel = 0;
    int position = 0;
};

After after_of(std::string_view query) {
    const auto dot = query.find('.');
    return {Visit::number(query.substr(0, dot)).value_or(0),
        dot == query.npos ? 0 : Visit::number(query.substr(dot + 1)).value_or(0)};
}

std::string lacks(Unanswered::Kind kind, const Words& words) {
    switch (kind) {
        case Unanswered::Kind::unread: return words("Not read");
        case Unanswered::Kind::unsplit: return words("Not split into issues");
        case Unanswered::Kind::unanswered: break;
    }
    return words("No public answer");
}

std::vector<Html> row_of(const Visit& visit, const Unanswered& one) {
    const auto workbench = visit.href(address::inspel_workbench, one.inspel);
    const auto position = std::to_string(one.position);
    const bool is_issue = one.position != 0;
    return {
        html(R"(<a href="{}">{} {}</a>)",
            is_issue ? with_query(workbench + "#synpunkt-" + position, {{"synpunkt", position}}) : workbench,
            "I-" + std::to_string(one.inspel) + (is_issue ? "." + position : ""), one.title),
        html("{}", lacks(one.kind, visit.words))};
}

Html list_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto after = after_of(visit.query("efter"));
    auto rows =
        store::unanswered_in(visit.db, visit.process->id, after.inspel, after.position, rows_on_a_page + 1);
    ui::Pages pages;
    const auto here = visit.href(address::missing_page);
    if (after.inspel > 0) pages.first = here;
    if (rows.size() > rows_on_a_page) {
        rows.pop_back();
        const auto& last = rows.back();
        pages.next = with_query(
            here, {{"efter", std::to_string(last.inspel) +
                                 (last.position == 0 ? "" : "." + std::to_string(last.position))}});
    }
    ui::Table table{
        .caption = words("Still to answer"), .columns = {{words("Issue")}, {words("Still to answer")}}};
    for (const auto& one : rows) table.rows.push_back(row_of(visit, one));
    return rows.empty() ? Html{} : html("{}{}", ui::table(table), ui::pagination(pages, words));
}

Html waive_form(const Visit& visit, const Gate& gate, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto reason = ui::text_area(
        {.name = "skal",
            .label = words("Why?"),
            .value = std::string{visit.field("skal")},
            .hint = words("Everybody can read it, and it stands in the log and in the report.")},
        4, complaints, words);
    return html(R"(
<h2>{}</h2>
<p>{}</p>
{})",
        words("Proceed all the same"),
        words("A reason stands for what is missing now. When something more comes in, a new one is needed."),
        post_form(visit, {.action = visit.href(address::waive_missing),
                             .fields = reason,
                             .button = ui::submit(words("Go on in spite of it"), ui::Weight::quiet),
                             .seen = {store::version_of(visit.process->id, gate)}}));
}

Html declare_form(const Visit& visit, const Gate& gate) {
    const auto& words = visit.words;
    return html("<form method=\"post\" action=\"{}\">{}<p>{}</p></form>",
        visit.href(address::declare_complete),
        form_guard(visit, {store::version_of(visit.process->id, gate)}),
        ui::submit(words("Certify that every issue is answered"), ui::Weight::filled));
}

Html next_step(const Visit& visit, const Gate& gate, const ui::Complaints& complaints) {
    if (!authorize(visit.signed_in->actor, Action::decide, visit.process->id)) return {};
    if (gate.missing.is_nothing()) return declare_form(visit, gate);
    if (gate.is_waived())
        return html("{}{}",
            ui::notice(ui::Tone::info,
                html("<p>{} {}</p>", visit.words("It has been decided to go on all the same:"),
                    gate.waiver->reason)),
            declare_form(visit, gate));
    return waive_form(visit, gate, complaints);
}

std::string how_much_is_missing(const Missing& missing, const Words& words) {
    auto text = missing.lacks_no_answer()
                    ? words("Every inspel is read and split, and every issue has a public answer.")
                    : words(
                          "{} inspel are not read, {} are not split and {} issues have no public answer. "
                          "While that is so no text goes to decision.",
                          missing.unread, missing.unsplit, missing.unanswered);
    if (missing.unassessed > 0)
        text +=
            " " + words.count(
                      "The impact assessments lack {} thing, and no text goes to decision before "
                      "that is done.",
                      "The impact assessments lack {} things, and no text goes to decision before they are "
                      "done.",
                      missing.unassessed);
    return text;
}

Response missing_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto gate = store::gate_of(visit.db, visit.process->id);

    const auto body = html(R"(
{errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{list}{assessments}
{next_step})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Still to answer"),
        "lead"_a = how_much_is_missing(gate.missing, words), "list"_a = list_view(visit),
        "assessments"_a = assessment::gaps_before_decision(visit),
        "next_step"_a = next_step(visit, gate, complaints));
    return page_with_form(
        desk_page(visit, words("Still to answer"), body, "saknas"), visit, complaints, status);
}

template <class T>
Response redirect_or_refuse(const Visit& visit, const Result<T>& result) {
    if (result) return see_other(visit.href(address::missing_page));
    if (result.error().complaints.empty()) return problem(visit, result.error().kind);
    return missing_page(visit, result.error().complaints, status_of(result.error().kind));
}

}  // namespace

Response missing(const Visit& visit) {
    return missing_page(visit, {}, 200);
}

Response waive(const Visit& visit) {
    return redirect_or_refuse(visit,
        visit.write([&](auto& act) { return app::waive_missing(act, std::string{visit.field("skal")}); }));
}

Response declare(const Visit& visit) {
    return redirect_or_refuse(visit, visit.write([&](auto& act) { return app::declare_answers(act); }));
}

}  // namespace medskapa::web::decision::desk
