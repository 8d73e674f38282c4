#include "engine/regional/skills/skill_relatedness.hpp"

#include "engine/regional/code_order.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {
namespace {

constexpr std::size_t most_industries = 4'000;
constexpr double least_expected = 5;  // people, in both directions
constexpr double notable_unknown = 0.1;

std::optional<double> mean_of_known(const std::optional<double>& a, const std::optional<double>& b) {
    if (a && b) return (*a + *b) / 2;
    return a ? a : b;
}

/// Row and column sums and the sum of all.
struct MoveSums {
    std::vector<double> from;
    std::vector<double> to;
    double all = 0;
};

MoveSums sums_of(const IndustryMoves& moves) {
    const auto n = moves.size();
    MoveSums sums{std::vector<double>(n), std::vector<double>(n), 0};
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            sums.from[i] += moves.at(i, j);
            sums.to[j] += moves.at(i, j);
        }
        sums.all += sums.from[i];
    }
    return sums;
}

/// Puts codes that are in the order of their bytes into that of `sort_codes`; by number, where each then is.
std::vector<std::size_t> order_codes(
    std::vector<std::string>& codes, const std::vector<std::uint32_t>& ranks) {
    const auto by_bytes = codes;
    sort_codes(codes);
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t k = 0; k < codes.size(); ++k) places.emplace(codes[k], k);
    std::vector<std::size_t> order;
    for (const auto rank : ranks) order.push_back(places.at(by_bytes[rank]));
    return order;
}

void warn_of_unknown(IndustryMoves& moves) {
    const auto n = moves.size();
    const auto unknown = moves.unknown_pairs();
    const auto pairs = n * (n - 1);
    if (static_cast<double>(unknown) > notable_unknown * static_cast<double>(pairs)) {
        moves.warnings.push_back({"suppressed",
            N_("{} of {} pairs of industries are suppressed, more than 10 %. Use coarser industries or "
               "several "
               "years."),
            {unknown, pairs}});
    } else if (unknown > 0) {
        moves.warnings.push_back(
            {"suppressed", N_("{} of {} pairs of industries are suppressed and were left out of every sum."),
                {unknown, pairs}});
    }
}

}  // namespace

std::size_t IndustryMoves::unknown_pairs() const {
    return static_cast<std::size_t>(std::count(is_unknown.begin(), is_unknown.end(), true));
}

void IndustryMovesBuilder::add(std::string_view from, std::string_view to, std::optional<double> people) {
    const auto a = numbers_.number_of(from);
    const auto b = numbers_.number_of(to);
    if (people && !(*people >= 0 && std::isfinite(*people))) is_invalid_ = true;
    if (a == b) {
        ++stays_;
        return;
    }
    auto& moved = moves_[{a, b}];
    moved.people += people.value_or(0);
    moved.is_unknown = moved.is_unknown || !people;
}

Result<IndustryMoves> IndustryMovesBuilder::finish() const {
    const auto because = [](const char* sentence, Holes holes = {}) {
        return refuse(Failure::Kind::invalid, {{"flows", sentence, std::move(holes)}});
    };
    if (is_invalid_)
        return because(N_("A number of people who changed work is negative or infinite. Give 0 or more."));
    if (numbers_.size() > most_industries)
        return because(
            N_("{} industries are more than {}. Use coarser codes."), {numbers_.size(), most_industries});
    IndustryMoves moves;
    moves.industries = numbers_.sorted();
    const auto ranks = order_codes(moves.industries, numbers_.ranks());
    const auto n = moves.size();
    moves.people.resize(n * n);
    moves.is_unknown.resize(n * n);
    double all = 0;
    for (const auto& [pair, moved] : moves_) {
        const auto at = ranks[pair.first] * n + ranks[pair.second];
        moves.is_unknown[at] = moved.is_unknown;
        moves.people[at] = moved.is_unknown ? 0 : moved.people;
        all += moves.people[at];
    }
    if (!(all > 0) || !std::isfinite(all))
        return because(N_("Nobody changed work from one industry to another. Give at least one such row."));
    if (stays_ > 0) {
        moves.warnings.push_back(
            {"diagonal", N_("Rows left out, about people who stayed in their industry: {}."), {stays_}});
    }
    warn_of_unknown(moves);
    return moves;
}

SkillRelatedness skill_relatedness(const IndustryMoves& moves) {
    const auto n = moves.size();
    const auto sums = sums_of(moves);
    SkillRelatedness result{n, std::vector<double>(n * n), std::vector<std::optional<double>>(n * n),
        std::vector<std::optional<double>>(n * n), std::vector<std::optional<double>>(n * n),
        std::vector<bool>(n * n)};
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const auto at = result.place(i, j);
            result.expected[at] = sums.from[i] * sums.to[j] / sums.all;
            if (i == j || !(result.expected[at] > 0) || moves.unknown(i, j)) continue;
            const double ratio = moves.at(i, j) / result.expected[at];
            result.ratio[at] = ratio;
            result.excess[at] = (ratio - 1) / (ratio + 1);
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
            const auto there = result.place(i, j);
            const auto back = result.place(j, i);
            const auto both = mean_of_known(result.excess[there], result.excess[back]);
            result.related[there] = result.related[back] = both;
            const bool is_few = result.expected[there] + result.expected[back] < least_expected;
            result.few[there] = result.few[back] = is_few;
        }
    }
    return result;
}

}  // namespace medskapa::regional
