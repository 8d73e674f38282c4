#pragma once

#include "support/flows.hpp"
#include "support/tables.hpp"

#include <algorithm>
#include <random>

namespace medskapa::test {

/// Small tables and flows, always the same for the same seed: with zeros, repeated rows, missing cells, and
/// now and then an empty region.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}

    std::size_t up_to(std::size_t most) { return static_cast<std::size_t>(random_() % (most + 1)); }
    bool one_in(std::size_t n) { return random_() % n == 0; }

    std::vector<AmountRow> amounts() {
        std::vector<AmountRow> rows;
        const auto regions = 2 + up_to(7);
        const auto industries = 2 + up_to(7);
        for (std::size_t r = 0; r < regions; ++r) {
            const bool is_empty = one_in(12);
            for (std::size_t i = 0; i < industries; ++i) {
                std::optional<double> value = static_cast<double>(up_to(50));
                if (is_empty || one_in(4)) value = 0;
                if (one_in(20)) value = std::nullopt;
                rows.push_back({"r" + std::to_string(r), "i" + std::to_string(i), value});
                if (one_in(15)) rows.push_back({"r" + std::to_string(r), "i" + std::to_string(i), 0.1});
            }
        }
        return rows;
    }

    FlowRows flows() {
        FlowRows rows;
        const auto places = 1 + up_to(11);
        for (std::size_t from = 0; from < places; ++from) {
            for (std::size_t to = 0; to < places; ++to) {
                const bool is_none = one_in(3) && from != to;
                const auto amount = static_cast<double>(up_to(from == to ? 400 : 60));
                rows.push_back({"p" + std::to_string(from), "p" + std::to_string(to), is_none ? 0 : amount});
            }
        }
        return rows;
    }

    template <class Row>
    std::vector<Row> shuffled(std::vector<Row> rows) {
        std::shuffle(rows.begin(), rows.end(), random_);
        return rows;
    }

private:
    std::mt19937_64 random_;
};

}  // namespace medskapa::test
