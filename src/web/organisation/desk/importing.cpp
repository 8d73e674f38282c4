#include "app/organisation/organisation.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/desk/pages.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::organisation::desk {
namespace {

Html wrong_rows(const Visit& visit, const ui::Complaints& complaints) {
    if (complaints.empty()) return {};
    return ui::notice(ui::Tone::bad,
        html("<h2>{}</h2><ul>{}</ul>", visit.words("Nothing was imported. Put this right first:"),
            each(complaints, [&](const Complaint& complaint) {
                return html("<li>{}: {}</li>", ui::place_in_table(complaint.place, visit.words),
                    visit.words.complaint(complaint));
            })));
}

Html result_view(const Visit& visit, const app::ImportedOrganisations& imported) {
    const auto& words = visit.words;
    const auto added = words.count("{} organisation was added.", "{} organisations were added.",
        static_cast<std::int64_t>(imported.added.size()));
    if (imported.known.empty()) return ui::notice(ui::Tone::good, html("<p>{}</p>", added));
    return ui::notice(ui::Tone::good,
        html("<p>{}</p><p>{}</p><ul>{}</ul>", added,
            words("These stood in the register already and were left as they were:"),
            each(imported.known, [](const std::string& name) { return html("<li>{}</li>", name); })));
}

Response import_page(const Visit& visit, const Html& notice, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Import organisations");
    const auto body = html(R"({wrong}{notice}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{form}
<h2>{columns}</h2>
<p>{explanation}</p>
<p><code>namn, organisationsnummer, slag, område, aktör, registrator, domän</code></p>)",
        "wrong"_a = wrong_rows(visit, complaints), "notice"_a = notice, "title"_a = title,
        "lead"_a = words("XLSX, ODS or CSV, one organisation a row, all or none."),
        "form"_a = post_form(visit,
            {.action = visit.href(address::import_organisations),
                .fields = ui::text_field({.name = "fil", .label = words("File")}, ui::Input::file, {}, words),
                .button = ui::submit(words("Import all rows"), ui::Weight::filled),
                .is_narrow = true,
                .takes_files = true}),
        "columns"_a = words("Columns"),
        "explanation"_a = words(
            "The first line names the columns. Name and kind are required. The kind is one of kommun, "
            "region, "
            "statlig myndighet, samisk, företag, förening, granne, högskola, annan. Those that have the same "
            "number, or the same name and kind, as one in the register are left as they are."));
    auto content = desk_page(visit, title, body, "organisationer");
    content.crumbs = {{visit.href(address::desk_organisations), words("Organisations")}};
    return page_with_form(std::move(content), visit, complaints, status);
}

Response wrong(const Visit& visit, const ui::Complaints& complaints) {
    return import_page(visit, {}, complaints, 422);
}

}  // namespace

Response import_form(const Visit& visit) {
    return import_page(visit, {}, {}, 200);
}

Response import(const Visit& visit) {
    if (visit.request.uploads.empty() || visit.request.uploads.front().bytes.empty())
        return wrong(visit, {{visit.words("File"), N_("Choose a file"), {}}});
    const auto table = sheets::read_named(visit.request.uploads.front().bytes, {app::organisation_columns()});
    if (!table) return wrong(visit, table.error().complaints);
    const auto read = app::read_organisations(*table);
    if (!read) return wrong(visit, read.error().complaints);
    const auto imported = visit.write([&](auto& act) { return app::import_organisations(act, *read); });
    if (!imported && imported.error().complaints.empty()) return problem(visit, imported.error().kind);
    if (!imported) return wrong(visit, imported.error().complaints);
    return import_page(visit, result_view(visit, *imported), {}, 200);
}

}  // namespace medskapa::web::organisation::desk
