#include "engine/opinion/covotes.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

namespace medskapa::opinion {
namespace {

// Four 16-bit sums travel in one 64-bit word, so that a pair of votes costs one addition. They are unpacked
// before any of them can overflow.
constexpr std::size_t most_packed = 32'767;
// Rows counted at a time: their sums should stay in the processor's second cache.
constexpr std::size_t packed_words = 65'536;

std::uint64_t packed(int first, int second) {
    const auto lane = [](int value, unsigned shift) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(value)) << shift;
    };
    return lane(1, 0) + lane(first, 16) + lane(second, 32) + lane(first * second, 48);
}

/// Takes the lowest sum off. What it borrowed from the next, it gives back.
std::int32_t take_lane(std::uint64_t& word) {
    const auto lane = static_cast<std::int16_t>(word & 0xFFFFU);
    word = (word - static_cast<std::uint64_t>(static_cast<std::int64_t>(lane))) >> 16U;
    return lane;
}

void unpack(std::uint64_t word, CoVotes::Pair& pair) {
    pair.both += take_lane(word);
    pair.first += take_lane(word);
    pair.second += take_lane(word);
    pair.product += take_lane(word);
}

using Increments = std::array<std::array<std::uint64_t, 3>, 3>;

Increments increments() {
    Increments table{};
    for (int first = -1; first <= 1; ++first) {
        for (int second = -1; second <= 1; ++second) {
            table[static_cast<std::size_t>(first + 1)][static_cast<std::size_t>(second + 1)] =
                packed(first, second);
        }
    }
    return table;
}

/// The end of the block of rows that begins at `from`.
std::size_t block_end(std::size_t from, std::size_t statements) {
    const auto rows = std::max<std::size_t>(1, packed_words / (from + 1));
    return std::min(statements, from + rows);
}

}  // namespace

CoVotes::CoVotes(std::size_t statements) : statements_{statements}, pairs_(place(statements, 0)) {}

CoVotes CoVotes::of(
    std::size_t statements, std::span<const std::vector<Ballot>> participants, unsigned threads) {
    CoVotes counts{statements};
    std::vector<std::size_t> starts;
    for (std::size_t from = 0; from < statements; from = block_end(from, statements)) starts.push_back(from);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (auto k = next++; k < starts.size(); k = next++) {
            counts.count_rows(starts[k], block_end(starts[k], statements), participants);
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(work);
    work();
    helpers.clear();
    return counts;
}

void CoVotes::count_rows(
    std::size_t from, std::size_t to, std::span<const std::vector<Ballot>> participants) {
    static const auto table = increments();
    const auto base = place(from, 0);
    std::vector<std::uint64_t> sums(place(to, 0) - base);
    for (std::size_t done = 0; done < participants.size(); done += most_packed) {
        for (const auto& ballots :
            participants.subspan(done, std::min(most_packed, participants.size() - done))) {
            const auto first = std::lower_bound(ballots.begin(), ballots.end(), Ballot{from, Vote::disagree});
            for (auto a = first; a != ballots.end() && a->statement() < to; ++a) {
                auto* row = sums.data() + (place(a->statement(), 0) - base);
                const auto& increment = table[a->code()];
                for (auto b = ballots.begin(); b <= a; ++b) row[b->statement()] += increment[b->code()];
            }
        }
        for (std::size_t k = 0; k < sums.size(); ++k) unpack(sums[k], pairs_[base + k]);
        std::fill(sums.begin(), sums.end(), 0);
    }
}

void CoVotes::add_statement() {
    ++statements_;
    pairs_.resize(place(statements_, 0));
}

void CoVotes::add(Ballot ballot, std::span<const Ballot> others) {
    change(ballot, others, 1);
}

void CoVotes::subtract(Ballot ballot, std::span<const Ballot> others) {
    change(ballot, others, -1);
}

void CoVotes::change(Ballot ballot, std::span<const Ballot> others, std::int32_t sign) {
    const auto count = [&](Ballot a, Ballot b) {
        auto& pair = pairs_[place(a.statement(), b.statement())];
        pair.both += sign;
        pair.first += sign * a.value();
        pair.second += sign * b.value();
        pair.product += sign * a.value() * b.value();
    };
    count(ballot, ballot);
    for (const auto other : others) {
        if (other.statement() < ballot.statement()) count(ballot, other);
        if (other.statement() > ballot.statement()) count(other, ballot);
    }
}

}  // namespace medskapa::opinion
