#pragma once

#include "app/conversation/opinion_comparisons.hpp"
#include "app/conversation/vote_pace.hpp"
#include "base/time.hpp"
#include "engine/opinion/map.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/sql/writer.hpp"

#include <functional>
#include <map>
#include <unordered_set>

namespace medskapa::app {

/// Holds every conversation's votes in memory, takes in those that have come since the last round, and keeps
/// a snapshot of the map for the pages to show. Pages never wait for it. Used by one thread.
class OpinionMapUpdater {
public:
    /// A map is drawn anew once so many people have voted who are not on it so, lest the answers of one be
    /// read from two maps; and at once when staff change something, voting ends, or somebody takes back their
    /// votes.
    OpinionMapUpdater(std::unique_ptr<sql::Connection>, sql::Writer&, const Clock&,
        std::function<Instant()> now, std::size_t fewest_new_voters);

    /// One round: reads what is new, and draws where something is. Returns how many maps were drawn.
    int refresh();
    /// One round of writing commitments to votes in the log.
    void commit_votes();

private:
    struct ConversationState {
        opinion::Conversation votes;
        std::int64_t last_cast = 0;
        std::int64_t last_drawn = 0;                                // the last cast on the map that is shown
        std::unordered_set<opinion::ParticipantId> not_drawn = {};  // who has voted or told something since
        std::int64_t last_erased = 0;
        VotePaces paces;
        std::int64_t last_voter = 0;
        Tiers tiers;
        std::int64_t last_told = 0;
        Backgrounds backgrounds;
        Population population;
        std::vector<opinion::Standing> standings;
        opinion::Memory memory;
        bool is_drawn = false;
        bool is_final = false;
    };

    bool load_news(const Conversation&, ConversationState&);
    void resume_from(const Conversation&, ConversationState&, const std::optional<store::OpinionSnapshot>&);
    bool load_standings(const Conversation&, ConversationState&);
    void load_votes(const Conversation&, ConversationState&);
    void load_voters(const Conversation&, ConversationState&);
    bool load_population(const Conversation&, ConversationState&);
    bool load_erased(const Conversation&, ConversationState&);
    void draw(const Conversation&, ConversationState&);
    void keep(const Conversation&, const ConversationState&, const opinion::Map&, OpinionResult);

    std::unique_ptr<sql::Connection> db_;
    sql::Writer& writer_;
    const Clock& clock_;
    std::function<Instant()> now_;
    std::size_t fewest_new_voters_;
    std::map<Id<Activity>, ConversationState> states_;
};

}  // namespace medskapa::app
