#include "web/decision/report/report.hpp"

#include "web/decision/report/parts.hpp"
#include "web/ui/html_sink.hpp"

#include <algorithm>
#include <ostream>

namespace medskapa::web::decision::report {
namespace {

using office::TextBlock;

void write_title(Pen& pen) {
    const auto& words = pen.subject.words;
    pen.put(office::heading(1, title_of(pen.subject)));
    pen.put(office::block(
        TextBlock::Kind::lead, words("Made {} from the database of the process. What is masked is marked so.",
                                   words.moment(pen.subject.clock.local(pen.subject.now)))));
    if (pen.subject.process.is_example)
        pen.put(office::paragraph(
            words("The content is an example: answers under the names of public bodies are invented.")));
}

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

/// For paper and word processors; pages of the site have the site's own.
constexpr auto style = R"(
body {max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.5 serif}
h1, h2, h3, h4, th, caption {font-family: sans-serif; text-align: left; break-after: avoid}
table {width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: 10pt}
th, td {padding: .3rem .5rem; border-bottom: 1px solid #999; text-align: left; vertical-align: top}
.n {text-align: right}
blockquote {margin: 0; font-style: italic}
.as-typed {white-space: pre-wrap}
del {color: #8a1f11} ins {color: #0b5c2b}
@page {size: A4; margin: 2cm; @bottom-right {content: counter(page)}}
)";

}  // namespace

std::string title_of(const Subject& subject) {
    return subject.words("Consultation report: {}", subject.process.name.in(subject.words.language()));
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
    write_appendix(pen);
    progress(subject.words("the check of the numbers"), 0.97);
    const auto check = write_check(pen, figures);
    sink.finish();
    return check;
}

Check write_html(const Subject& subject, std::ostream& out, const Progress& progress) {
    out << html("<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title><style>",
               subject.words.tag(), title_of(subject))
               .markup()
        << style << "</style></head>\n<body>";
    ui::HtmlSink sink{subject.words.tag(), [&](const Html& piece) { out << piece.markup(); }};
    const auto check = write(subject, sink, progress);
    out << "\n</body>\n</html>\n";
    return check;
}

}  // namespace medskapa::web::decision::report
