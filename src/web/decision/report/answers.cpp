#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/parts.hpp"
#include "web/document/views.hpp"
#include "web/inspel/note.hpp"
#include "web/ui/diff.hpp"

#include <algorithm>

namespace medskapa::web::decision::report {
namespace {

constexpr int changes_at_once = 200;

using office::Spans;
using office::TextBlock;

office::Span link_to_change(int number) {
    const auto n = std::to_string(number);
    return office::link_to("andring-" + n, "Ä-" + n);
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
        others_ = add(pen.subject.words("What is about no section"));
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

Spans causes_of(const store::ReportedChange& reported, std::size_t most, const Words& words) {
    Spans spans{{words("Goes back to:")}};
    std::size_t shown_causes = 0;
    for (const auto& cause : reported.causes) {
        if (shown_causes++ == most) {
            spans.push_back({" … "});
            spans.push_back(link_to_change(reported.change.number));
            break;
        }
        const auto number = cause.name.substr(2, cause.name.find('.') - 2);
        spans.push_back({" "});
        spans.push_back(office::link_to("inspel-" + number, cause.name));
        if (cause.standing == Standing::gone || cause.standing == Standing::part)
            spans.push_back({" (" + shown(cause.standing, words) + ")"});
    }
    return spans;
}

office::TableCell issue_cell(const store::ReportedIssue& issue) {
    const auto number = std::to_string(issue.inspel);
    const auto name = "I-" + number + "." + std::to_string(issue.position);
    return {office::paragraph({office::link_to("inspel-" + number, name), {" " + issue.title}}),
        office::block(TextBlock::Kind::quote, issue.quote)};
}

office::TableCell answer_cell(const store::ReportedIssue& issue, const Words& words) {
    office::TableCell cell{office::paragraph({office::strong(shown(issue.outcome, words))})};
    for (std::size_t from = 0; from < issue.answer.size();) {
        const auto end = std::min(issue.answer.find("\n\n", from), issue.answer.size());
        if (end > from) cell.push_back(office::paragraph(issue.answer.substr(from, end - from)));
        from = end + 2;
    }
    return cell;
}

office::TableCell changes_cell(const store::ReportedIssue& issue) {
    Spans links;
    for (const int number : issue.changes) {
        links.push_back(link_to_change(number));
        links.push_back({" "});
    }
    return {office::paragraph(std::move(links))};
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

void begin_section(const Pen& pen, const std::string& title) {
    pen.put(office::heading(3, title));
    pen.sink.begin_table({title, false, answer_columns(pen.subject.words)});
}

/// The issues of one section, as a table.
void write_section(
    Pen& pen, const Sections& sections, const std::vector<Filed>& filed, std::size_t from, std::size_t to) {
    const auto all = static_cast<double>(filed.size());
    begin_section(pen, sections.title(filed[from].section));
    for (auto at = from; at < to; at += store::most_issues_at_once) {
        std::vector<Id<Issue>> ids;
        for (auto n = at; n < std::min(to, at + store::most_issues_at_once); ++n) ids.push_back(filed[n].id);
        for (const auto& issue : store::reported_issues(pen.subject.db, ids)) {
            pen.sink.add_row(answer_row(issue, pen.subject.words));
            ++pen.written.issues;
        }
        pen.progress(pen.subject.words("issues and answers"), 0.1 + 0.5 * static_cast<double>(at) / all);
    }
    pen.sink.end_table();
}

}  // namespace

void put_change(const Pen& pen, const store::ReportedChange& reported, std::size_t most_causes) {
    const auto& words = pen.subject.words;
    const auto& change = reported.change;
    const auto number = std::to_string(change.number);
    pen.put(
        {office::heading(3, "Ä-" + number + " · " + reported.paragraph + " · " + shown(change.kind, words),
             "andring-" + number),
            office::block(TextBlock::Kind::typed, ui::changed_words(reported.before, reported.after))});
    if (!change.reason.empty()) pen.put(office::paragraph(words("Why:") + " " + change.reason));
    if (!reported.causes.empty()) pen.put(office::paragraph(causes_of(reported, most_causes, words)));
}

office::TableRow answer_row(const store::ReportedIssue& issue, const Words& words) {
    return {issue_cell(issue), answer_cell(issue, words), changes_cell(issue)};
}

std::vector<office::TableHead::Column> answer_columns(const Words& words) {
    return {{words("Issue")}, {words.in("column", "Answer")}, {words.in("column", "Change")}};
}

void write_changes(Pen& pen) {
    const auto& words = pen.subject.words;
    pen.put(office::heading(2, words("What was changed, and why")));
    int last = 0;
    while (true) {
        const auto page =
            store::reported_changes(pen.subject.db, pen.subject.process.id, last, changes_at_once);
        if (page.empty()) break;
        for (const auto& reported : page) put_change(pen, reported, reported.causes.size());
        pen.written.changes += static_cast<std::int64_t>(page.size());
        last = page.back().change.number;
    }
    if (pen.written.changes == 0) pen.put(office::paragraph(words("Nothing has been changed yet.")));
}

void write_answers(Pen& pen) {
    const auto& words = pen.subject.words;
    const Sections sections{pen};
    const auto filed = sorted_by_section(pen, sections);
    pen.put(office::heading(2, words("Issues, answers and changes, by section")));
    if (filed.empty()) pen.put(office::paragraph(words("No inspel has been split into issues yet.")));
    for (std::size_t from = 0; from < filed.size();) {
        auto to = from;
        while (to < filed.size() && filed[to].section == filed[from].section) ++to;
        write_section(pen, sections, filed, from, to);
        from = to;
    }
}

}  // namespace medskapa::web::decision::report
