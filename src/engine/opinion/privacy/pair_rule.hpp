#pragma once

#include "engine/opinion/conversation.hpp"
#include "engine/opinion/privacy/map_people.hpp"

#include <memory>
#include <unordered_map>

namespace medskapa::opinion {

/// One person's votes by statement, in rising order: independent of any conversation's order.
using ReleasedBallot = std::vector<std::pair<StatementId, Vote>>;

/// Sets of people that figures have been published of, none of them in two.
struct PeopleSets {
    enum class Of { blocks, figures };
    Of of = Of::figures;
    std::vector<std::vector<ParticipantId>> sets;

    bool operator==(const PeopleSets&) const = default;
};

/// One published version, as far as what may follow depends on it. Never published itself.
struct Release {
    std::vector<StatementId> statements;  // on its map, in rising order
    /// Of those on its map, but for those who have been erased since.
    std::unordered_map<ParticipantId, std::shared_ptr<const ReleasedBallot>> ballots;
    std::vector<PeopleSets> partitions;
};

/// Whether a figure of some people may be published after all that has been: between it and every earlier one
/// that has people in common with it nobody may be seen alone. How many are in one of the two but not in the
/// other, or in both with other votes, is nobody or five and more, by the votes on the statements of both
/// maps and also by those on all statements of each.
class PairRule {
public:
    /// `now` is votes_on_map(); both must outlive the rule. O(people * releases).
    PairRule(const Conversation& now, std::span<const Release> past);

    /// People by their place among the participants in rising order of ids. O(people * releases).
    bool allows(PeopleSets::Of, std::span<const std::uint32_t> people) const;

    /// How many people have come, changed or gone since the last release.
    std::size_t moved() const { return moved_; }

private:
    struct Now;
    struct Past {
        std::vector<bool> is_changed;          // by all their votes
        std::vector<bool> is_changed_in_both;  // by those on statements of both maps
        struct Sets {
            PeopleSets::Of of;
            std::vector<std::size_t> sizes;
            std::vector<std::uint32_t> set_of;  // by person, from 1; 0: in none
        };
        std::vector<Sets> partitions;
    };

    static Past compared(const Now&, const Release&);
    static Past::Sets sets_of(const Now&, const PeopleSets&);
    static std::size_t moved_since(const Now&, const Release&, const Past&);
    static bool is_apart(const Past&, const Past::Sets&, std::span<const std::uint32_t> people);

    std::vector<Past> past_;
    std::size_t moved_ = 0;
};

/// What is kept of a version: the people's votes on its map. Ballots that are the same as in `last` are
/// shared with it.
Release release_of(const Conversation& on_map, const Release* last);

/// The votes of a version again, without those who have been erased since.
Conversation votes_of(const Release&);
/// Whether nobody has been erased since.
bool is_whole(const Release&);

}  // namespace medskapa::opinion
