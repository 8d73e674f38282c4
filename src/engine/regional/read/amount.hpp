#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::regional::read {

/// What a statistics cell says. What stands for no number is kept as `sign`; it is never 0.
struct Amount {
    std::optional<double> value;
    std::string sign;
};

/// A number with decimal point or comma and blanks between thousands, or one of the agreed symbols for no
/// number: nothing, one to six dots, "-", ":", "NA", "null". None when it is neither.
std::optional<Amount> amount(std::string_view cell);

/// The shortest text that gives the same number back; nothing for none.
std::string number_text(std::optional<double>);

}  // namespace medskapa::regional::read
