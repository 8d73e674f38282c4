#include "engine/opinion/weighing/design.hpp"

#include "engine/opinion/random.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace medskapa::opinion {
namespace {

using Differences = std::vector<std::uint32_t>;  // how often each of 1..items-1 lies between two of a set

void add_differences(const SetOfFour& base, std::uint32_t items, Differences& counts) {
    for (const auto from : base) {
        for (const auto to : base)
            if (from != to) ++counts[(to + items - from) % items];
    }
}

/// How uneven the differences are: less is better.
std::pair<std::uint32_t, std::uint64_t> unevenness(const Differences& counts) {
    const auto [least, most] = std::minmax_element(counts.begin() + 1, counts.end());
    std::uint64_t squares = 0;
    for (auto count = counts.begin() + 1; count != counts.end(); ++count)
        squares += std::uint64_t{*count} * *count;
    return {*most - *least, squares};
}

SetOfFour shifted(const SetOfFour& base, std::uint32_t by, std::uint32_t items) {
    SetOfFour set{};
    for (std::size_t i = 0; i < set.size(); ++i) set[i] = (base[i] + by) % items;
    std::sort(set.begin(), set.end());
    return set;
}

bool repeats_itself(const SetOfFour& base, std::uint32_t items) {
    for (std::uint32_t by = 1; by < items; ++by)
        if (shifted(base, by, items) == base) return true;
    return false;
}

/// Items would fall into parts that are never compared.
bool falls_apart(const SetOfFour& base, std::uint32_t items) {
    return std::gcd(std::gcd(base[1], base[2]), std::gcd(base[3], items)) > 1;
}

/// All bases from {0, 1, 2, 3} on, in the order of a dictionary.
template <class Visit>
void each_base(std::uint32_t items, Visit visit) {
    for (std::uint32_t a = 1; a + 2 < items; ++a)
        for (std::uint32_t b = a + 1; b + 1 < items; ++b)
            for (std::uint32_t c = b + 1; c < items; ++c) visit(SetOfFour{0, a, b, c});
}

SetOfFour most_even_base(std::uint32_t items, bool is_first, const Differences& counts) {
    std::optional<SetOfFour> best;
    std::pair<std::uint32_t, std::uint64_t> least;
    each_base(items, [&](const SetOfFour& base) {
        if (is_first && falls_apart(base, items)) return;
        auto with_it = counts;
        add_differences(base, items, with_it);
        const auto uneven = unevenness(with_it);
        if ((best && uneven >= least) || repeats_itself(base, items)) return;
        best = base;
        least = uneven;
    });
    return best.value();
}

}  // namespace

std::vector<SetOfFour> sets_of_four(std::size_t items, std::size_t rounds) {
    if (items == fewest_items) return std::vector<SetOfFour>(rounds, SetOfFour{0, 1, 2, 3});
    const auto n = static_cast<std::uint32_t>(items);
    std::vector<SetOfFour> sets;
    Differences counts(n);
    for (std::size_t round = 0; round < rounds; ++round) {
        const auto base = most_even_base(n, round == 0, counts);
        add_differences(base, n, counts);
        for (std::uint32_t by = 0; by < n; ++by) sets.push_back(shifted(base, by, n));
    }
    return sets;
}

std::size_t usual_sets(std::size_t items) {
    return std::min<std::size_t>(8, (3 * items + 3) / 4);
}

std::vector<SetOfFour> deck_of(
    const std::vector<SetOfFour>& sets, std::size_t per, std::uint64_t person, std::uint64_t seed) {
    const auto people_a_deal = sets.size() / per;
    auto dealt = sets;
    Random{hash64({seed, 0, person / people_a_deal})}.shuffle(dealt);
    const auto from = dealt.begin() + static_cast<std::ptrdiff_t>(person % people_a_deal * per);
    std::vector<SetOfFour> deck(from, from + static_cast<std::ptrdiff_t>(per));
    Random order{hash64({seed, 1, person})};
    for (auto& set : deck) order.shuffle(set);
    return deck;
}

}  // namespace medskapa::opinion
