#include "engine/regional/read/table_file.hpp"

#include "base/csv/table.hpp"
#include "base/text.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/columns.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <span>
#include <utility>

namespace medskapa::regional::read {
namespace {

using Kind = Layout::Column::Kind;
using Across = Layout::Across;

bool is_age(const std::string& name) {
    const auto low = text::lower(name);
    return low.find("ålder") != low.npos || low.find("age") != low.npos;
}

std::string_view field_at(const csv::Fields& fields, std::size_t k) {
    return k < fields.size() ? fields[k] : std::string_view{};
}

std::string_view before(std::string_view text, std::string_view mark) {
    return text.substr(0, text.find(mark));
}

std::string_view after(std::string_view text, std::string_view mark) {
    const auto at = text.find(mark);
    return at == text.npos ? text : text.substr(at + mark.size());
}

/// Where a row goes: its place in each dimension, and its amount.
using Sink = std::function<void(std::span<const std::uint32_t>, const Amount&)>;

/// Turns records into rows as a layout says.
class Rows {
public:
    Rows(const Layout& layout, Statistic& statistic, Sink sink)
        : layout_(layout), statistic_(statistic), sink_(std::move(sink)) {
        for (const auto& key : layout.keys) statistic.dimensions.emplace_back(key);
        for (const auto& column : layout.columns) {
            if (column.kind == Kind::dimension && layout.keys.empty())
                statistic.dimensions.emplace_back(column.name);
        }
        from_file_ = statistic.dimensions.size();
        const bool has_contents =
            layout.across == Across::contents || layout.across == Across::contents_and_periods;
        if (has_contents) statistic.dimensions.emplace_back(std::string{across_columns});
        if (layout.across == Across::periods || layout.across == Across::contents_and_periods)
            statistic.dimensions.emplace_back(layout.keys.empty() ? "period" : layout.columns.front().name);
        places_.resize(statistic.dimensions.size());
        filled_.resize(from_file_);
    }

    std::optional<Complaint> add(const csv::Fields& fields, const TableRows& at) {
        if (is_deleted(fields)) {
            ++deleted_;
            return std::nullopt;
        }
        if (!place_dimensions(fields)) return csv::wrong_width(at.row(), 1, layout_.keys.size());
        if (auto complaint = gap(fields, at.row())) return complaint;
        const auto status = status_of(fields);
        for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
            if (layout_.columns[k].kind != Kind::amount) continue;
            const auto cell = field_at(fields, k);
            auto value = amount(cell, at.is_number(k) ? DecimalMark::point : layout_.columns[k].decimal);
            if (!value) return not_a_number(at.row(), cell);
            if (!status.empty()) value->sign = status;
            place_across(layout_.columns[k]);
            sink_(places_, *value);
        }
        return std::nullopt;
    }

    std::size_t deleted() const { return deleted_; }

private:
    bool is_deleted(const csv::Fields& fields) const {
        for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
            if (layout_.columns[k].kind != Kind::action) continue;
            const auto action = text::lower(text::trimmed(before(field_at(fields, k), ":")));
            if (action == "d" || action == "delete") return true;
        }
        return false;
    }

