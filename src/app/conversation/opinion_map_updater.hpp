#pragma once

#include "app/conversation/published/published_votes.hpp"
#include "app/conversation/vote_pace.hpp"
#include "base/time.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/sql/writer.hpp"

#include <functional>
#include <map>

namespace medskapa::app {

/// Holds every conversation's votes in memory, takes in those that have come since the last round, and keeps
/// a snapshot of each version of the map for the pages to show. Pages never wait for it. Used by one thread.
class OpinionMapUpdater {
public:
    OpinionMapUpdater(
        std::unique_ptr<sql::Connection>, sql::Writer&, const Clock&, std::function<Instant()> now);

    /// One round: reads what is new, and offers a version where something is. Returns how many versions came
    /// of it.
    int refresh();
    /// One round of writing commitments to votes in the log.
    void commit_votes();

private:
    struct ConversationState {
        opinion::Conversation votes;
        std::int64_t last_cast = 0;
        std::int64_t last_erased = 0;
        VotePaces paces;
        std::int64_t last_voter = 0;
        Tiers tiers;
        std::int64_t last_detail = 0;
        Backgrounds backgrounds;
        Population population;
        std::vector<opinion::Standing> standings;
        opinion::Memory memory;
        std::vector<opinion::Release> releases;
        std::map<opinion::StatementId, double> extremity;  // on the newest version drawn here
        std::size_t unweighed = 0;                         // votes that no statement's priority knows
        std::size_t news = 0;     // votes and withdrawals since a version was offered
        std::size_t missing = 0;  // as many at the least must be news before one can be due
        int waiting = 0;          // as last kept
        bool is_loaded = false;
        bool is_final = false;
    };

    struct ToDo {
        bool offer = false;
        bool weigh = false;
        bool forget = false;
    };
    int round();
    ToDo load_news(const Conversation&, ConversationState&);
    bool load_standings(const Conversation&, ConversationState&);
    void load_votes(const Conversation&, ConversationState&);
    void load_voters(const Conversation&, ConversationState&);
    bool load_population(const Conversation&, ConversationState&);
    bool load_erased(const Conversation&, ConversationState&);
    KnownVotes known(const ConversationState&) const;
    bool offer(const Conversation&, ConversationState&);
    void weigh(const Conversation&, ConversationState&);
    void forget_erased(const Conversation&, ConversationState&);
    void finish(const Conversation&, const ConversationState&);
    bool keep(const Conversation&, ConversationState&, MapVersion);
    void set_priorities(const Conversation&, ConversationState&);
    void keep_waiting(const Conversation&, ConversationState&, std::size_t people);

    std::unique_ptr<sql::Connection> db_;
    sql::Writer& writer_;
    const Clock& clock_;
    std::function<Instant()> now_;
    std::map<Id<Activity>, ConversationState> states_;
};

}  // namespace medskapa::app
