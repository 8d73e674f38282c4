#include "app/inspel/inspel_alike.hpp"
#include "app/inspel/inspel_import.hpp"
#include "app/staff/table_memory.hpp"
#include "base/csv/write.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/desk/entry.hpp"
#include "web/inspel/desk/import_answers.hpp"
#include "web/inspel/desk/import_preview.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::inspel::desk {
namespace {

constexpr std::size_t most_alike_shown = 50;

/// What the import page says above its form, what it asks in it, and how the last table was understood.
struct Tried {
    Html notice = {};
    bool asks = false;
    bool is_wrong = false;
    Html columns = {};
};

/// A browser gives no form its file back, so the field stands after what was asked about the file.
Html file_field(const Tried& tried, const Words& words) {
    ui::Field field{.name = "fil", .label = words("File")};
    if (!tried.columns.empty()) {
        field.label = words("The file once more");
        field.hint = words(
            "It is not kept between attempts. Choose it again, and it is read by what you have "
            "answered and chosen above.");
    }
    return ui::text_field(field, ui::Input::file, {}, words);
}

/// How the columns of the file are to be read, the file, and whether to go on in spite of what is alike.
Html import_fields(const Tried& tried, const Words& words) {
    return html("{}{}{}", tried.columns, file_field(tried, words),
        when(tried.asks,
            ui::checkbox({.name = "anda", .label = words("Import them all the same")}, {}, words)));
}

/// What a table may hold.
Html columns_help(const Visit& visit) {
    const auto& words = visit.words;
    return html(
        R"(<h2>{columns}</h2><p>{how} <a href="{template_href}">{template}</a></p><p><code>text, rubrik, mottaget, kanal, aktivitet, vem, organisation, kommun, ämne, gäller, kontakt, språk</code></p>)",
        "columns"_a = words("Columns"),
        "how"_a =
            words("The first line names the columns. Only the text is required; the others may be left out."),
        "template_href"_a = visit.href(address::import_template), "template"_a = words("A template (CSV)"));
}

Response import_page(const Visit& visit, const Tried& tried, int status) {
    const auto& words = visit.words;
    const auto body = html(R"({notice}
<h1>{title}</h1>
<p class="lead">{lead}</p>
<form method="post" action="{action}" enctype="multipart/form-data" class="narrow">{guard}{fields}
<p class="row"><button class="btn" name="gor" value="prova">{try}</button> <button class="btn quiet" name="gor" value="las-in">{read_in}</button></p></form>
{columns})",
        "notice"_a = tried.notice, "title"_a = words("Import a table"),
        "lead"_a = words("A spreadsheet from a survey, a workshop or a pile of letters: one inspel a row, "
                         "XLSX, ODS or CSV."),
        "action"_a = visit.href(address::import_inspel), "guard"_a = form_guard(visit, ""),
        "fields"_a = import_fields(tried, words), "try"_a = words("Try without saving"),
        "read_in"_a = words("Import all rows"), "columns"_a = columns_help(visit));
    auto content = desk_page(visit, words("Import a table"), body, "inlasning");
    content.has_errors = tried.is_wrong;
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
            "lead"_a = words("Nothing has been saved. Compare them, remove the rows that are the same, and "
                             "choose the file again; or import all of it all the same."),
            "items"_a = items, "more"_a = more));
}

Response refused(
    const Visit& visit, const std::vector<Complaint>& complaints, const ReadTable& read, int status = 422) {
    const auto causes = app::causes_of(complaints, read.table);
    return import_page(visit,
        {wrong_causes(causes, visit.words), false, true,
            html("{}{}", questions(visit, causes), understood(visit, read))},
        status);
}

/// The columns that nobody knows, by their names, and how many rows the spreadsheet does not show.
Html left_out(const sheets::NamedTable& table, const Words& words) {
    Html all;
    if (!table.unread().empty())
        all += html("<p>{}</p>", words("Columns that were not read: {}.", table.unread()));
    if (table.hidden_rows > 0)
        all += html("<p>{}</p>", words.count("{} row that is hidden in the workbook was read too.",
                                     "{} rows that are hidden in the workbook were read too.",
                                     static_cast<std::int64_t>(table.hidden_rows)));
    return all;
}

/// What came of the rows, and which columns did not count.
Html good_notice(const std::string& sentence, const sheets::NamedTable& table, const Words& words) {
    return ui::notice(ui::Tone::good, html("<p>{}</p>{}", sentence, left_out(table, words)));
}

Response tried(const Visit& visit, const ReadTable& read, std::size_t rows) {
    const auto& words = visit.words;
    const auto right =
        words.count("{} row is right. Nothing has been saved: choose the file again and import it.",
            "All {} rows are right. Nothing has been saved: choose the file again and import it.",
            static_cast<std::int64_t>(rows));
    return import_page(
        visit, {good_notice(right, read.table, words), false, false, understood(visit, read)}, 200);
}

Response imported(const Visit& visit, const ReadTable& read, const std::vector<app::Entered>& entered) {
    const auto& words = visit.words;
    const auto remembered = visit.write([&](auto& act) {
        return app::import_inspel(act, entered, visit.site.secret).and_then([&](int) {
            return app::remember_table(act, read.reading);
        });
    });
    if (!remembered)
        return refused(visit, remembered.error().complaints, {}, status_of(remembered.error().kind));
    auto done = words.count("{} inspel has been imported and waits for review.",
        "{} inspel have been imported and wait for review.", static_cast<std::int64_t>(entered.size()));
    if (*remembered) done += " " + words("The next table with the same header is read the same way.");
    return import_page(visit, {good_notice(done, read.table, words)}, 200);
}

}  // namespace

Response import_form(const Visit& visit) {
    return import_page(visit, {}, 200);
}

Response import_template(const Visit& visit) {
    const auto day = time::iso(visit.today());
    return not_stored(csv_file("inspel-mall.csv", csv::line({"text", "rubrik", "mottaget", "kanal", "vem",
                                                      "organisation", "kommun", "ämne", "kontakt"}) +
                                                      csv::line({"Skriv inspelet här, en rad för varje.", "",
                                                          day, "brev", "privatperson", "", "", "", ""})));
}

Response import(const Visit& visit) {
    if (visit.request.uploads.empty() || visit.request.uploads.front().bytes.empty())
        return refused(visit, {{Place{visit.words("File")}, N_("Choose a file"), {}}}, {});
    const auto read = read_sent(visit);
    if (!read) return refused(visit, read.error().complaints, {});
    const auto entered = app::read_import(visit.db, *visit.process, read->table, visit.site.clock, visit.now);
    if (!entered) return refused(visit, entered.error().complaints, *read);

    const auto alike = app::known_alike(visit.db, *visit.process, *entered);
    const bool is_tried = visit.field("gor") != "las-in";
    if (!alike.empty() && (is_tried || visit.field("anda") != "ja"))
        return import_page(visit,
            {alike_notice(visit, read->table.rows, alike), true, false, understood(visit, *read)},
            is_tried ? 200 : 409);
    return is_tried ? tried(visit, *read, entered->size()) : imported(visit, *read, *entered);
}

}  // namespace medskapa::web::inspel::desk
