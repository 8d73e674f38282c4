#include "app/conversation/opinion_map_updater.hpp"

#include "app/conversation/opinion.hpp"
#include "app/conversation/opinion_drawing.hpp"
#include "engine/opinion/signals/signals.hpp"
#include "engine/opinion/statistics/priority.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr int lines_at_a_time = 50'000;
constexpr std::uint64_t seed = 0;

opinion::Standing standing(const Statement& statement, Conversation::Moderation moderation) {
    using Verdict = opinion::Standing::Verdict;
    if (statement.is_votable(moderation)) return {Verdict::accepted, false};
    return {statement.state == Statement::State::rejected ? Verdict::rejected : Verdict::pending, false};
}

opinion::Vote vote(Stance stance) {
    return static_cast<opinion::Vote>(static_cast<int>(stance));
}

}  // namespace

OpinionMapUpdater::OpinionMapUpdater(std::unique_ptr<sql::Connection> db, sql::Writer& writer,
    const Clock& clock, std::function<Instant()> now, std::size_t fewest_new_voters)
    : db_{std::move(db)},
      writer_{writer},
      clock_{clock},
      now_{std::move(now)},
      fewest_new_voters_{fewest_new_voters} {}

int OpinionMapUpdater::refresh() {
    std::vector<std::pair<Conversation, ConversationState*>> changed;
    {
        const sql::Snapshot moment{*db_};
        for (const auto& conversation : store::conversations(*db_)) {
            if (conversation.state == Conversation::State::frozen) {
                states_.erase(conversation.activity);
                continue;
            }
            auto& state = states_[conversation.activity];
            if (load_news(conversation, state)) changed.emplace_back(conversation, &state);
        }
    }
    for (const auto& [conversation, state] : changed) draw(conversation, *state);
    return static_cast<int>(changed.size());
}

/// Whether there is something that the last map does not show.
bool OpinionMapUpdater::load_news(const Conversation& conversation, ConversationState& state) {
    const bool is_first = state.standings.empty();
    const auto snapshot = is_first ? store::newest_snapshot(*db_, conversation.activity) : std::nullopt;
    if (snapshot) state.last_drawn = snapshot->last_cast;
    const bool has_standings = load_standings(conversation, state);
    load_votes(conversation, state);
    load_voters(conversation, state);
    const bool has_population = load_population(conversation, state);
    const bool has_left = load_erased(conversation, state);
    const bool is_final = conversation.state == Conversation::State::closed;
    const bool turns = std::exchange(state.is_final, is_final) != is_final;
    if (is_first) resume_from(conversation, state, snapshot);
    if (state.votes.votes() == 0 && !state.is_drawn) return false;
    const bool has_news =
        state.not_drawn.size() >= fewest_new_voters_ || (is_final && state.last_cast != state.last_drawn);
    return !state.is_drawn || has_news || has_left ||
           (!is_first && (has_standings || has_population || turns));
}

/// Goes on from the last snapshot, which an earlier keeper may have drawn of these very votes.
void OpinionMapUpdater::resume_from(const Conversation& conversation, ConversationState& state,
    const std::optional<store::OpinionSnapshot>& snapshot) {
    state.memory = memory_from(store::memory_of(*db_, conversation.activity));
    state.is_drawn = snapshot && snapshot->is_final == state.is_final &&
                     snapshot->result.engine == opinion::engine_version;
}

bool OpinionMapUpdater::load_standings(const Conversation& conversation, ConversationState& state) {
    std::vector<opinion::Standing> standings;
    const auto statements = store::statements_of(*db_, conversation.activity);
    for (const auto& statement : statements)
        standings.push_back(standing(statement, conversation.moderation));
    if (standings == state.standings) return false;
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (!state.votes.add_statement(statements[i].number, standings[i]))
            throw std::logic_error{"more statements than the engine takes"};
    state.standings = std::move(standings);
    return true;
}

void OpinionMapUpdater::load_votes(const Conversation& conversation, ConversationState& state) {
    for (bool has_more = true; has_more;) {
        const auto lines = store::history(*db_, conversation.activity, state.last_cast, lines_at_a_time);
        for (const auto& line : lines) {
            if (!state.votes.vote(line.participant, line.statement, vote(line.stance)))
                throw std::logic_error{"a vote on a statement that is not there"};
            state.paces.add(line.participant, line.at);
            if (line.place > state.last_drawn) state.not_drawn.insert(line.participant);
        }
        if (!lines.empty()) state.last_cast = lines.back().place;
        has_more = lines.size() == lines_at_a_time;
    }
    if (state.votes.pairs() == nullptr) state.votes.count_pairs(1);
}

