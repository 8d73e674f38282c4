#include "app/inspel/inspel_alike.hpp"
#include "app/inspel/inspel_import.hpp"
#include "base/csv/write.hpp"
#include "engine/office/spreadsheet.hpp"
#include "web/frame/csv_file.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/desk/entry.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::inspel::desk {
namespace {

constexpr std::size_t most_alike_shown = 50;

/// What the import page says above its form, and whether it asks before it goes on.
struct ImportNotice {
    Html notice = {};
    bool asks = false;
};

Response import_page(
    const Visit& visit, const ui::Complaints& complaints, const ImportNotice& import_notice, int status) {
    const auto& words = visit.words;
    const auto wrong =
        complaints.empty()
            ? Html{}
            : ui::notice(ui::Tone::bad,
                  html("<h2>{}</h2><ul>{}</ul>", words("Nothing was read in. Put this right first:"),
                      each(complaints, [&](const Complaint& complaint) {
                          return html("<li>{}: {}</li>", ui::place_in_table(complaint.place, words),
                              words.complaint(complaint));
                      })));
    const auto body = html(R"({wrong}{notice}
<h1>{title}</h1>
<p class="lead">{lead}</p>
<form method="post" action="{action}" enctype="multipart/form-data" class="narrow">{guard}{fields}
<p class="row"><button class="btn" name="gor" value="prova">{try}</button> <button class="btn quiet" name="gor" value="las-in">{read_in}</button></p></form>
<h2>{columns}</h2><p>{how} <a href="{template_href}">{template}</a></p><p><code>text, rubrik, mottaget, kanal, aktivitet, vem, organisation, kommun, amne, galler, kontakt, sprak</code></p>)",
        "wrong"_a = wrong, "notice"_a = import_notice.notice, "title"_a = words("Read in a table"),
        "lead"_a = words(
            "A spreadsheet from a survey, a workshop or a pile of letters: one inspel a row, XLSX or CSV."),
        "action"_a = visit.href(address::import_inspel), "guard"_a = form_guard(visit, ""),
        "fields"_a =
            html("{}{}", ui::text_field({.name = "fil", .label = words("File")}, ui::Input::file, {}, words),
                import_notice.asks
                    ? ui::checkbox({.name = "anda", .label = words("Read them in all the same")}, {}, words)
                    : Html{}),
        "try"_a = words("Try without saving"), "read_in"_a = words("Read in all rows"),
        "columns"_a = words("Columns"),
        "how"_a =
            words("The first line names the columns. Only the text is required; the others may be left out."),
        "template_href"_a = visit.href(address::import_template),
        "template"_a = words("A table to begin with (CSV)"));
    auto content = desk_page(visit, words("Read in a table"), body, "inlasning");
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

/// The rows that say nearly what is known already, with ways to that.
Html alike_notice(
    const Visit& visit, const std::vector<csv::Row>& rows, const std::vector<app::AlikeInspel>& alike) {
    const auto& words = visit.words;
    Html items;
    for (std::size_t i = 0; i < std::min(alike.size(), most_alike_shown); ++i)
        items += html("<li>{row} <a href=\"{href}\">I-{number} {title}</a></li>",
            "row"_a = words("Row {} looks like", rows.at(alike[i].draft).line()),
            "href"_a = visit.href(address::inspel_workbench, alike[i].number), "number"_a = alike[i].number,
            "title"_a = alike[i].title);
    const auto more = alike.size() > most_alike_shown ? html("<p>{}</p>", words("and more")) : Html{};
    return ui::notice(ui::Tone::warn,
        html("<h2>{title}</h2><p>{lead}</p><ul>{items}</ul>{more}",
            "title"_a = words.count("{} row looks like an inspel that is here already",
                "{} rows look like inspel that are here already", static_cast<std::int64_t>(alike.size())),
            "lead"_a = words(
                "Nothing has been saved. Compare them, take away the rows that are the same, and choose the "
                "file again; or read in all of it all the same."),
            "items"_a = items, "more"_a = more));
}

}  // namespace

Response import_form(const Visit& visit) {
    return import_page(visit, {}, {}, 200);
}

Response import_template(const Visit& visit) {
    const auto day = time::iso(visit.today());
    return not_stored(csv_file("inspel-mall.csv", csv::line({"text", "rubrik", "mottaget", "kanal", "vem",
                                                      "organisation", "kommun", "amne", "kontakt"}) +
                                                      csv::line({"Skriv inspelet här, en rad för varje.", "",
                                                          day, "brev", "privatperson", "", "", "", ""})));
}

Response import(const Visit& visit) {
    const auto& words = visit.words;
    if (visit.request.uploads.empty() || visit.request.uploads.front().bytes.empty())
        return import_page(visit, {{words("File"), N_("Choose a file"), {}}}, {}, 422);
    const auto rows = app::read_sheet(visit.request.uploads.front().bytes);
    if (!rows) return import_page(visit, rows.error().complaints, {}, 422);
    const auto entered = app::read_import(visit.db, *visit.process, *rows, visit.site.clock, visit.now);
    if (!entered) return import_page(visit, entered.error().complaints, {}, 422);

    const auto many = static_cast<std::int64_t>(entered->size());
    const auto alike = app::known_alike(visit.db, *visit.process, *entered);
    const bool is_tried = visit.field("gor") != "las-in";
    if (!alike.empty() && (is_tried || visit.field("anda") != "ja"))
        return import_page(visit, {}, {alike_notice(visit, *rows, alike), true}, is_tried ? 200 : 409);
    if (is_tried)
        return import_page(visit, {},
            {ui::notice(ui::Tone::good,
                html("<p>{}</p>",
                    words.count(
                        "{} row is right. Nothing has been saved: choose the file again and read it in.",
                        "All {} rows are right. Nothing has been saved: choose the file again and read it "
                        "in.",
                        many)))},
            200);
    const auto imported =
        visit.write([&](auto& act) { return app::import_inspel(act, *entered, visit.site.secret); });
    if (!imported)
        return import_page(visit, imported.error().complaints, {}, status_of(imported.error().kind));
    return import_page(visit, {},
        {ui::notice(ui::Tone::good,
            html("<p>{}</p>", words.count("{} inspel has been read in and waits for review.",
                                  "{} inspel have been read in and wait for review.", many)))},
        200);
}

}  // namespace medskapa::web::inspel::desk
