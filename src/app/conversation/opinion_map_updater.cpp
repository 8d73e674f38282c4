#include "app/conversation/opinion_map_updater.hpp"

#include "app/conversation/opinion.hpp"
#include "app/conversation/opinion_drawing.hpp"
#include "engine/opinion/signals/signals.hpp"
#include "engine/opinion/statistics/priority.hpp"
#include "store/site/site_store.hpp"
#include "store/conversation/voter_store.hpp"

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

OpinionKeeper::OpinionKeeper(std::unique_ptr<sql::Connection> db, sql::Writer& writer, const Clock& clock,
    std::function<Instant()> now, std::size_t fewest_new_voters)
    : db_{std::move(db)},
      writer_{writer},
      clock_{clock},
      now_{std::move(now)},
      fewest_new_voters_{fewest_new_voters} {}

int OpinionKeeper::refresh() {
    std::vector<std::pair<Conversation, Kept*>> changed;
    {
        const sql::Snapshot moment{*db_};
        for (const auto& conversation : store::conversations(*db_)) {
            if (conversation.state == Conversation::State::frozen) {
                kept_.erase(conversation.activity);
                continue;
            }
            auto& kept = kept_[conversation.activity];
            if (take_in(conversation, kept)) changed.emplace_back(conversation, &kept);
        }
    }
    for (const auto& [conversation, kept] : changed) draw(conversation, *kept);
    return static_cast<int>(changed.size());
}

/// Whether there is something that the last map does not show.
bool OpinionKeeper::take_in(const Conversation& conversation, Kept& kept) {
    const bool is_first = kept.standings.empty();
    const auto snapshot = is_first ? store::newest_snapshot(*db_, conversation.activity) : std::nullopt;
    if (snapshot) kept.last_drawn = snapshot->last_cast;
    const bool has_standings = take_standings(conversation, kept);
    take_votes(conversation, kept);
    take_voters(conversation, kept);
    const bool has_population = take_population(conversation, kept);
    const bool has_left = take_erased(conversation, kept);
    const bool is_final = conversation.state == Conversation::State::closed;
    const bool turns = std::exchange(kept.is_final, is_final) != is_final;
    if (is_first) take_up(conversation, kept, snapshot);
    if (kept.votes.votes() == 0 && !kept.is_drawn) return false;
    const bool has_news =
        kept.not_drawn.size() >= fewest_new_voters_ || (is_final && kept.last_cast != kept.last_drawn);
    return !kept.is_drawn || has_news || has_left ||
           (!is_first && (has_standings || has_population || turns));
}

/// Goes on from the last snapshot, which an earlier keeper may have drawn of these very votes.
void OpinionKeeper::take_up(
    const Conversation& conversation, Kept& kept, const std::optional<store::OpinionSnapshot>& snapshot) {
    kept.memory = memory_from(store::memory_of(*db_, conversation.activity));
    kept.is_drawn =
        snapshot && snapshot->is_final == kept.is_final && snapshot->result.engine == opinion::engine_version;
}

bool OpinionKeeper::take_standings(const Conversation& conversation, Kept& kept) {
    std::vector<opinion::Standing> standings;
    const auto statements = store::statements_of(*db_, conversation.activity);
    for (const auto& statement : statements)
        standings.push_back(standing(statement, conversation.moderation));
    if (standings == kept.standings) return false;
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (!kept.votes.add_statement(statements[i].number, standings[i]))
            throw std::logic_error{"more statements than the engine takes"};
    kept.standings = std::move(standings);
    return true;
}

void OpinionKeeper::take_votes(const Conversation& conversation, Kept& kept) {
    for (bool has_more = true; has_more;) {
        const auto lines = store::history(*db_, conversation.activity, kept.last_cast, lines_at_a_time);
        for (const auto& line : lines) {
            if (!kept.votes.vote(line.participant, line.statement, vote(line.stance)))
                throw std::logic_error{"a vote on a statement that is not there"};
            kept.paces.add(line.participant, line.at);
            if (line.place > kept.last_drawn) kept.not_drawn.insert(line.participant);
        }
        if (!lines.empty()) kept.last_cast = lines.back().place;
        has_more = lines.size() == lines_at_a_time;
    }
    if (kept.votes.pairs() == nullptr) kept.votes.count_pairs(1);
}

