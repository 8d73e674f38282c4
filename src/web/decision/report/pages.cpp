#include "web/decision/report/pages.hpp"

#include "store/correction/correction_store.hpp"
#include "store/decision/decision_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/report/parts.hpp"
#include "web/decision/report/sections.hpp"
#include "web/decision/report/whole.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/html_sink.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

/// The report to read: its contents, and a page for each part of it, however much there is.
namespace medskapa::web::decision::report {
namespace {

constexpr int changes_on_a_page = 20;
constexpr int causes_of_a_change = 40;

Subject subject_of(const Visit& visit) {
    return {visit.db, *visit.process, words_of(visit.words.language()), visit.site.clock, visit.now};
}

void no_progress(std::string_view /*stage*/, double /*part*/) {}

/// Where on the site something stands that the whole report has an anchor for.
std::string address_of(const Visit& visit, const std::string& anchor) {
    const auto dash = anchor.rfind('-');
    const auto number = Visit::number(std::string_view{anchor}.substr(dash + 1)).value_or(0);
    return anchor.starts_with("andring-") ? visit.href(address::change_page, number)
                                          : visit.href(address::inspel_page, number);
}

/// What `write` writes of the report, as markup.
template <class Write>
Html written(const Visit& visit, Write write) {
    Html all;
    ui::HtmlSink sink{visit.words.tag(), [&](const Html& piece) { all += piece; },
        [&](const std::string& anchor) { return address_of(visit, anchor); }};
    const auto subject = subject_of(visit);
    const Progress progress = no_progress;
    Pen pen{subject, sink, progress};
    write(pen);
    sink.finish();
    return all;
}

/// A part that is not as large as what came in.
struct ShortPart {
    std::string_view name;
    const char* title;
    void (*write)(Pen&);
};

void write_who(Pen& pen) {
    write_statistics(pen, store::figures_of(pen.subject.db, pen.subject.process.id));
}

void write_decided(Pen& pen) {
    const auto process = pen.subject.process.id;
    if (store::decisions_of(pen.subject.db, process).empty() &&
        store::sami_consultations_of(pen.subject.db, process).empty())
        pen.put(office::paragraph(pen.subject.words("Nothing has been decided yet.")));
    write_decisions(pen);
}

void write_corrected(Pen& pen) {
    if (store::corrections_in(pen.subject.db, pen.subject.process.id, 0, 1).empty())
        pen.put(office::paragraph(pen.subject.words("Nothing that was public has been corrected.")));
    write_corrections(pen);
}

constexpr ShortPart short_parts[]{
    {"hur", N_("How it was done"), write_how},
    {"vilka", N_("Who was heard"), write_who},
    {"beslut", N_("Decisions"), write_decided},
    {"rattelser", N_("Corrections"), write_corrected},
};

constexpr std::string_view changes_part = "andringar";

Html link_item(const std::string& href, const std::string& text, const std::string& meta = {}) {
    return html("<li><a href=\"{}\">{}</a>{}</li>", href, text,
        meta.empty() ? Html{} : html(" <span class=\"meta\">{}</span>", meta));
}

Html sections_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto sections = sections_of(subject_of(visit));
    if (sections.empty()) return html("<p>{}</p>", words("No inspel has been split into issues yet."));
    return html("<ul>{}</ul>", each(sections, [&](const Section& section) {
        return link_item(visit.href(address::report_section, section.key), section.title,
            words.count("{} inspel", "{} inspel", section.inspel));
    }));
}

Html contents_view(const Visit& visit) {
    const auto& words = visit.words;
    Html items;
    for (const auto& part : short_parts)
        items += link_item(visit.href(address::report_part, part.name), words(part.title));
    items += link_item(visit.href(address::report_part, changes_part), words("What was changed, and why"));
    items += html("<li>{}{}</li>", words("Issues, answers and changes, by section"), sections_view(visit));
    items += link_item(visit.href(address::inspel_list), words("Appendix: every inspel whole"));
    return html(R"(
<h2>{}</h2><ul>{}</ul>)",
        words("Contents"), items);
}

Response report_page_of(const Visit& visit, const std::string& title, const Html& body, bool is_part) {
    const auto& words = visit.words;
    auto content = process_page(visit, title,
        html("{}{}", html("<div class=\"report\">{}</div>", body), process_nav(visit, ProcessStage::report)),
        "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")}};
    if (is_part)
        content.crumbs.push_back({visit.href(address::report_page), words("The consultation report")});
    return page(content, visit);
}

Response part_page(
    const Visit& visit, const std::string& title, const Html& body, const ui::Pages& pages = {}) {
    return report_page_of(visit, title + ": " + title_of(subject_of(visit)),
        html("\n<h1>{}</h1>{}{}", title_of(subject_of(visit)), body, ui::pagination(pages, visit.words)),
        true);
}

Response changes(const Visit& visit) {
    const auto& words = visit.words;
    const int after = Visit::number(visit.query("efter")).value_or(0);
    auto found = store::reported_changes(
        visit.db, visit.process->id, after, changes_on_a_page + 1, causes_of_a_change + 1);
    ui::Pages pages;
    const auto here = visit.href(address::report_part, changes_part);
    if (after > 0) pages.first = here;
    if (found.size() > changes_on_a_page) {
        found.pop_back();
        pages.next = with_query(here, {{"efter", std::to_string(found.back().change.number)}});
    }
    const auto title = words("What was changed, and why");
    const auto body = written(visit, [&](Pen& pen) {
        pen.put(office::heading(2, title));
        for (const auto& change : found) put_change(pen, change, causes_of_a_change);
        if (found.empty()) pen.put(office::paragraph(words("Nothing has been changed yet.")));
    });
    return part_page(visit, title, body, pages);
}

}  // namespace

Response show(const Visit& visit) {
    const auto figures = store::figures_of(visit.db, visit.process->id);
    const auto title = written(visit, [](Pen& pen) { write_title(pen); });
    const auto summary = written(visit, [&](Pen& pen) { write_summary(pen, figures); });
    return report_page_of(visit, title_of(subject_of(visit)),
        html("{title}{downloads}{contents}{summary}", "title"_a = title, "downloads"_a = downloads(visit),
            "contents"_a = contents_view(visit), "summary"_a = summary),
        false);
}

Response part(const Visit& visit) {
    const auto& name = visit.path.at("part");
    if (name == changes_part) return changes(visit);
    for (const auto& part : short_parts)
        if (name == part.name)
            return part_page(
                visit, visit.words(part.title), written(visit, [&](Pen& pen) { part.write(pen); }));
    return problem(visit, Failure::Kind::not_found);
}

Response section(const Visit& visit) {
    const auto sections = sections_of(subject_of(visit));
    const auto found = std::find_if(sections.begin(), sections.end(),
        [&](const Section& one) { return one.key == visit.path.at("section"); });
    if (found == sections.end()) return problem(visit, Failure::Kind::not_found);
    const SectionPlace at{static_cast<std::size_t>(Visit::number(visit.query("del")).value_or(0)),
        {Visit::number(visit.query("efter")).value_or(0)}};
    std::optional<SectionPlace> next;
    const auto body = written(visit, [&](Pen& pen) {
        pen.put(office::heading(2, found->title));
        next = write_part_of(pen, *found, at);
    });
    ui::Pages pages;
    const auto here = visit.href(address::report_section, found->key);
    if (at.concerns > 0 || at.after) pages.first = here;
    if (next)
        pages.next = with_query(
            here, {{"del", std::to_string(next->concerns)}, {"efter", std::to_string(next->after.value)}});
    return part_page(visit, found->title, body, pages);
}

}  // namespace medskapa::web::decision::report
