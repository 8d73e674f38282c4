#pragma once

#include <string>
#include <vector>

namespace medskapa::web::statistics {

/// A scale along the strip of a row, from 4 to 96 percent of its width so that marks at its ends are whole.
class Scale {
public:
    enum class Kind { linear, logarithmic };

    /// `low` < `high`, and above 0 for a logarithmic one. `ticks`: the values that are written out.
    Scale(Kind, double low, double high, std::vector<double> ticks, double origin);

    /// A linear one that holds all values and 0, with ticks at round numbers.
    static Scale around(const std::vector<double>& values);

    /// In percent of the width; at the nearest end for what lies outside.
    double at(double value) const;
    bool holds(double value) const { return value >= low_ && value <= high_; }
    const std::vector<double>& ticks() const { return ticks_; }
    /// The value that marks are compared with: it has the strong line.
    double origin() const { return origin_; }

private:
    Kind kind_;
    double low_;
    double high_;
    std::vector<double> ticks_;
    double origin_;
};

/// "31.7%"
std::string percent(double);

}  // namespace medskapa::web::statistics
