#include "domain/document/word_diff.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/parts.hpp"
#include "web/document/views.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"

#include <algorithm>

namespace medskapa::web::decision::report {
namespace {

constexpr int changes_at_once = 200;

Html change_number(int number) {
    return html("<a href=\"#andring-{0}\">Ä-{0}</a>", number);
}

/// The headings of all frozen documents in their order, and which of them each paragraph stands under.
class Sections {
public:
    explicit Sections(const Pen& pen) {
        auto& db = pen.subject.db;
        for (const auto& document : store::documents_of(db, pen.subject.process.id))
            if (const auto version = store::newest_frozen(db, document.id))
                add(store::lines_of(db, version->id));
        for (const auto& subject : store::subjects_of(db, pen.subject.process.id))
            place_[subject.key] = add(pen.in(subject.title));
        others_ = add(pen.subject.words("The whole strategy, and other things"));
    }

    /// The place of a report's section for a paragraph or a subject.
    std::size_t place_of(const std::string& code) const {
        if (const auto found = place_.find(code); found != place_.end()) return found->second;
        const auto heading = code.substr(0, code.rfind("-p"));  // of a paragraph that is gone
        const auto found = place_.find(heading);
        return found == place_.end() ? others_ : found->second;
    }
    std::size_t place_of(const store::FiledIssue& issue) const {
        const auto place = issue.paragraph.empty() ? others_ : place_of(issue.paragraph);
        return place == others_ ? place_of(issue.concerns) : place;
    }
    const std::string& title(std::size_t place) const { return titles_[place]; }

private:
    std::size_t add(const std::string& title) {
        titles_.push_back(title);
        return titles_.size() - 1;
    }

    void add(const Lines& lines) {
        std::size_t heading = 0;
        for (const auto& line : lines) {
            if (line.node.kind == Node::Kind::section) heading = add(line.text + " (" + line.node.code + ")");
            place_[line.node.code] = heading;
        }
    }

    std::vector<std::string> titles_;
    std::map<std::string, std::size_t> place_;
    std::size_t others_ = 0;
};

Html words_of_change(const store::ReportedChange& reported) {
    return each(diff_words(reported.before, reported.after), [](const Piece& piece) {
        switch (piece.kind) {
            case Piece::Kind::removed: return html("<del>{}</del>", piece.text);
            case Piece::Kind::added: return html("<ins>{}</ins>", piece.text);
            case Piece::Kind::same: break;
        }
        return html("{}", piece.text);
    });
}

Html causes_view(const store::ReportedChange& reported, const Words& words) {
    if (reported.causes.empty()) return {};
    return html("\n<p>{}{}</p>", words("Goes back to:"), each(reported.causes, [](const std::string& cause) {
        const auto number = cause.substr(2, cause.find('.') - 2);
        return html(" <a href=\"#inspel-{}\">{}</a>", number, cause);
    }));
}

Html change_view(const store::ReportedChange& reported, const Words& words) {
    const auto& change = reported.change;
    return html("\n<h3 id=\"andring-{0}\">Ä-{0} · {1} · {2}</h3>\n<p class=\"as-typed\">{3}</p>\n{4}{5}",
        change.number, reported.paragraph, shown(change.kind, words), words_of_change(reported),
        change.reason.empty() ? Html{} : html("<p>{} {}</p>", words("Why:"), change.reason),
        causes_view(reported, words));
}

Html issue_row(const store::ReportedIssue& issue, const Words& words) {
    const auto changes = each(issue.changes, [](int number) { return html("{} ", change_number(number)); });
    return html(R"(
<tr><th scope="row"><a href="#inspel-{0}">I-{0}.{1}</a> {2}<blockquote>{3}</blockquote></th><td><strong>{4}</strong>{5}</td><td>{6}</td></tr>)",
        issue.inspel, issue.position, issue.title, issue.quote, shown(issue.outcome, words),
        inspel::paragraphs(issue.answer), changes);
}

struct Filed {
    std::size_t section;
    Id<Issue> id;
};

std::vector<Filed> sorted_by_section(const Pen& pen, const Sections& sections) {
    std::vector<Filed> filed;
    for (const auto& issue : store::filed_issues(pen.subject.db, pen.subject.process.id))
        filed.push_back({sections.place_of(issue), issue.id});
    std::stable_sort(
        filed.begin(), filed.end(), [](const Filed& a, const Filed& b) { return a.section < b.section; });
    return filed;
}

void begin_table(const Pen& pen, const std::string& title) {
    const auto& words = pen.subject.words;
    pen.put(html(R"(
<h3>{0}</h3>
<div class="scroll" role="region" aria-label="{0}" tabindex="0"><table><caption class="vh">{0}</caption>
<thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th></tr></thead>
<tbody>)",
        title, words("Issue"), words("Answer"), words("Change")));
}

/// The issues of one section, as a table.
void write_section(
    Pen& pen, const Sections& sections, const std::vector<Filed>& filed, std::size_t from, std::size_t to) {
    const auto all = static_cast<double>(filed.size());
    begin_table(pen, sections.title(filed[from].section));
    for (auto at = from; at < to; at += store::most_issues_at_once) {
        std::vector<Id<Issue>> ids;
        for (auto n = at; n < std::min(to, at + store::most_issues_at_once); ++n) ids.push_back(filed[n].id);
        for (const auto& issue : store::reported_issues(pen.subject.db, ids)) {
            pen.put(issue_row(issue, pen.subject.words));
            ++pen.written.issues;
        }
        pen.progress(pen.subject.words("issues and answers"), 0.1 + 0.5 * static_cast<double>(at) / all);
    }
    pen.put(html("</tbody></table></div>"));
}

}  // namespace

void write_changes(Pen& pen) {
    const auto& words = pen.subject.words;
    pen.put(html("\n<h2>{}</h2>", words("What was changed, and why")));
    int last = 0;
    while (true) {
        const auto page =
            store::reported_changes(pen.subject.db, pen.subject.process.id, last, changes_at_once);
        if (page.empty()) break;
        for (const auto& reported : page) pen.put(change_view(reported, words));
        pen.written.changes += static_cast<std::int64_t>(page.size());
        last = page.back().change.number;
    }
    if (pen.written.changes == 0) pen.put(html("\n<p>{}</p>", words("Nothing has been changed yet.")));
}

void write_answers(Pen& pen) {
    const auto& words = pen.subject.words;
    const Sections sections{pen};
    const auto filed = sorted_by_section(pen, sections);
    pen.put(html("\n<h2>{}</h2>", words("Issues, answers and changes, by section")));
    if (filed.empty()) pen.put(html("\n<p>{}</p>", words("No inspel has been split into issues yet.")));
    for (std::size_t from = 0; from < filed.size();) {
        auto to = from;
        while (to < filed.size() && filed[to].section == filed[from].section) ++to;
        write_section(pen, sections, filed, from, to);
        from = to;
    }
}

}  // namespace medskapa::web::decision::report
