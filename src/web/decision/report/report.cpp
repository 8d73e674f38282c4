#include "web/decision/report/report.hpp"

#include "web/decision/report/parts.hpp"
#include "web/ui/printing.hpp"

#include <algorithm>
#include <ostream>

namespace medskapa::web::decision::report {
namespace {

using office::TextBlock;

Table check_table(const std::vector<Number>& numbers, const Words& words) {
    Table table{{words("Every number of the report against a recount, row by row, of the database"), true,
        {{words("What is counted")}, {words("In the report"), true}, {words("Recounted"), true},
            {words("Result")}}}};
    for (const auto& number : numbers)
        table.rows.push_back({office::cell(number.name), office::cell(words.number(number.reported)),
            office::cell(words.number(number.counted)),
            office::cell(number.reported == number.counted ? words("agrees") : words("differs"))});
    return table;
}

/// Compares all numbers, and prints each that was compared.
Check write_check(Pen& pen, const store::Figures& reported) {
    const auto& words = pen.subject.words;
    const auto counted = store::recounted(pen.subject.db, pen.subject.process.id);
    auto numbers = numbers_of(pen.written, counted, words);
    const auto figures = numbers_of(reported, counted, words);
    numbers.insert(numbers.end(), figures.begin(), figures.end());

    Check check;
    check.compared = static_cast<std::int64_t>(numbers.size());
    check.differ = std::count_if(numbers.begin(), numbers.end(),
        [](const Number& number) { return number.reported != number.counted; });
    const auto verdict = check.is_right()
                             ? words.count("Recounted: {} number, and it agrees with the database.",
                                   "Recounted: all {} numbers agree with the database.", check.compared)
                             : words(
                                   "Recounted: {} of {} numbers differ from the database. Do not use the "
                                   "report before that is "
                                   "mended.",
                                   words.number(check.differ), words.number(check.compared));
    pen.put({office::heading(2, words("Check of the numbers"), "kontroll"),
        office::paragraph({office::strong(verdict)})});
    const auto table = check_table(numbers, words);
    office::add_table(pen.sink, table.head, table.rows);
    return check;
}

}  // namespace

std::string title_of(const Subject& subject) {
    return subject.words("Consultation report: {}", subject.process.name.in(subject.words.language()));
}

void write_title(Pen& pen) {
    const auto& words = pen.subject.words;
    pen.put(office::heading(1, title_of(pen.subject)));
    pen.put(office::block(TextBlock::Kind::lead,
        words("Compiled {} from the database of the process. What is masked is marked.",
            words.moment(pen.subject.clock.local(pen.subject.now)))));
    if (pen.subject.process.is_example)
        pen.put(office::paragraph(
            words("The content is an example: answers under the names of public bodies are invented.")));
}

Check write(const Subject& subject, office::BlockSink& sink, const Progress& progress) {
    Pen pen{subject, sink, progress};
    progress(subject.words("the figures"), 0);
    const auto figures = store::figures_of(subject.db, subject.process.id);
    write_title(pen);
    write_how(pen);
    write_summary(pen, figures);
    write_statistics(pen, figures);
    write_changes(pen);
    write_answers(pen);
    write_decisions(pen);
    write_corrections(pen);
    write_appendix(pen);
    progress(subject.words("the check of the numbers"), 0.97);
    const auto check = write_check(pen, figures);
    sink.finish();
    return check;
}

Check write_html(const Subject& subject, std::ostream& out, const Progress& progress) {
    Check check;
    ui::write_paper_page(out, subject.words.tag(), title_of(subject),
        [&](office::BlockSink& sink) { check = write(subject, sink, progress); });
    return check;
}

}  // namespace medskapa::web::decision::report
