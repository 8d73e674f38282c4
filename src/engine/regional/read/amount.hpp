#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::regional::read {

/// What a statistics cell says. What stands for no number is kept as `sign`; it is never 0. A number may have
/// a sign too, its footnote.
struct Amount {
    std::optional<double> value;
    std::string sign;
};

/// What stands before the decimals. The other one stands between thousands, if anything does.
enum class DecimalMark { point, comma };

/// A number with blanks or the other mark between groups of three digits, or one of the agreed symbols for no
/// number: nothing, one to six dots, "…", "-", "–", ":", "NA", "nan", "null". Either may be followed by
/// Eurostat's flags, "11 b". None when it is neither.
std::optional<Amount> amount(std::string_view cell, DecimalMark mark = DecimalMark::point);

/// Gathers, cell by cell, which mark stands before the decimals in a column. A cell shows it when its mark
/// cannot part thousands: not three digits follow, more than three or a 0 go before, or both marks stand in
/// it.
class DecimalEvidence {
public:
    void see(std::string_view cell, std::size_t row);
    /// Whether a comma has stood in some number.
    bool has_comma() const { return has_comma_; }
    /// What another column shows of the same contents.
    void join(const DecimalEvidence&);
    /// The mark, the chosen one before all. Refuses a column that shows both, and one in which every mark
    /// could be either, since nobody but its author can know.
    Result<DecimalMark> decided(const std::string& column, std::optional<DecimalMark> chosen) const;

private:
    struct Seen {
        std::size_t row = 0;  // 0 when it was not seen
        std::string cell;
    };
    static void note(Seen&, std::string_view cell, std::size_t row);

    Seen point_;
    Seen comma_;
    Seen either_;
    bool has_comma_ = false;
};

/// The shortest text that gives the same number back; nothing for none.
std::string number_text(std::optional<double>);

}  // namespace medskapa::regional::read