    /// False when the first field holds not as many keys as its header.
    bool place_dimensions(const csv::Fields& fields) {
        if (!layout_.keys.empty()) return place_keys(text::split(fields.front(), ','));
        std::size_t dimension = 0;
        for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
            if (layout_.columns[k].kind != Kind::dimension) continue;
            const auto field = text::trimmed(field_at(fields, k));
            auto& members = statistic_.dimensions[dimension];
            places_[dimension++] = layout_.is_sdmx
                                       ? members.place_of(before(field, ": "), label_of(fields, k))
                                       : members.place_of(field);
        }
        return true;
    }

    /// Of a code of SDMX: in its own cell, or in the next column.
    std::string label_of(const csv::Fields& fields, std::size_t k) const {
        const auto field = text::trimmed(field_at(fields, k));
        const bool has_column = k + 1 < layout_.columns.size() && layout_.columns[k + 1].kind == Kind::label;
        const auto label = has_column ? text::trimmed(field_at(fields, k + 1)) : std::string{};
        return label.empty() ? std::string{after(field, ": ")} : label;
    }

    bool place_keys(const std::vector<std::string>& keys) {
        if (keys.size() != layout_.keys.size()) return false;
        for (std::size_t k = 0; k < keys.size(); ++k)
            places_[k] = statistic_.dimensions[k].place_of(text::trimmed(keys[k]));
        return true;
    }

    /// A dimension that is filled in some rows and not in this one, as where cells were merged.
    std::optional<Complaint> gap(const csv::Fields& fields, std::size_t row) {
        if (layout_.is_sdmx || !layout_.keys.empty()) return std::nullopt;  // there an attribute may be empty
        std::size_t dimension = 0;
        for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
            if (layout_.columns[k].kind != Kind::dimension) continue;
            const auto now = text::trimmed(field_at(fields, k)).empty() ? Filled::no : Filled::yes;
            const auto before = std::exchange(filled_[dimension++], now);
            if (before != Filled::unknown && before != now)
                return Complaint{"line " + std::to_string(row),
                    N_("Line {}: the column {} is filled in some rows and empty in others. Fill it in every "
                       "row, also where cells are merged"),
                    {std::to_string(row), layout_.columns[k].name}};
        }
        return std::nullopt;
    }

    std::string status_of(const csv::Fields& fields) const {
        std::string all;
        for (std::size_t k = 0; k < layout_.columns.size(); ++k) {
            if (layout_.columns[k].kind != Kind::status) continue;
            const auto field = field_at(fields, k);
            const auto status = text::trimmed(layout_.is_sdmx ? before(field, ": ") : field);
            if (!status.empty()) all.append(all.empty() ? "" : " ").append(status);
        }
        return all;
    }

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
    Sink sink_;
    std::size_t from_file_ = 0;
    enum class Filled { unknown, yes, no };
    std::vector<std::uint32_t> places_;
    std::vector<Filled> filled_;  // of each dimension from the file, in the row before
    std::size_t deleted_ = 0;
};

/// Short rows that may be notes: they end the file, or are broken rows.
class Notes {
public:
    explicit Notes(const Layout& layout)
        : width_{layout.columns.size()},
          dimensions_{std::max(layout.count(Kind::dimension), layout.keys.size())} {}

    /// True for a row that is narrower than the header, or that has its first field alone where a row of the
    /// table would have more. `follows_blank` rows come after rows with nothing in them.
    bool is_one(const csv::Fields& fields, bool is_text, bool follows_blank) const {
        const auto many = filled(fields);
        if (is_text && fields.size() < width_) return true;
        return many == 1 && !text::trimmed(fields.front()).empty() && (dimensions_ > 1 || follows_blank);
    }

    /// What is wrong when a row of the table follows a note, or the row is wider than the header.
    std::optional<Complaint> refused(const csv::Fields& fields, std::size_t row, bool is_note) {
        for (auto k = width_; k < fields.size(); ++k)
            if (!text::trimmed(fields[k]).empty()) return csv::wrong_width(row, fields.size(), width_);
        if (!is_note && first_ > 0) return csv::wrong_width(first_, fields_of_first_, width_);
        if (is_note && first_ == 0) {
            first_ = row;
            fields_of_first_ = std::min(fields.size(), width_ - 1);
        }
        return std::nullopt;
    }

    std::size_t first() const { return first_; }

private:
    std::size_t width_;
    std::size_t dimensions_;
    std::size_t first_ = 0;  // 0 for none
    std::size_t fields_of_first_ = 0;
};

