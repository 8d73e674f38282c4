#pragma once

#include "engine/regional/table.hpp"

#include <map>

namespace medskapa::regional {

/// People who changed work from one industry to another, by number of industry. Industries are in the order
/// of `sort_codes`; what is not there was nobody.
struct IndustryMoves {
    std::vector<std::string> industries;
    std::vector<double> people;    // row by row: from, to; 0 where unknown and on the diagonal
    std::vector<bool> is_unknown;  // suppressed: left out of every sum
    std::vector<Warning> warnings;

    std::size_t size() const { return industries.size(); }
    double at(std::size_t from, std::size_t to) const { return people[from * size() + to]; }
    bool unknown(std::size_t from, std::size_t to) const { return is_unknown[from * size() + to]; }
    std::size_t unknown_pairs() const;
};

/// Gathers moves in any order; the same pair of several years is summed first.
class IndustryMovesBuilder {
public:
    /// No number means suppressed: then the pair is unknown, whatever other years say. Those who stay in
    /// their industry are left out.
    void add(std::string_view from, std::string_view to, std::optional<double> people);
    /// An industry that there is, whether or not anybody moves.
    void add_industry(std::string_view code) { numbers_.number_of(code); }
    /// Refuses a negative or infinite number, no move at all, and more than 4 000 industries.
    Result<IndustryMoves> finish() const;

private:
    struct Moved {
        double people = 0;
        bool is_unknown = false;
    };
    Codes numbers_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Moved> moves_;
    std::size_t stays_ = 0;
    bool is_invalid_ = false;
};

/// How much more people move between industries than chance lets expect (Neffke and Henning 2013). All are n
/// times n, row by row; what is undefined is none, the diagonal of all but `expected` too.
struct SkillRelatedness {
    std::size_t size = 0;
    std::vector<double> expected;                // E = F_i. F_.j / F..
    std::vector<std::optional<double>> ratio;    // R = F / E; none where E is 0 or F is unknown
    std::vector<std::optional<double>> excess;   // D = (R - 1) / (R + 1), -1 up to 1; 0 is as chance
    std::vector<std::optional<double>> related;  // S: mean of both directions, or the one that is defined
    std::vector<bool> few;  // fewer than five expected in both directions together: used in no sum

    std::size_t place(std::size_t a, std::size_t b) const { return a * size + b; }
    /// More than 1.67 times chance in both directions together, and not few.
    bool is_related(std::size_t a, std::size_t b, double above = related_above) const {
        const auto at = place(a, b);
        return a != b && related[at] && *related[at] > above && !few[at];
    }
    static constexpr double related_above = 0.25;
};

/// O(n^2).
SkillRelatedness skill_relatedness(const IndustryMoves&);

}  // namespace medskapa::regional