/// What people have told of themselves, that the votes are weighted by.
void OpinionMapUpdater::load_voters(const Conversation& conversation, ConversationState& state) {
    for (const auto& voter : store::voters_after(*db_, conversation.activity, state.last_voter)) {
        state.last_voter = voter.participant;
        if (voter.assurance != Assurance::anonymous) state.tiers[voter.participant] = voter.assurance;
        if (voter.background != Background{}) state.backgrounds[voter.participant] = voter.background;
    }
    const auto told = store::details_after(*db_, conversation.activity, state.last_told);
    for (const auto& telling : told) {
        state.backgrounds[telling.participant] = telling.background;
        if (state.population != Population{}) state.not_drawn.insert(telling.participant);
    }
    if (!told.empty()) state.last_told = told.back().place;
}

bool OpinionMapUpdater::load_population(const Conversation& conversation, ConversationState& state) {
    auto population = store::population_of(*db_, conversation.activity);
    if (population == state.population) return false;
    state.population = std::move(population);
    return true;
}

/// Whoever has taken back their votes leaves what is held here as if never there.
bool OpinionMapUpdater::load_erased(const Conversation& conversation, ConversationState& state) {
    const auto erased = store::erased_voters(*db_, conversation.activity, state.last_erased);
    if (erased.empty()) return false;
    state.last_erased = erased.back().place;
    state.last_cast = store::last_cast(*db_, conversation.activity);
    for (const auto& voter : erased) {
        (void)state.votes.erase(voter.participant);
        state.paces.erase(voter.participant);
        state.tiers.erase(voter.participant);
        state.backgrounds.erase(voter.participant);
        state.not_drawn.erase(voter.participant);
    }
    return true;
}

/// The last map of a closed conversation is drawn as anybody can draw it from the votes: what is remembered
/// only names its groups and turns it.
void OpinionMapUpdater::draw(const Conversation& conversation, ConversationState& state) {
    if (state.is_final) state.memory.choice = {};
    opinion::Settings settings;
    settings.seed = seed;
    auto map = opinion::draw_map(state.votes, settings, state.memory, [](std::string_view) {});
    opinion::add_bridging(map, state.votes);
    auto result = public_result(map, state.votes);
    const auto signals = opinion::signals(state.votes, state.paces.first_votes(), state.paces.hasty());
    add_without_flagged(result, state.votes, opinion::flagged(signals));
    add_tiers(result, state.votes, state.tiers);
    add_weights(result, state.votes, state.backgrounds, state.population);
    state.memory = opinion::remembered(map);
    state.is_drawn = false;  // until it is kept: else the next round tries again
    keep(conversation, state, map, std::move(result));
    state.is_drawn = true;
    state.last_drawn = state.last_cast;
    state.not_drawn.clear();
}

void OpinionMapUpdater::keep(const Conversation& conversation, const ConversationState& state,
    const opinion::Map& map, OpinionResult result) {
    const auto everyone = opinion::tally_everyone(state.votes);
    const auto now = now_();
    const store::OpinionSnapshot snapshot{
        clock_.day(now), now, state.last_cast, state.is_final, std::move(result)};
    (void)writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        store::keep(tx, conversation, snapshot);
        store::keep_memory(tx, conversation, as_json(state.memory));
        opinion::Random random{static_cast<std::uint64_t>(state.last_cast)};
        for (std::size_t s = 0; s < map.statements.size(); ++s)
            store::set_priority(tx, conversation.activity, static_cast<int>(map.statements[s]),
                opinion::explored(map.priority[s], everyone[s], random), everyone[s].votes);
        return true;
    });
}

void OpinionMapUpdater::commit_votes() {
    for (const auto& conversation : store::conversations(*db_)) {
        if (conversation.state != Conversation::State::open) continue;
        const auto process = store::find_process(*db_, conversation.process);
        for (const auto& activity : store::activities_of(*db_, conversation.process))
            if (activity.id == conversation.activity)
                (void)perform(writer_, Actor::operating(), *process, [&](const Act& act) {
                    return app::commit_votes(act, activity, VotesToCommit::when_enough);
                });
    }
}

}  // namespace medskapa::app