/// All rows into the sink; the dimensions and warnings into the statistic.
std::optional<Complaint> read_rows(
    const TableSource& source, const Layout& layout, Statistic& statistic, const Sink& sink) {
    Rows rows(layout, statistic, sink);
    Notes notes{layout};
    TableRows at{source};
    std::size_t previous = layout.header_row;
    while (const auto* fields = at.next()) {
        if (at.row() <= layout.header_row) continue;
        const bool is_note = notes.is_one(*fields, source.is_text(), at.row() > previous + 1);
        previous = at.row();
        if (auto complaint = notes.refused(*fields, at.row(), is_note)) return complaint;
        if (is_note) continue;
        if (auto complaint = rows.add(*fields, at)) return complaint;
    }
    if (auto complaint = at.complaint()) return complaint;
    if (notes.first() > 0) {
        statistic.warnings.push_back(
            {"notes", N_("The lines from {} on were taken as notes."), {std::to_string(notes.first())}});
    }
    if (rows.deleted() > 0) {
        statistic.warnings.push_back({"deleted",
            N_("{} rows delete what was published before (ACTION D) and were left out."), {rows.deleted()}});
    }
    return std::nullopt;
}

/// A statistic without rows is a header alone, or a table that was read as notes.
Failure empty(const Layout& layout) {
    const auto where = std::to_string(layout.header_row);
    return {Failure::Kind::invalid,
        {{"line " + where, N_("Line {}: no row of the table follows its header."), {where}}}};
}

void part_codes(Statistic& statistic) {
    for (auto& dimension : statistic.dimensions) {
        if (!is_age(dimension.name)) dimension.part_codes_from_labels();
    }
}

/// Tells rows about the same thing apart from others, but for one case in 10^5 at 10^7 rows.
std::uint64_t hash_of(std::span<const std::uint32_t> places) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
    for (const auto place : places) {
        hash = (hash ^ place) * 0xFF51AFD7ED558CCDULL;
        hash ^= hash >> 33U;
    }
    return hash;
}

std::size_t repeated(std::deque<std::uint64_t>& hashes) {
    std::sort(hashes.begin(), hashes.end());
    std::size_t count = 0;
    for (std::size_t k = 1; k < hashes.size(); ++k) count += hashes[k] == hashes[k - 1] ? 1 : 0;
    return count;
}

}  // namespace

Result<Statistic> read_table_file(std::string_view bytes, const Choices& choices) {
    const auto source = TableSource::opened(bytes, choices.sheet);
    if (!source) return tl::unexpected{source.error()};
    const auto layout = guess_layout(*source, choices);
    if (!layout) return tl::unexpected{layout.error()};
    Statistic statistic;
    statistic.title = layout->title;
    std::optional<Complaint> too_many;
    const auto complaint = read_rows(
        *source, *layout, statistic, [&](std::span<const std::uint32_t> places, const Amount& amount) {
            if (!too_many) too_many = statistic.too_large(static_cast<double>(statistic.rows() + 1));
            if (!too_many) statistic.add(places, amount);
        });
    if (too_many) return refuse(Failure::Kind::invalid, {*too_many});
    if (complaint) return refuse(Failure::Kind::invalid, {*complaint});
    if (statistic.rows() == 0) return tl::unexpected{empty(*layout)};
    for (auto& remark : source->remarks()) statistic.warnings.push_back(std::move(remark));
    part_codes(statistic);
    return statistic;
}

Result<TableShape> shape_of(const TableSource& source, const Choices& choices) {
    auto layout = guess_layout(source, choices);
    if (!layout) return tl::unexpected{layout.error()};
    TableShape shape{std::move(*layout), {}, 0};
    std::deque<std::uint64_t> hashes;  // grows without ever holding twice what it has
    const auto complaint = read_rows(source, shape.layout, shape.statistic,
        [&](std::span<const std::uint32_t> places, const Amount&) { hashes.push_back(hash_of(places)); });
    if (complaint) return refuse(Failure::Kind::invalid, {*complaint});
    shape.rows = hashes.size();
    if (shape.rows == 0) return tl::unexpected{empty(shape.layout)};
    if (const auto count = repeated(hashes)) shape.statistic.warnings.push_back(repeated_rows_warning(count));
    return shape;
}

void write_long(std::ostream& out, const TableSource& source, const TableShape& shape, Labels labels) {
    auto shown = shape.statistic;
    part_codes(shown);
    const LongForm form{out, shown.dimensions, labels};
    Statistic again;
    (void)read_rows(source, shape.layout, again,
        [&](std::span<const std::uint32_t> places, const Amount& amount) { form.write(places, amount); });
}

}  // namespace medskapa::regional::read
