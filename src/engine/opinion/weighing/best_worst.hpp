#pragma once

#include "engine/opinion/weighing/design.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace medskapa::opinion {

/// Which of four was named best and which worst, by somebody.
struct BestWorstAnswer {
    std::string person;
    SetOfFour set{};
    std::uint32_t best = 0;
    std::uint32_t worst = 0;
};

/// What many such answers say of all items. Answers are kept in an order of their own, so that the order in
/// which they came cannot change a bit of the result.
class BestWorst {
public:
    static constexpr std::size_t fewest_people = 5;  // below which nothing may be shown

    explicit BestWorst(std::size_t items) : items_{items} {}

    /// Refuses, which is false, and counts an answer whose best and worst are the same or not in the set, and
    /// one whose set has an item twice or one that there is not.
    bool add(const BestWorstAnswer&);
    void refuse() { ++refused_; }

    std::size_t items() const { return items_; }
    std::size_t people() const { return by_person_.size(); }
    std::size_t refused() const { return refused_; }
    bool may_be_shown() const { return people() >= fewest_people; }

    /// How often each item was named, and shown.
    struct Counts {
        std::vector<std::int64_t> best;
        std::vector<std::int64_t> worst;
        std::vector<std::int64_t> shown;

        /// (best - worst) / shown, -1..1; nothing when never shown.
        std::optional<double> score(std::size_t item) const;
    };
    Counts counts() const;

    /// How much each item is worth: who chooses among four names i best and j worst in proportion to
    /// exp(worth of i - worth of j) (the maxdiff model: Marley and Louviere 2005), with a ridge of 1.
    struct Worth {
        std::vector<double> worth;  // that sum to 0
        std::vector<double> error;  // standard error, by people and not by answers
        std::vector<double> share;  // of a hundred: exp(worth), scaled
        int iterations = 0;

        double low(std::size_t item) const;  // 95 % interval
        double high(std::size_t item) const;
    };
    /// By Newton's method. O(iterations * (different answers + items^3)).
    Worth worth() const;

    /// The set in rising order, the best, the worst.
    using Kind = std::tuple<SetOfFour, std::uint32_t, std::uint32_t>;
    using Tally = std::map<Kind, std::int64_t>;

private:
    std::size_t items_;
    std::size_t refused_ = 0;
    Tally answers_;
    std::map<std::string, Tally> by_person_;
};

}  // namespace medskapa::opinion
