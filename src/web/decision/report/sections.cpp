#include "web/decision/report/sections.hpp"

#include "store/document/document_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/parts.hpp"

#include <algorithm>

namespace medskapa::web::decision::report {
namespace {

constexpr int inspel_on_a_page = 20;
constexpr std::size_t most_issues_on_a_page = 60;

/// The sections of the texts that everybody can read, and of the subjects, whether they hold anything or not.
class Sections {
public:
    explicit Sections(const Subject& subject)
        : left_{store::tally_of(subject.db, subject.process.id, store::Counter::concerns)} {
        for (const auto& document : store::documents_of(subject.db, subject.process.id))
            if (const auto version = store::newest_frozen(subject.db, document.id))
                add(store::lines_of(subject.db, version->id), document.title);
        for (const auto& one : store::subjects_of(subject.db, subject.process.id)) {
            begin(one.key, subject.words.in(one.title));
            take(one.key);
        }
        begin("ovrigt", subject.words("What is about no section"));
        while (!left_.empty()) take(left_.begin()->first);
        std::erase_if(found, [](const Section& section) { return section.inspel == 0; });
    }

    std::vector<Section> found;

private:
    void begin(const std::string& key, const std::string& title) { found.push_back({key, title, {}, 0}); }

    void add(const Lines& lines, const std::string& document) {
        for (const auto& line : lines) {
            if (line.node.kind == Node::Kind::section || found.empty())
                begin(line.node.code, line.node.kind == Node::Kind::section
                                          ? line.text + " (" + line.node.code + ")"
                                          : document);
            take(line.node.code);
        }
    }

    void take(const std::string& concerns) {
        const auto counted = left_.find(concerns);
        if (counted == left_.end()) return;
        if (counted->second > 0) {
            found.back().concerns.push_back(concerns);
            found.back().inspel += counted->second;
        }
        left_.erase(counted);
    }

    store::Tally left_;
};

office::TableRow row_without_issues(const Inspel& inspel, const Words& words) {
    const auto number = std::to_string(inspel.number);
    return {
        {office::paragraph({office::link_to("inspel-" + number, "I-" + number), {" " + inspel.shown_title}})},
        office::cell(words("The inspel has not been split into issues yet.")), office::cell("")};
}

/// Returns how many rows it wrote.
std::size_t write_inspel(Pen& pen, const Inspel& inspel) {
    std::vector<Id<Issue>> ids;
    for (const auto& issue : store::issues_of(pen.subject.db, inspel.id)) ids.push_back(issue.id);
    if (ids.empty()) pen.sink.add_row(row_without_issues(inspel, pen.subject.words));
    for (std::size_t from = 0; from < ids.size(); from += store::most_issues_at_once) {
        const auto to = std::min(ids.size(), from + store::most_issues_at_once);
        const std::vector<Id<Issue>> some{
            ids.begin() + static_cast<std::ptrdiff_t>(from), ids.begin() + static_cast<std::ptrdiff_t>(to)};
        for (const auto& issue : store::reported_issues(pen.subject.db, some))
            pen.sink.add_row(answer_row(issue, pen.subject.words));
    }
    return std::max<std::size_t>(ids.size(), 1);
}

}  // namespace

std::vector<Section> sections_of(const Subject& subject) {
    return Sections{subject}.found;
}

std::optional<SectionPlace> write_part_of(Pen& pen, const Section& section, SectionPlace at) {
    pen.sink.begin_table({section.title, false, answer_columns(pen.subject.words)});
    std::optional<SectionPlace> next;
    std::size_t rows = 0;
    int inspel = 0;
    for (; at.concerns < section.concerns.size() && !next; at = {at.concerns + 1, {}})
        for (const auto& one : store::inspel_concerning(pen.subject.db, pen.subject.process.id,
                 section.concerns[at.concerns], at.after, inspel_on_a_page + 1)) {
            if (inspel == inspel_on_a_page || rows >= most_issues_on_a_page) {
                next = at;
                break;
            }
            rows += write_inspel(pen, one);
            ++inspel;
            at.after = one.id;
        }
    pen.sink.end_table();
    return next;
}

}  // namespace medskapa::web::decision::report
