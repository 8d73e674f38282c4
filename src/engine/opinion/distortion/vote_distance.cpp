#include "engine/opinion/distortion/vote_distance.hpp"

#include <bit>

namespace medskapa::opinion {
namespace {

/// The mean from each statement's sums: every pair of people counts once on what both voted on.
std::optional<double> usual_difference(const Conversation& active, const std::vector<std::uint32_t>& seats) {
    struct Sums {
        std::int64_t votes = 0;
        std::int64_t sum = 0;
        std::int64_t squares = 0;
    };
    std::vector<Sums> by_statement(active.statements().size());
    for (const auto seat : seats) {
        for (const auto ballot : active.ballots(seat)) {
            auto& sums = by_statement[ballot.statement()];
            ++sums.votes;
            sums.sum += ballot.value();
            sums.squares += ballot.value() * ballot.value();
        }
    }
    std::int64_t differences = 0;
    std::int64_t pairs = 0;
    for (const auto& sums : by_statement) {
        differences += sums.votes * sums.squares - sums.sum * sums.sum;
        pairs += sums.votes * (sums.votes - 1) / 2;
    }
    if (pairs == 0) return std::nullopt;
    return static_cast<double>(differences) / static_cast<double>(pairs);
}

}  // namespace

std::optional<VoteDistance> VoteDistance::among(
    const Conversation& active, const std::vector<std::uint32_t>& seats) {
    const auto usual = usual_difference(active, seats);
    if (!usual) return std::nullopt;
    VoteDistance distance;
    distance.usual_ = *usual;
    distance.words_ = (active.statements().size() + 63) / 64;
    distance.bits_.resize(seats.size() * distance.words_);
    for (std::size_t i = 0; i < seats.size(); ++i) {
        for (const auto ballot : active.ballots(seats[i])) {
            auto& word = distance.bits_[i * distance.words_ + ballot.statement() / 64];
            const auto bit = std::uint64_t{1} << (ballot.statement() % 64);
            if (ballot.vote() == Vote::agree) word.agrees |= bit;
            if (ballot.vote() == Vote::disagree) word.disagrees |= bit;
            if (ballot.vote() == Vote::pass) word.passes |= bit;
        }
    }
    return distance;
}

double VoteDistance::squared(std::size_t a, std::size_t b) const {
    const auto* one = &bits_[a * words_];
    const auto* other = &bits_[b * words_];
    int opposite = 0;
    int apart = 0;
    int both = 0;
    for (std::size_t w = 0; w < words_; ++w) {
        const auto& x = one[w];
        const auto& y = other[w];
        const auto has_x = x.agrees | x.disagrees | x.passes;
        const auto has_y = y.agrees | y.disagrees | y.passes;
        opposite += std::popcount((x.agrees & y.disagrees) | (x.disagrees & y.agrees));
        apart += std::popcount((x.passes & (y.agrees | y.disagrees)) | (y.passes & (x.agrees | x.disagrees)));
        both += std::popcount(has_x & has_y);
    }
    const double differences = 4 * opposite + apart;
    return (differences + 3 * usual_) / (both + 3);
}

}  // namespace medskapa::opinion
