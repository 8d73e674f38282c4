#pragma once

#include "engine/opinion/privacy/published_map.hpp"

/// Whose figures may stand in a version.
namespace medskapa::app {

/// Asks for each set of people that figures would be published of whether anybody would be seen alone between
/// it and what has been published, in earlier versions and in this one.
class FigureSets {
public:
    using Members = std::vector<std::uint32_t>;  // by rising order of ids

    /// `on_map` is votes_on_map(); both must outlive it.
    FigureSets(const opinion::Conversation& on_map, std::span<const opinion::Release> past);

    const opinion::PairRule& rule() const { return rule_; }
    /// All of the sets, no person in two, or none. What is admitted belongs to the version.
    bool admit(const std::vector<Members>&);
    void add_blocks(const opinion::PublishedMap&);
    opinion::Release release() const { return now_; }

private:
    std::vector<opinion::ParticipantId> people_;
    const opinion::Conversation& on_map_;
    opinion::PairRule rule_;
    opinion::Release now_;
};

}  // namespace medskapa::app