/// What people have told of themselves, that the votes are weighted by.
void OpinionKeeper::take_voters(const Conversation& conversation, Kept& kept) {
    for (const auto& voter : store::voters_after(*db_, conversation.activity, kept.last_voter)) {
        kept.last_voter = voter.participant;
        if (voter.assurance != Assurance::anonymous) kept.tiers[voter.participant] = voter.assurance;
        if (voter.background != Background{}) kept.backgrounds[voter.participant] = voter.background;
    }
    const auto told = store::told_after(*db_, conversation.activity, kept.last_told);
    for (const auto& telling : told) {
        kept.backgrounds[telling.participant] = telling.background;
        if (kept.population != Population{}) kept.not_drawn.insert(telling.participant);
    }
    if (!told.empty()) kept.last_told = told.back().place;
}

bool OpinionKeeper::take_population(const Conversation& conversation, Kept& kept) {
    auto population = store::population_of(*db_, conversation.activity);
    if (population == kept.population) return false;
    kept.population = std::move(population);
    return true;
}

/// Whoever has taken back their votes leaves what is held here as if never there.
bool OpinionKeeper::take_erased(const Conversation& conversation, Kept& kept) {
    const auto erased = store::erased_voters(*db_, conversation.activity, kept.last_erased);
    if (erased.empty()) return false;
    kept.last_erased = erased.back().place;
    kept.last_cast = store::last_cast(*db_, conversation.activity);
    for (const auto& voter : erased) {
        (void)kept.votes.erase(voter.participant);
        kept.paces.erase(voter.participant);
        kept.tiers.erase(voter.participant);
        kept.backgrounds.erase(voter.participant);
        kept.not_drawn.erase(voter.participant);
    }
    return true;
}

/// The last map of a closed conversation is drawn as anybody can draw it from the votes: what is remembered
/// only names its groups and turns it.
void OpinionKeeper::draw(const Conversation& conversation, Kept& kept) {
    if (kept.is_final) kept.memory.choice = {};
    opinion::Settings settings;
    settings.seed = seed;
    auto map = opinion::draw_map(kept.votes, settings, kept.memory, [](std::string_view) {});
    opinion::add_bridging(map, kept.votes);
    auto result = told(map, kept.votes);
    const auto signals = opinion::signals(kept.votes, kept.paces.first_votes(), kept.paces.hasty());
    add_without_flagged(result, kept.votes, opinion::flagged(signals));
    add_tiers(result, kept.votes, kept.tiers);
    add_weights(result, kept.votes, kept.backgrounds, kept.population);
    kept.memory = opinion::remembered(map);
    kept.is_drawn = false;  // until it is kept: else the next round tries again
    keep(conversation, kept, map, std::move(result));
    kept.is_drawn = true;
    kept.last_drawn = kept.last_cast;
    kept.not_drawn.clear();
}

void OpinionKeeper::keep(
    const Conversation& conversation, const Kept& kept, const opinion::Map& map, OpinionResult result) {
    const auto everyone = opinion::tally_everyone(kept.votes);
    const auto now = now_();
    const store::OpinionSnapshot snapshot{
        clock_.day(now), now, kept.last_cast, kept.is_final, std::move(result)};
    (void)writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        store::keep(tx, conversation, snapshot);
        store::keep_memory(tx, conversation, as_json(kept.memory));
        opinion::Random random{static_cast<std::uint64_t>(kept.last_cast)};
        for (std::size_t s = 0; s < map.statements.size(); ++s)
            store::set_priority(tx, conversation.activity, static_cast<int>(map.statements[s]),
                opinion::explored(map.priority[s], everyone[s], random), everyone[s].votes);
        return true;
    });
}

void OpinionKeeper::seal() {
    for (const auto& conversation : store::conversations(*db_)) {
        if (conversation.state != Conversation::State::open) continue;
        const auto process = store::find_process(*db_, conversation.process);
        const auto permit =
            authorize(Actor::operating(), Action::steer_conversation, conversation.process).value();
        for (const auto& activity : store::activities_of(*db_, conversation.process))
            if (activity.id == conversation.activity)
                (void)writer_.write([&](sql::Transaction& tx) {
                    return seal_votes(tx, permit, *process, activity, Sealing::when_enough);
                });
    }
}

}  // namespace medskapa::app
