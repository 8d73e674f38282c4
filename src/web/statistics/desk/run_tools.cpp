#include "app/statistics/analysis.hpp"
#include "app/statistics/run.hpp"
#include "domain/field.hpp"
#include "store/document/document_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/desk/pages.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::statistics::desk {
namespace {

/// The paragraphs of the process' drafts, by code.
std::vector<std::string> paragraph_codes(const Visit& visit) {
    std::vector<std::string> codes;
    for (const auto& document : store::documents_of(visit.db, visit.process->id))
        for (const auto& line : store::lines_of(visit.db, store::draft_of(visit.db, document.id).id))
            if (line.node.kind == Node::Kind::paragraph) codes.push_back(line.node.code);
    return codes;
}

Html cite_form(const Visit& visit, const OpenedRun& of, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    std::vector<ui::Choice> figures;
    for (const auto& figure : citable_figures(of.run.kind, of.result, words))
        figures.push_back({figure.key, figure.name + ": " + figure.value + " " + figure.unit});
    const auto fields = html("{}{}",
        ui::select({.name = "val", .label = words("Figure"), .value = std::string{visit.field("val")}},
            figures, complaints, words),
        ui::text_field({.name = "galler",
                           .label = words("Paragraph that cites it"),
                           .value = std::string{visit.field("galler")},
                           .hint = words("Its code, as it stands in the text"),
                           .is_short = true,
                           .suggestions = paragraph_codes(visit)},
            ui::Input::text, complaints, words));
    return post_form(
        visit, {.action = visit.href(address::cite_run, of.run.number),
                   .fields = fields,
                   .button = ui::submit(words("Link the figure to the paragraph"), ui::Weight::filled),
                   .is_narrow = true});
}

Html again_view(const Visit& visit, const AnalysisRun& run) {
    const auto& words = visit.words;
    const auto asked = visit.query("omkord");
    const auto outcome =
        asked == "samma" ? ui::status(html("<p>{}</p>",
                               words("Made again just now: the same result, with the same SHA-256.")))
        : asked == "annan"
            ? ui::status(html("<p>{}</p>",
                  words("Made again just now: the result is another. This is the new analysis.")))
            : Html{};
    return html("{}{}", outcome,
        post_button(visit, visit.href(address::make_run_again, run.number),
            ui::submit(words("Make it again on the same statistics"), ui::Weight::quiet)));
}

Html remove_form(const Visit& visit, const AnalysisRun& run) {
    if (!store::citations_of(visit.db, run.id).empty())
        return html("<p>{}</p>", visit.words("The strategy cites this analysis, so it cannot be removed."));
    return ui::guarded(visit.words("Remove the analysis"),
        visit.words("Its page is gone for everybody, and its number is not used again."),
        post_button(visit, visit.href(address::remove_run, run.number),
            ui::submit(visit.words("Remove the analysis"), ui::Weight::quiet)));
}

Response tools_page(const Visit& visit, const OpenedRun& of, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = title_of(of.run.kind, of.result, words);
    const auto picture = pictures_of(of.run.kind, of.result, words).front();
    const auto cited = store::citations_of(visit.db, of.run.id);
    const auto body = html(R"({errors}
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<p><a href="{public}">{public_name}</a></p>
{picture}
<h2>{cite_title}</h2>
{cite}
<h2>{cited_title}</h2>
{cited}
<h2>{more_title}</h2>
{again}{remove})",
        "errors"_a = ui::error_summary(complaints, words),
        "kicker"_a = words("Analysis {}", reference(of.run)), "title"_a = title,
        "public"_a = run_href(visit, of.run),
        "public_name"_a = words("The analysis' page, as everybody sees it"),
        "picture"_a = small_figure_of(picture.cut_to(8), foot_of(visit, of, picture), words),
        "cite_title"_a = words("Link a figure to the text"), "cite"_a = cite_form(visit, of, complaints),
        "cited_title"_a = words("Cited by"),
        "cited"_a = cited.empty() ? html("<p>{}</p>", words("No text rests on it yet."))
                                  : each(cited,
                                        [&](const Citation& one) {
                                            return evidence_card(visit, one, CardEnd::paragraph);
                                        }),
        "more_title"_a = words("More"), "again"_a = again_view(visit, of.run),
        "remove"_a = remove_form(visit, of.run));
    auto content = desk_page(visit, title, body, "underlag");
    content.crumbs = {{visit.href(address::statistics_desk), words("Evidence for the text")}};
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Response refused(const Visit& visit, const AnalysisRun& run, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    return tools_page(visit, opened(visit, run), failure.complaints, status_of(failure.kind));
}

}  // namespace

Response run(const Visit& visit) {
    const auto found = asked_run(visit);
    return found ? tools_page(visit, opened(visit, *found), {}, 200)
                 : problem(visit, Failure::Kind::not_found);
}

Response make_again(const Visit& visit) {
    const auto found = asked_run(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto of = opened(visit, *found);
    const auto made = app::analysed(visit.db, of.dataset, found->kind, read_parameters(found->parameters));
    if (!made) return refused(visit, *found, made.error());
    const auto kept = visit.write([&](auto& act) { return app::keep_run(act, *made); });
    if (!kept) return problem(visit, kept.error().kind);
    return see_other(with_query(visit.href(address::desk_run, kept->number),
        {{"omkord", kept->id == found->id ? "samma" : "annan"}}));
}

Response remove(const Visit& visit) {
    const auto found = asked_run(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto removed = visit.write([&](auto& act) { return app::remove_run(act, found->number); });
    return removed ? see_other(visit.href(address::statistics_desk))
                   : refused(visit, *found, removed.error());
}

Response cite(const Visit& visit) {
    const auto found = asked_run(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const std::string paragraph{visit.field("galler")};
    const std::string figure{visit.field("val")};
    const auto cited =
        visit.write([&](auto& act) { return app::cite_figure(act, found->number, paragraph, figure); });
    return cited ? see_other(visit.href(address::desk_run, found->number))
                 : refused(visit, *found, cited.error());
}

Response review_citation(const Visit& visit) {
    const auto citation = Visit::number(visit.path.at("citation"));
    const auto run = Visit::number(visit.field("korning"));
    if (!citation || !run) return problem(visit, Failure::Kind::not_found);
    const auto reviewed = visit.write([&](auto& act) { return app::review_citation(act, *citation, *run); });
    return reviewed ? see_other(visit.href(address::statistics_desk)) : problem(visit, reviewed.error().kind);
}

}  // namespace medskapa::web::statistics::desk
