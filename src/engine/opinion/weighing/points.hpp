#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::opinion {

/// A hundred points that each of many shared out among the same items; each belongs to a sector, and a sector
/// is not counted by heads.
class PointsWeighing {
public:
    static constexpr std::int64_t points_each = 100;
    static constexpr std::size_t fewest_answers = 5;       // of a sector that is shown by itself
    static constexpr std::string_view pooled = "(other)";  // smaller sectors together

    explicit PointsWeighing(std::size_t items) : items_{items} {}

    /// Takes an answer of whole numbers >= 0 that make a hundred, one for each item. Any other is refused,
    /// which is false, and counted; nothing is rescaled.
    bool add(const std::string& sector, const std::vector<std::int64_t>& points);
    void refuse() { ++refused_; }

    std::size_t items() const { return items_; }
    std::size_t accepted() const { return accepted_; }
    std::size_t refused() const { return refused_; }

    /// Of one item in one sector.
    struct Item {
        double mean = 0;
        double deviation = 0;  // divisor n - 1
        double low = 0;        // 95 % interval of the mean, within 0..100
        double high = 0;
        double zero = 0;  // share who gave it nothing
    };
    struct Sector {
        std::size_t answers = 0;
        std::vector<Item> items;
    };
    /// By name, those with fewer than five answers pooled when they are five together, else left out.
    struct Sectors {
        std::map<std::string, Sector> by_name;
        std::size_t left_out = 0;  // answers
    };
    Sectors sectors() const;

private:
    struct Sums {
        std::int64_t answers = 0;
        std::vector<std::int64_t> points;
        std::vector<std::int64_t> squares;
        std::vector<std::int64_t> zeros;
    };
    void pool(const Sums& sector, Sums& into) const;
    static Sector described(const Sums&);

    std::size_t items_;
    std::size_t accepted_ = 0;
    std::size_t refused_ = 0;
    std::map<std::string, Sums> by_sector_;
};

/// All sectors' means together, each with its weight.
struct WeighedTotal {
    struct Item {
        double mean = 0;
        double low = 0;  // 95 % interval, within 0..100 (Welch 1947, Satterthwaite 1946)
        double high = 0;
        std::optional<double> freedom;  // degrees of it; nothing where no answer differs from another
    };
    std::vector<Item> items;
    std::map<std::string, double> weights;  // that sum to 1
};

/// `weights` by sector, >= 0; a sector that is not named has 1. Nothing without sectors or when all weights
/// are 0.
std::optional<WeighedTotal> weighed_total(
    const std::map<std::string, PointsWeighing::Sector>&, const std::map<std::string, double>& weights);

}  // namespace medskapa::opinion
