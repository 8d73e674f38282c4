#pragma once

#include "engine/regional/codes.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/table.hpp"

#include <iosfwd>
#include <span>

namespace medskapa::regional::read {

/// What a row of a statistic can be about: regions, years, ages.
class Dimension {
public:
    struct Member {
        std::string code;
        std::string label;  // the same as the code when the file gives no other
    };

    explicit Dimension(std::string named) : name(std::move(named)) {}

    std::string name;

    const std::vector<Member>& members() const { return members_; }
    std::size_t size() const { return members_.size(); }
    /// The place of a code, a new one when it is new.
    std::uint32_t place_of(std::string_view code);
    /// The same, with the label that a new one gets.
    std::uint32_t place_of(std::string_view code, std::string_view label);
    /// False, and nothing is added, when the code is there already.
    bool add(std::string code, std::string label);
    /// Parts "2062 Mora" into code and label where every member is written so and the codes differ; ages such
    /// as "15 år" are left whole.
    void part_codes_from_labels();

private:
    std::vector<Member> members_;
    Codes codes_;
};

/// A statistic in long form: rows of one member of every dimension and a number, or the sign for none.
class Statistic {
public:
    std::string title;
    std::string source;
    std::vector<Dimension> dimensions;
    std::vector<Warning> warnings;

    /// Why so many rows are too many for these dimensions; none when they are not. Asked before reading.
    std::optional<Complaint> too_large(double rows) const;
    /// `members` holds a place in each dimension. A number with a sign is a number with a footnote.
    void add(std::span<const std::uint32_t> members, const Amount&);

    std::size_t rows() const { return values_.size(); }
    std::uint32_t place(std::size_t row, std::size_t dimension) const {
        return places_[row * dimensions.size() + dimension];
    }
    const Dimension::Member& member(std::size_t row, std::size_t dimension) const {
        return dimensions[dimension].members()[place(row, dimension)];
    }
    std::optional<double> value(std::size_t row) const;
    std::span<const std::uint32_t> places(std::size_t row) const {
        return std::span(places_).subspan(row * dimensions.size(), dimensions.size());
    }
    const std::string& sign(std::size_t row) const { return signs_.members()[sign_of_[row]].code; }
    /// Rows about what an earlier row is about already. O(n log n).
    std::size_t repeated_rows() const;

private:
    std::vector<std::uint32_t> places_;  // row by row
    std::vector<double> values_;         // 0 where is_missing_
    std::vector<bool> is_missing_;
    std::vector<std::uint32_t> sign_of_;
    Dimension signs_{"status"};
};

/// Every combination of members in the order of a dense table: the last dimension runs fastest.
class EveryCell {
public:
    explicit EveryCell(const std::vector<Dimension>&);

    double count() const;
    std::span<const std::uint32_t> members() const { return at_; }
    void advance();

private:
    std::vector<std::uint32_t> sizes_;
    std::vector<std::uint32_t> at_;
};

/// With labels, each dimension of a long form has a second column for them.
enum class Labels { left_out, written };

/// The same row by row.
class LongForm {
public:
    /// Writes the header.
    LongForm(std::ostream&, const std::vector<Dimension>&, Labels);

    void write(std::span<const std::uint32_t> members, const Amount&) const;

private:
    std::ostream& out_;
    std::vector<std::vector<std::string>> fields_;  // of each member, as it stands in a row
};

/// Warns of rows that are about what an earlier row is about.
Warning repeated_rows_warning(std::size_t count);

/// CSV with a column for each dimension (codes), then `value` and `status`; a missing value is empty.
void write_long(std::ostream&, const Statistic&, Labels);

}  // namespace medskapa::regional::read
