#pragma once

#include "base/names.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::regional {

enum class Sex : std::uint8_t { women, men };
}  // namespace medskapa::regional

namespace medskapa {

template <>
inline constexpr auto names_of<regional::Sex> = names<regional::Sex>({
    {regional::Sex::women, "women"},
    {regional::Sex::men, "men"},
});

}  // namespace medskapa

namespace medskapa::regional {

/// Of an age in a municipality: more is a mistake, and sums stay finite.
inline constexpr double most_people = 1e10;

/// The sum, four at a time: as quick as they can be read, and the same bits whatever lies where.
inline double sum(std::span<const double> numbers) {
    double lanes[4] = {};
    const auto whole = numbers.size() / 4 * 4;
    for (std::size_t k = 0; k < whole; k += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) lanes[lane] += numbers[k + lane];
    }
    for (auto k = whole; k < numbers.size(); ++k) lanes[k - whole] += numbers[k];
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

/// "45", or "100+" of the open age that closes a table of `ages` ages.
inline std::string age_name(std::size_t age, std::size_t ages) {
    return std::to_string(age) + (age + 1 == ages ? "+" : "");
}

/// People at the end of a year by municipality, sex and age: whole years at 31 December, 0 .. ages - 1, where
/// the last is open. Municipalities are in the order of their codes (bytes).
class Population {
public:
    Population() = default;
    Population(std::vector<std::string> municipalities, std::size_t ages)
        : municipalities_{std::move(municipalities)},
          ages_{ages},
          people_(2 * ages * municipalities_.size()) {}

    const std::vector<std::string>& municipalities() const { return municipalities_; }
    std::size_t size() const { return municipalities_.size(); }
    std::size_t ages() const { return ages_; }

    std::span<double> of(std::size_t municipality, Sex sex) {
        return {people_.data() + start(municipality, sex), ages_};
    }
    std::span<const double> of(std::size_t municipality, Sex sex) const {
        return {people_.data() + start(municipality, sex), ages_};
    }
    double total(std::size_t municipality) const {
        return sum({people_.data() + start(municipality, Sex::women), 2 * ages_});
    }
    double total() const { return sum(people_); }

private:
    std::size_t start(std::size_t municipality, Sex sex) const {
        return (2 * municipality + static_cast<std::size_t>(sex)) * ages_;
    }

    std::vector<std::string> municipalities_;
    std::size_t ages_ = 0;
    std::vector<double> people_;
};

inline constexpr Sex both_sexes[] = {regional::Sex::women, Sex::men};

}  // namespace medskapa::regional
