#include "engine/regional/read/table_file.hpp"

#include "base/csv/encoding.hpp"
#include "base/csv/records.hpp"
#include "base/text.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/columns.hpp"
#include "engine/regional/read/layout.hpp"

#include <algorithm>

namespace medskapa::regional::read {
namespace {

using Kind = Layout::Column::Kind;
using Across = Layout::Across;

bool is_age(const std::string& name) {
    const auto low = text::lower(name);
    return low.find("ålder") != low.npos || low.find("age") != low.npos;
}

/// Turns records into rows as a layout says.
class Rows {
public:
    Rows(const Layout& layout, Statistic& statistic) : layout_(layout), statistic_(statistic) {
        for (const auto& column : layout.columns) {
            if (column.kind == Kind::dimension) statistic.dimensions.emplace_back(column.name);
        }
        from_file_ = statistic.dimensions.size();
        const bool has_contents =
            layout.across == Across::contents || layout.across == Across::contents_and_periods;
        if (has_contents) statistic.dimensions.emplace_back(std::string{across_columns});
        if (layout.across == Across::periods || layout.across == Across::contents_and_periods)
            statistic.dimensions.emplace_back("period");
        places_.resize(statistic.dimensions.size());
    }

    std::optional<Complaint> add(const csv::Fields& fields, std::size_t line) {
        std::size_t dimension = 0;
        std::string_view status;
        for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
            const auto field = fields[k];
            if (layout_.columns[k].kind == Kind::status) status = field;
            if (layout_.columns[k].kind != Kind::dimension) continue;
            places_[dimension] = statistic_.dimensions[dimension].place_of(text::trimmed(field));
            ++dimension;
        }
        for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
            if (layout_.columns[k].kind != Kind::amount) continue;
            auto value = amount(fields[k]);
            if (!value) return not_a_number(line, fields[k]);
            if (!status.empty()) value->sign = text::trimmed(status);
            place_across(layout_.columns[k]);
            statistic_.add(places_, *value);
        }
        return std::nullopt;
    }

private:
    void place_across(const Layout::Column& column) {
        auto at = from_file_;
        const auto put = [&](const std::string& name) {
            places_[at] = statistic_.dimensions[at].place_of(name);
            ++at;
        };
        if (layout_.across == Across::contents) put(column.name);
        if (layout_.across == Across::contents_and_periods) put(column.contents);
        if (layout_.across == Across::periods || layout_.across == Across::contents_and_periods)
            put(column.period);
    }

    const Layout& layout_;
    Statistic& statistic_;
    std::size_t from_file_ = 0;
    std::vector<std::uint32_t> places_;
};

tl::unexpected<Failure> refuse_line(std::size_t line, const char* sentence, Holes holes) {
    const auto where = std::to_string(line);
    holes.insert(holes.begin(), where);
    return refuse(Failure::Kind::invalid, {{"line " + where, sentence, std::move(holes)}});
}

bool has_more(const csv::Fields& fields, std::size_t width) {
    return fields.size() > width &&
           std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(width), fields.end(),
               [](std::string_view field) { return !text::trimmed(field).empty(); });
}

tl::unexpected<Failure> wrong_width(std::size_t line, std::size_t fields, std::size_t expected) {
    return refuse_line(line, N_("Line {}: the row has {} fields, but the header has {}. Correct the row."),
        {fields, expected});
}

/// Short lines may end the file as notes; a short line with rows after it is a broken row.
std::optional<Failure> read_rows(std::string_view text, const Layout& layout, Statistic& statistic) {
    Rows rows(layout, statistic);
    csv::Records records(text, layout.separator);
    const auto width = layout.columns.size();
    struct Short {
        std::size_t line;
        std::size_t fields;
    };
    std::optional<Short> first_short;
    while (const auto* fields = records.next()) {
        if (records.line() <= layout.header_line) continue;
        if (has_more(*fields, width)) return wrong_width(records.line(), fields->size(), width).value();
        if (fields->size() < width) {
            if (!first_short) first_short = {records.line(), fields->size()};
            continue;
        }
        if (first_short) return wrong_width(first_short->line, first_short->fields, width).value();
        if (auto complaint = statistic.too_large(static_cast<double>(statistic.rows() + 1)))
            return Failure{Failure::Kind::invalid, {*complaint}};
        if (auto complaint = rows.add(*fields, records.line()))
            return Failure{Failure::Kind::invalid, {*complaint}};
    }
    if (auto complaint = unclosed_quote(records)) return Failure{Failure::Kind::invalid, {*complaint}};
    if (first_short) {
        statistic.warnings.push_back(
            {"notes", N_("The lines from {} on were taken as notes."), {std::to_string(first_short->line)}});
    }
    return std::nullopt;
}

}  // namespace

Result<Statistic> read_table_file(std::string_view bytes) {
    const auto text = text::as_utf8(bytes);
    const auto layout = guess_layout(text);
    if (!layout) return tl::unexpected{layout.error()};
    Statistic statistic;
    statistic.title = layout->title;
    if (auto failure = read_rows(text, *layout, statistic)) return tl::unexpected{std::move(*failure)};
    for (auto& dimension : statistic.dimensions) {
        if (!is_age(dimension.name)) dimension.part_codes_from_labels();
    }
    return statistic;
}

}  // namespace medskapa::regional::read
