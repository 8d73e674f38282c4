#include "engine/regional/read/wide/long_numbers.hpp"

#include "engine/regional/read/wide/number_table.hpp"

namespace medskapa::regional::read {

std::optional<Failure> read_long_numbers(
    std::string_view bytes, const Columns& columns, const Choices& choices, const LongRow& row) {
    const auto source = TableSource::opened(bytes, choices.sheet, columns.needed);
    if (!source) return source.error();
    const auto& name = columns.needed.back();
    const auto at = columns.needed.size() - 1;
    DecimalEvidence evidence;
    const auto seen = read_columns(*source, columns, [&](const NamedRow& of) {
        if (!of.are_numbers[at]) evidence.see(of.fields[at], of.line);
        return std::optional<Complaint>{};
    });
    if (!seen) return seen.error();
    const auto mark = evidence.decided(name, choices.decimal);
    if (!mark) return mark.error();
    const auto read = read_columns(*source, columns, [&](const NamedRow& of) -> std::optional<Complaint> {
        const auto cell = of.fields[at];
        const auto number = amount(cell, of.are_numbers[at] ? DecimalMark::point : *mark);
        if (!number) return number_fault(of.line, name, cell);
        if (number->value) {
            if (auto fault = count_fault(of.line, name, *number->value)) return fault;
        }
        return row(of, number->value);
    });
    if (!read) return read.error();
    return std::nullopt;
}

}  // namespace medskapa::regional::read
