#pragma once

#include "app/conversation/published/opinion_comparisons.hpp"
#include "engine/opinion/map.hpp"

#include <functional>

/// The one way from votes to what is published of them. Every page, file and figure about how people voted is
/// made from a version that came this way: docs/adr/0013-published-votes.md.
namespace medskapa::app {

/// All that is known of a conversation when a version is offered.
struct KnownVotes {
    const opinion::Conversation& votes;
    std::function<std::vector<opinion::ParticipantId>()> flagged;  // asked when a version is made
    const Tiers& tiers;
    const Backgrounds& backgrounds;
    const Population& population;
    const opinion::Memory& memory;
    std::span<const opinion::Release> past;
    opinion::Voting voting = opinion::Voting::goes_on;
};

struct MapVersion {
    OpinionResult result;
    opinion::Release release;  // never published
    opinion::Map map;          // never published; empty where it is the last one's
};

/// The next version, if the rule allows one now; else how many people wait for it, and how many more must
/// come, change or go before there can be one (0: the rule finds somebody alone, whatever their number).
struct Offer {
    std::optional<MapVersion> version;
    std::size_t waiting = 0;
    std::size_t missing = 0;
};
Offer offer_version(const KnownVotes&);

/// The newest version's figures weighted by another population, as if it had been known then. Nothing where
/// they would show somebody: also where anybody on it has been erased since.
std::optional<MapVersion> weighted_anew(const OpinionResult&, const KnownVotes&);

}  // namespace medskapa::app
