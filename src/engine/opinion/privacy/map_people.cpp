#include "engine/opinion/privacy/map_people.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

constexpr std::size_t enough_votes = 7;

/// Which people and statements take part, narrowed until each has enough of the other.
class Narrowing {
public:
    explicit Narrowing(const Conversation& conversation)
        : conversation_{conversation},
          has_person_(conversation.participants().size(), true),
          has_statement_(conversation.statements().size()) {
        for (std::size_t j = 0; j < has_statement_.size(); ++j)
            has_statement_[j] = !conversation.standing(j).is_left_out();
        narrow_people();
    }

    void run() {
        while (narrow_statements() || narrow_people()) continue;
    }

    bool has_person(std::size_t seat) const { return has_person_[seat]; }
    bool has_statement(std::size_t index) const { return has_statement_[index]; }

private:
    bool narrow_statements() {
        std::vector<std::size_t> votes(has_statement_.size());
        for (std::size_t seat = 0; seat < has_person_.size(); ++seat)
            if (has_person_[seat])
                for (const auto ballot : conversation_.ballots(seat)) ++votes[ballot.statement()];
        bool is_narrower = false;
        for (std::size_t j = 0; j < votes.size(); ++j)
            if (has_statement_[j] && votes[j] < fewest_together) {
                has_statement_[j] = false;
                is_narrower = true;
            }
        return is_narrower;
    }

    bool narrow_people() {
        const auto statements = std::count(has_statement_.begin(), has_statement_.end(), true);
        const auto wanted = std::clamp<std::size_t>(static_cast<std::size_t>(statements), 1, enough_votes);
        bool is_narrower = false;
        for (std::size_t seat = 0; seat < has_person_.size(); ++seat)
            if (has_person_[seat] && votes_of(seat) < wanted) {
                has_person_[seat] = false;
                is_narrower = true;
            }
        return is_narrower;
    }

    std::size_t votes_of(std::size_t seat) const {
        const auto ballots = conversation_.ballots(seat);
        return static_cast<std::size_t>(std::count_if(ballots.begin(), ballots.end(),
            [&](Ballot ballot) { return has_statement_[ballot.statement()]; }));
    }

    const Conversation& conversation_;
    std::vector<bool> has_person_;
    std::vector<bool> has_statement_;
};

}  // namespace

Conversation votes_on_map(const Conversation& conversation) {
    Narrowing narrowing{conversation};
    narrowing.run();
    Conversation kept;
    for (std::size_t j = 0; j < conversation.statements().size(); ++j)
        if (narrowing.has_statement(j)) (void)kept.add_statement(conversation.statements()[j]);
    for (const auto seat : conversation.seats_by_id()) {
        if (!narrowing.has_person(seat)) continue;
        for (const auto ballot : conversation.ballots(seat))
            if (narrowing.has_statement(ballot.statement()))
                (void)kept.vote(conversation.participants()[seat],
                    conversation.statements()[ballot.statement()], ballot.vote());
    }
    kept.count_pairs(1);
    return kept;
}

}  // namespace medskapa::opinion
