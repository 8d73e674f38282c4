#include "engine/regional/read/statistic.hpp"

#include "base/csv/write.hpp"
#include "base/text.hpp"
#include "engine/regional/read/amount.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <unordered_set>

namespace medskapa::regional::read {
namespace {

constexpr double most_rows = 2e7;
constexpr double most_places = 1e8;  // rows times dimensions, four bytes each

struct Parts {
    std::string_view code;
    std::string_view label;
};

bool is_digit(char sign) {
    return '0' <= sign && sign <= '9';
}

/// A code is two digits or more before a blank and words.
std::optional<Parts> parted(std::string_view text) {
    const auto end =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    if (end < 2 || end + 1 >= text.size() || text[end] != ' ') return std::nullopt;
    return Parts{text.substr(0, end), text.substr(end + 1)};
}

}  // namespace

std::uint32_t Dimension::place_of(std::string_view code) {
    return place_of(code, code);
}

std::uint32_t Dimension::place_of(std::string_view code, std::string_view label) {
    const auto place = codes_.number_of(code);
    if (place == members_.size()) members_.push_back({std::string{code}, std::string{label}});
    return place;
}

bool Dimension::add(std::string code, std::string label) {
    if (codes_.number_of(code) != members_.size()) return false;
    members_.push_back({std::move(code), std::move(label)});
    return true;
}

void Dimension::part_codes_from_labels() {
    std::unordered_set<std::string_view> codes;
    std::unordered_set<std::string_view> labels;
    for (const auto& member : members_) {
        const auto parts = parted(member.code);
        if (!parts || !codes.insert(parts->code).second) return;
        labels.insert(parts->label);
    }
    if (labels.size() < members_.size()) return;
    Dimension written{name};
    for (const auto& member : members_) {
        const auto parts = *parted(member.code);
        written.add(std::string{parts.code}, std::string{parts.label});
    }
    *this = std::move(written);
}

std::optional<Complaint> Statistic::too_large(double rows) const {
    if (rows <= most_rows && rows * static_cast<double>(dimensions.size()) <= most_places)
        return std::nullopt;
    return Complaint{"size",
        N_("The table has {} cells in {} dimensions, which is too many to read at once. Choose fewer of "
           "them."),
        {Decimal{rows, 0}, dimensions.size()}};
}

void Statistic::add(std::span<const std::uint32_t> members, const Amount& amount) {
    places_.insert(places_.end(), members.begin(), members.end());
    values_.push_back(amount.value.value_or(0.0));
    is_missing_.push_back(!amount.value);
    sign_of_.push_back(signs_.place_of(amount.sign));
}

std::optional<double> Statistic::value(std::size_t row) const {
    if (is_missing_[row]) return std::nullopt;
    return values_[row];
}

std::size_t Statistic::repeated_rows() const {
    const auto width = dimensions.size();
    const auto places = [&](std::uint32_t row) { return std::span(places_).subspan(row * width, width); };
    std::vector<std::uint32_t> order(rows());
    for (std::uint32_t row = 0; row < order.size(); ++row) order[row] = row;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto left = places(a);
        const auto right = places(b);
        return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
    });
    std::size_t repeated = 0;
    for (std::size_t k = 1; k < order.size(); ++k) {
        const auto left = places(order[k - 1]);
        repeated += std::equal(left.begin(), left.end(), places(order[k]).begin()) ? 1 : 0;
    }
    return repeated;
}

EveryCell::EveryCell(const std::vector<Dimension>& dimensions) : at_(dimensions.size()) {
    for (const auto& dimension : dimensions) sizes_.push_back(static_cast<std::uint32_t>(dimension.size()));
}

double EveryCell::count() const {
    double cells = 1;
    for (const auto size : sizes_) cells *= size;
    return cells;
}

void EveryCell::advance() {
    for (auto k = at_.size(); k-- > 0;) {
        if (++at_[k] < sizes_[k]) return;
        at_[k] = 0;
    }
}

LongForm::LongForm(std::ostream& out, const std::vector<Dimension>& dimensions, Labels labels) : out_(out) {
    for (const auto& dimension : dimensions) {
        out << csv::field(dimension.name) << ',';
        if (labels == Labels::written) out << csv::field(dimension.name + "_label") << ',';
        auto& fields = fields_.emplace_back();
        for (const auto& [code, label] : dimension.members()) {
            fields.push_back(csv::field(code) + ',');
            if (labels == Labels::written) fields.back() += csv::field(label) + ',';
        }
    }
    out << "value,status\n";
}

void LongForm::write(std::span<const std::uint32_t> members, const Amount& amount) const {
    for (std::size_t k = 0; k < fields_.size(); ++k) out_ << fields_[k][members[k]];
    out_ << number_text(amount.value) << ',' << csv::field(amount.sign) << '\n';
}

void write_long(std::ostream& out, const Statistic& statistic, Labels labels) {
    const LongForm form{out, statistic.dimensions, labels};
    for (std::size_t row = 0; row < statistic.rows(); ++row)
        form.write(statistic.places(row), {statistic.value(row), statistic.sign(row)});
}

Warning repeated_rows_warning(std::size_t count) {
    return {"duplicates", N_("Rows about the same as another one, all of them kept: {}."), {count}};
}

}  // namespace medskapa::regional::read
