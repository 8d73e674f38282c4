#pragma once

#include "store/decision/report_store.hpp"
#include "web/decision/report/report.hpp"

#include <vector>

/// The chapters of a report, in their order.
namespace medskapa::web::decision::report {

/// What has been put into the report so far, counted as it was put there.
struct Written {
    std::int64_t inspel = 0;
    std::int64_t issues = 0;
    std::int64_t changes = 0;
};

/// Writes chapters of one report.
struct Pen {
    const Subject& subject;
    office::BlockSink& sink;
    const Progress& progress;
    Written written = {};

    void put(const office::TextBlock& block) const { sink.add(block); }
    void put(const std::vector<office::TextBlock>& blocks) const {
        for (const auto& block : blocks) sink.add(block);
    }
    std::string in(const Localized& text) const { return subject.words.in(text); }
    std::string day(Instant moment) const { return subject.words.day(subject.clock.day(moment)); }
};

void write_title(Pen&);
void write_how(Pen&);                                // steps, activities, meetings, channels
void write_summary(Pen&, const store::Figures&);     // the figures, and what was said of missing answers
void write_statistics(Pen&, const store::Figures&);  // by sender and by place
void write_changes(Pen&);                            // what changed and why
void write_answers(Pen&);                            // issue, answer, change by section
void write_decisions(Pen&);
void write_corrections(Pen&);  // what was public and wrong
void write_appendix(Pen&);     // every inspel whole

/// One change: its words before and after, why, and at most so many of the causes that it goes back to.
void put_change(const Pen&, const store::ReportedChange&, std::size_t most_causes);
/// A row of a table with the columns of `answer_columns`.
office::TableRow answer_row(const store::ReportedIssue&, const Words&);
std::vector<office::TableHead::Column> answer_columns(const Words&);

/// A number as the report has it, and as a recount of the database gives it.
struct Number {
    std::string name;
    std::int64_t reported = 0;
    std::int64_t counted = 0;
};
std::vector<Number> numbers_of(const store::Figures& reported, const store::Figures& counted, const Words&);
std::vector<Number> numbers_of(const Written&, const store::Figures& counted, const Words&);

/// A table of the report, whole.
struct Table {
    office::TableHead head;
    std::vector<office::TableRow> rows = {};
};
/// Of senders and places: for the report, and for the page that says what was changed.
Table shares_by_sender(const store::Figures&, const Words&);
Table shares_by_place(const store::Figures&, const std::vector<Municipality>&, const Words&);

}  // namespace medskapa::web::decision::report
