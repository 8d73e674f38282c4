#pragma once

#include <cstdint>
#include <initializer_list>
#include <utility>

namespace medskapa::opinion {

/// Numbers that look random and follow from the seed alone: SplitMix64 (Steele, Lea and Flood 2014). The same
/// on every machine, which the standard library's distributions are not.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        auto z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    /// In [0, 1), of 53 bits.
    double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

    /// In [0, bound), for bounds far below 2^32.
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
    }

    /// Every order is equally likely (Fisher and Yates, from the last). For fewer than 2^32 of them.
    template <class List>
    void shuffle(List& all) {
        for (auto left = all.size(); left > 1; --left)
            std::swap(all[left - 1], all[below(static_cast<std::uint32_t>(left))]);
    }

private:
    std::uint64_t state_;
};

/// One seed out of several numbers, in their order.
inline std::uint64_t hash64(std::initializer_list<std::uint64_t> numbers) {
    std::uint64_t hash = 0;
    for (const auto number : numbers) hash = Random{hash ^ number}.next();
    return hash;
}

}  // namespace medskapa::opinion
