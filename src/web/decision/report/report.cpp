#include "web/decision/report/report.hpp"

#include "web/decision/report/parts.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::decision::report {
namespace {

void write_title(Pen& pen) {
    const auto& words = pen.subject.words;
    const auto example =
        words("The content is an example: answers under the names of public bodies are invented.");
    pen.put(html("\n<h1>{}</h1>\n<p class=\"lead\">{}</p>{}", title_of(pen.subject),
        words("Made {} from the database of the process. What is masked is marked so.",
            words.moment(pen.subject.clock.local(pen.subject.now))),
        pen.subject.process.is_example ? html("\n<p>{}</p>", example) : Html{}));
}

Html check_row(const Number& number, const Words& words) {
    const bool is_right = number.told == number.counted;
    return html(
        "\n<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
        number.name, words.number(number.told), words.number(number.counted),
        is_right ? words("agrees") : words("differs"));
}

Html check_table(const std::vector<Number>& numbers, const Words& words) {
    return html(R"(
<div class="scroll" role="region" aria-label="{0}" tabindex="0"><table><caption>{0}</caption>
<thead><tr><th scope="col">{1}</th><th scope="col" class="n">{2}</th><th scope="col" class="n">{3}</th><th scope="col">{4}</th></tr></thead>
<tbody>{5}</tbody></table></div>)",
        words("Every number of the report against a recount, row by row, of the database"),
        words("What is counted"), words("In the report"), words("Recounted"), words("Result"),
        each(numbers, [&](const Number& number) { return check_row(number, words); }));
}

/// Compares all numbers, and prints each that was compared.
Check write_check(Pen& pen, const store::Figures& told) {
    const auto& words = pen.subject.words;
    const auto counted = store::recounted(pen.subject.db, pen.subject.process.id);
    auto numbers = numbers_of(pen.written, counted, words);
    const auto figures = numbers_of(told, counted, words);
    numbers.insert(numbers.end(), figures.begin(), figures.end());

    Check check;
    check.compared = static_cast<std::int64_t>(numbers.size());
    check.differ = std::count_if(
        numbers.begin(), numbers.end(), [](const Number& number) { return number.told != number.counted; });
    const auto verdict = check.is_right()
                             ? words.count("Recounted: {} number, and it agrees with the database.",
                                   "Recounted: all {} numbers agree with the database.", check.compared)
                             : words(
                                   "Recounted: {} of {} numbers differ from the database. Do not use the "
                                   "report before that is "
                                   "mended.",
                                   words.number(check.differ), words.number(check.compared));
    pen.put(html("\n<h2 id=\"kontroll\">{}</h2>\n<p><strong>{}</strong></p>{}", words("Check of the numbers"),
        verdict, check_table(numbers, words)));
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

Check write(const Subject& subject, const Sink& sink, const Progress& progress) {
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
    return write_check(pen, figures);
}

Check write_document(const Subject& subject, const Sink& sink, const Progress& progress) {
    sink(html("<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title><style>",
        subject.words.tag(), title_of(subject))
             .markup());
    sink(style);
    sink("</style></head>\n<body>");
    const auto check = write(subject, sink, progress);
    sink("\n</body>\n</html>\n");
    return check;
}

}  // namespace medskapa::web::decision::report
