#include "engine/opinion/conversation.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::opinion {
namespace {

using Ballots = std::vector<Ballot>;

Ballots::iterator place_of(Ballots& ballots, std::size_t statement) {
    return std::lower_bound(ballots.begin(), ballots.end(), Ballot{statement, Vote::disagree});
}

bool holds(const Ballots& ballots, Ballots::const_iterator at, std::size_t statement) {
    return at != ballots.end() && at->statement() == statement;
}

}  // namespace

tl::expected<void, Failure> Conversation::add_statement(StatementId id, Standing standing) {
    const auto at = std::lower_bound(statements_.begin(), statements_.end(), id);
    const auto index = static_cast<std::size_t>(at - statements_.begin());
    if (at != statements_.end() && *at == id) {
        standings_[index] = standing;
        return {};
    }
    if (statements_.size() == most_statements)
        return refuse(Failure::Kind::invalid, {{"statement", N_("There are too many statements.")}});
    const bool is_last = index == statements_.size();
    const bool is_counted = pairs_.has_value();
    if (!is_last) make_room_for_statement(index);
    statements_.insert(at, id);
    standings_.insert(standings_.begin() + static_cast<std::ptrdiff_t>(index), standing);
    if (statements_.size() > most_counted) pairs_.reset();
    if (pairs_) pairs_->add_statement();
    if (is_counted && !is_last) count_pairs(1);
    return {};
}

void Conversation::make_room_for_statement(std::size_t index) {
    pairs_.reset();
    for (auto& ballots : ballots_) {
        for (auto at = place_of(ballots, index); at != ballots.end(); ++at)
            *at = Ballot{at->statement() + 1, at->vote()};
    }
}

tl::expected<void, Failure> Conversation::vote(ParticipantId participant, StatementId id, Vote vote) {
    const auto statement = index_of(id);
    if (!statement)
        return refuse(
            Failure::Kind::not_found, {{"statement", N_("There is no statement {}."), {std::to_string(id)}}});
    const auto [seat, is_new] =
        seats_.try_emplace(participant, static_cast<std::uint32_t>(participants_.size()));
    if (is_new) {
        participants_.push_back(participant);
        ballots_.emplace_back();
    }
    auto& ballots = ballots_[seat->second];
    const Ballot ballot{*statement, vote};
    const auto at = place_of(ballots, *statement);
    if (holds(ballots, at, *statement)) {
        if (pairs_) pairs_->subtract(*at, ballots);
        *at = ballot;
    } else {
        ballots.insert(at, ballot);
        ++votes_;
    }
    if (pairs_) pairs_->add(ballot, ballots);
    return {};
}

bool Conversation::withdraw(ParticipantId participant, StatementId id) {
    const auto seat = seat_of(participant);
    const auto statement = index_of(id);
    if (!seat || !statement) return false;
    auto& ballots = ballots_[*seat];
    const auto at = place_of(ballots, *statement);
    if (!holds(ballots, at, *statement)) return false;
    if (pairs_) pairs_->subtract(*at, ballots);
    ballots.erase(at);
    --votes_;
    if (ballots.empty()) remove_seat(*seat);
    return true;
}

bool Conversation::erase(ParticipantId participant) {
    const auto seat = seat_of(participant);
    if (!seat) return false;
    auto& ballots = ballots_[*seat];
    votes_ -= ballots.size();
    while (pairs_ && !ballots.empty()) {
        pairs_->subtract(ballots.back(), ballots);
        ballots.pop_back();
    }
    remove_seat(*seat);
    return true;
}

void Conversation::remove_seat(std::size_t seat) {
    seats_.erase(participants_[seat]);
    if (seat + 1 < participants_.size()) {
        participants_[seat] = participants_.back();
        ballots_[seat] = std::move(ballots_.back());
        seats_[participants_[seat]] = static_cast<std::uint32_t>(seat);
    }
    participants_.pop_back();
    ballots_.pop_back();
}

void Conversation::count_pairs(unsigned threads) {
    if (!pairs_ && statements_.size() <= most_counted)
        pairs_ = CoVotes::of(statements_.size(), ballots_, threads);
}

std::optional<std::size_t> Conversation::index_of(StatementId id) const {
    // Ids mostly run without gaps from the first.
    const auto guess = statements_.empty()
                           ? 0U
                           : static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(statements_.front());
    if (guess < statements_.size() && statements_[guess] == id) return guess;
    const auto at = std::lower_bound(statements_.begin(), statements_.end(), id);
    if (at == statements_.end() || *at != id) return std::nullopt;
    return static_cast<std::size_t>(at - statements_.begin());
}

std::optional<std::size_t> Conversation::seat_of(ParticipantId id) const {
    const auto found = seats_.find(id);
    if (found == seats_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::uint32_t> Conversation::seats_by_id() const {
    std::vector<std::uint32_t> seats(participants_.size());
    std::iota(seats.begin(), seats.end(), 0U);
    std::sort(
        seats.begin(), seats.end(), [&](auto a, auto b) { return participants_[a] < participants_[b]; });
    return seats;
}

}  // namespace medskapa::opinion
