#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/published.hpp"
#include "app/statistics/run.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/desk/dataset_draft.hpp"
#include "web/statistics/desk/pages.hpp"
#include "web/statistics/views.hpp"

namespace medskapa::web::statistics::desk {
namespace {

Html file_form(const Visit& visit, const DatasetDraft& draft) {
    const auto& words = visit.words;
    const auto file = ui::text_field(
        {.name = "fil",
            .label = words("File with statistics"),
            .hint = words("PX, JSON-stat, Kolada, SDMX-CSV, CSV, XLSX or ODS, as the source gives it")},
        ui::Input::file, draft.complaints, words);
    const auto decimal = ui::select(
        {.name = "decimal", .label = words("Decimals"), .value = std::string{visit.field("decimal")}},
        {{"", words("As the file shows")}, {"komma", words("Comma: 1,5")}, {"punkt", words("Point: 1.5")}},
        draft.complaints, words);
    return post_form(visit, {.action = visit.href(address::import_dataset),
                                .fields = html("{}{}", file, decimal),
                                .button = ui::submit(words("Show how it is understood"), ui::Weight::filled),
                                .is_narrow = true,
                                .takes_files = true});
}

Response import_page(const Visit& visit, const DatasetDraft& draft) {
    const auto& words = visit.words;
    const auto title = words("Add statistics");
    const auto understood = understood_view(visit, draft);
    const auto body = html(R"(
{errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{form}
{understood})",
        "errors"_a = ui::error_summary(draft.complaints, words), "title"_a = title,
        "lead"_a = words("Choose the file as the source gives it. Nothing is kept until you have seen how it "
                         "is understood. "
                         "What is kept is never changed: newer figures are a new version."),
        "form"_a = understood.empty() ? file_form(visit, draft) : Html{}, "understood"_a = understood);
    auto content = desk_page(visit, title, body, "underlag");
    content.crumbs = {{visit.href(address::statistics_desk), words("Evidence for the text")}};
    content.has_errors = !draft.complaints.empty();
    return not_stored(page(content, visit, draft.status));
}

/// What was asked of the data that is replaced is asked of the new, so that whoever looks sees what changed.
/// A question that the new data cannot answer is left for a person.
void ask_again(const Visit& visit, const Dataset& newer) {
    for (const auto& run : store::runs_on(visit.db, visit.process->id, newer.replaces)) {
        const auto again = app::analysed(visit.db, newer, run.kind, read_parameters(run.parameters));
        if (again) (void)visit.write([&](auto& act) { return app::keep_run(act, *again); });
    }
}

}  // namespace

Response import_form(const Visit& visit) {
    return import_page(visit, {});
}

Response import_dataset(const Visit& visit) {
    auto draft = sent_dataset(visit);
    if (!draft.read || visit.field("gor") != "behall") return import_page(visit, draft);
    const auto dataset = typed_dataset(visit, draft);
    const auto cells = app::cells_of(*draft.read);
    const auto kept =
        visit.write([&](auto& act) { return app::import_dataset(act, dataset, cells, draft.bytes); });
    if (!kept) {
        if (kept.error().complaints.empty()) return problem(visit, kept.error().kind);
        draft.complaints = kept.error().complaints;
        draft.status = status_of(kept.error().kind);
        return import_page(visit, draft);
    }
    if (kept->replaces) ask_again(visit, *store::dataset_numbered(visit.db, kept->number));
    return see_other(visit.href(address::make_run, kept->number));
}

}  // namespace medskapa::web::statistics::desk
