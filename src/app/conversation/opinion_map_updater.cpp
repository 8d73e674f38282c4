#include "app/conversation/opinion_map_updater.hpp"

#include "app/conversation/opinion.hpp"
#include "app/conversation/published/kept_releases.hpp"
#include "app/conversation/published/opinion_drawing.hpp"
#include "engine/opinion/signals/signals.hpp"
#include "engine/opinion/statistics/priority.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr int lines_at_a_time = 50'000;
constexpr std::size_t tried_at_once = 100'000;  // votes

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
    const Clock& clock, std::function<Instant()> now)
    : db_{std::move(db)}, writer_{writer}, clock_{clock}, now_{std::move(now)} {}

/// What was read and could not be kept is read again: nobody else knows that it was news.
int OpinionMapUpdater::refresh() try { return round(); } catch (...) {
    states_.clear();
    throw;
}

int OpinionMapUpdater::round() {
    std::vector<std::pair<Conversation, ToDo>> changed;
    std::vector<Conversation> open;
    {
        const sql::Snapshot moment{*db_};
        for (const auto& conversation : store::conversations(*db_)) {
            if (conversation.state == Conversation::State::frozen) {
                states_.erase(conversation.activity);
                continue;
            }
            const auto to_do = load_news(conversation, states_[conversation.activity]);
            if (to_do.offer || to_do.weigh) changed.emplace_back(conversation, to_do);
            open.push_back(conversation);
        }
    }
    int versions = 0;
    for (const auto& [conversation, to_do] : changed) {
        auto& state = states_[conversation.activity];
        if (to_do.forget) forget_erased(conversation, state);
        if (to_do.offer && offer(conversation, state))
            ++versions;
        else if (to_do.weigh)
            weigh(conversation, state);
    }
    for (const auto& conversation : open) set_priorities(conversation, states_[conversation.activity]);
    return versions;
}

/// Whether there is something that the last version does not show.
OpinionMapUpdater::ToDo OpinionMapUpdater::load_news(
    const Conversation& conversation, ConversationState& state) {
    const bool is_first = !state.is_loaded;
    if (is_first) {
        state.memory = memory_from(store::memory_of(*db_, conversation.activity));
        state.releases = releases_of(*db_, conversation.activity);
        state.waiting = store::waiting_voters(*db_, conversation.activity);
    }
    const bool has_standings = load_standings(conversation, state);
    load_votes(conversation, state);
    load_voters(conversation, state);
    const bool has_population = load_population(conversation, state);
    const bool has_left = load_erased(conversation, state);
    const bool is_final = conversation.state == Conversation::State::closed;
    const bool turns = std::exchange(state.is_final, is_final) != is_final;
    state.is_loaded = true;
    const bool has_news = state.news > 0 && (is_final || state.news >= state.missing);
    return {is_first || has_standings || has_left || turns || has_news, has_population, has_left};
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
    state.unweighed += state.votes.votes() + 1;
    return true;
}

void OpinionMapUpdater::load_votes(const Conversation& conversation, ConversationState& state) {
    for (bool has_more = true; has_more;) {
        const auto lines = store::history(*db_, conversation.activity, state.last_cast, lines_at_a_time);
        for (const auto& line : lines) {
            if (!state.votes.vote(line.participant, line.statement, vote(line.stance)))
                throw std::logic_error{"a vote on a statement that is not there"};
            state.paces.add(line.participant, line.at);
        }
        state.news += lines.size();
        state.unweighed += lines.size();
        if (!lines.empty()) state.last_cast = lines.back().place;
        has_more = lines.size() == lines_at_a_time;
    }
    if (state.votes.pairs() == nullptr) state.votes.count_pairs(1);
}

/// What people have told of themselves, that the votes are weighted by, and how sure it is who they are.
void OpinionMapUpdater::load_voters(const Conversation& conversation, ConversationState& state) {
    for (const auto& voter : store::voters_after(*db_, conversation.activity, state.last_voter)) {
        state.last_voter = voter.participant;
        if (voter.assurance != Assurance::anonymous) state.tiers[voter.participant] = voter.assurance;
        if (voter.background != Background{}) state.backgrounds[voter.participant] = voter.background;
    }
    const auto details = store::details_after(*db_, conversation.activity, state.last_detail);
    for (const auto& detail : details) {
        state.backgrounds[detail.participant] = detail.background;
        if (detail.assurance != Assurance::anonymous) state.tiers[detail.participant] = detail.assurance;
    }
    if (!details.empty()) state.last_detail = details.back().place;
}

bool OpinionMapUpdater::load_population(const Conversation& conversation, ConversationState& state) {
    auto population = store::population_of(*db_, conversation.activity);
    if (population == state.population) return false;
    state.population = std::move(population);
    return true;
}

/// Whoever has taken back their votes leaves what is held here as if never there. What has been published
/// stays published: the next version is drawn when enough others have come, changed or gone too.
bool OpinionMapUpdater::load_erased(const Conversation& conversation, ConversationState& state) {
    const auto erased = store::erased_voters(*db_, conversation.activity, state.last_erased);
    if (erased.empty()) return false;
    state.last_erased = erased.back().place;
    state.last_cast = store::last_cast(*db_, conversation.activity);
    state.news += erased.size();
    for (const auto& voter : erased) {
        (void)state.votes.erase(voter.participant);
        state.paces.erase(voter.participant);
        state.tiers.erase(voter.participant);
        state.backgrounds.erase(voter.participant);
        for (auto& release : state.releases) release.ballots.erase(voter.participant);
    }
    return true;
}

/// What is remembered for the next map knows nobody who has left.
void OpinionMapUpdater::forget_erased(const Conversation& conversation, ConversationState& state) {
    opinion::Memory memory = state.memory;
    memory.participants.clear();
    memory.labels.clear();
    for (std::size_t i = 0; i < state.memory.participants.size(); ++i) {
        if (!state.votes.seat_of(state.memory.participants[i])) continue;
        memory.participants.push_back(state.memory.participants[i]);
        memory.labels.push_back(state.memory.labels[i]);
    }
    if (memory.participants.size() == state.memory.participants.size()) return;
    (void)writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        store::keep_memory(tx, conversation, as_json(memory));
        return true;
    });
    state.memory = std::move(memory);
}

KnownVotes OpinionMapUpdater::known(const ConversationState& state) const {
    const auto flagged = [&state] {
        return opinion::flagged(
            opinion::signals(state.votes, state.paces.first_votes(), state.paces.hasty()));
    };
    return {state.votes, flagged, state.tiers, state.backgrounds, state.population, state.memory,
        state.releases, state.is_final ? opinion::Voting::is_over : opinion::Voting::goes_on};
}

bool OpinionMapUpdater::offer(const Conversation& conversation, ConversationState& state) {
    auto offered = offer_version(known(state));
    // Of few votes it costs nothing to try again at once, and then the page knows how many wait.
    state.missing = state.votes.votes() < tried_at_once ? 0 : offered.missing;
    const bool has_version = offered.version.has_value();
    if (has_version && !keep(conversation, state, *std::move(offered.version))) return false;
    state.news = 0;
    keep_waiting(conversation, state, offered.waiting);
    if (state.is_final) finish(conversation, state);
    return has_version;
}

/// The same map by another population.
void OpinionMapUpdater::weigh(const Conversation& conversation, ConversationState& state) {
    auto newest = store::newest_snapshot(*db_, conversation.activity);
    if (!newest) return;
    auto version = weighted_anew(newest->result, known(state));
    if (!version) return;
    newest->result = std::move(version->result);
    state.releases.back() = std::move(version->release);
    (void)writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        store::keep(tx, conversation, *newest);
        keep_partitions(tx, conversation, state.releases);
        return true;
    });
}

/// When voting is over the newest version is the last, whoever still waited.
void OpinionMapUpdater::finish(const Conversation& conversation, const ConversationState& state) {
    const auto now = now_();
    auto last = store::newest_snapshot(*db_, conversation.activity)
                    .value_or(store::OpinionSnapshot{clock_.day(now), now, 0, false, {}});
    if (last.is_final && last.last_cast == state.last_cast) return;
    last.is_final = true;
    last.last_cast = state.last_cast;
    last.result.engine = opinion::engine_version;
    (void)writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        store::keep(tx, conversation, last);
        return true;
    });
}

/// False when somebody has taken their votes back since they were read: their ballot is not written down
/// again, and the next round goes without it.
bool OpinionMapUpdater::keep(const Conversation& conversation, ConversationState& state, MapVersion version) {
    const auto now = now_();
    auto releases = state.releases;
    releases.push_back(std::move(version.release));
    auto memory = opinion::remembered(version.map);
    const store::OpinionSnapshot snapshot{
        clock_.day(now), now, state.last_cast, state.is_final, std::move(version.result)};
    const auto kept = writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        if (!store::erased_voters(tx.db(), conversation.activity, state.last_erased).empty())
            return refuse(Failure::Kind::conflict);
        store::keep(tx, conversation, snapshot);
        store::keep_memory(tx, conversation, as_json(memory));
        keep_last(tx, conversation, releases);
        return true;
    });
    if (!kept) return false;
    state.releases = std::move(releases);
    state.memory = std::move(memory);
    for (std::size_t s = 0; s < version.map.statements.size(); ++s)
        state.extremity[version.map.statements[s]] = version.map.extremity[s];
    return true;
}

/// What is shown next follows the votes, also those that wait for the next version of the map: as soon as a
/// fiftieth is new, so that a conversation of any size costs the same a vote.
void OpinionMapUpdater::set_priorities(const Conversation& conversation, ConversationState& state) {
    if (state.unweighed == 0 || state.unweighed * 50 < state.votes.votes()) return;
    state.unweighed = 0;
    const auto everyone = opinion::tally_everyone(state.votes);
    opinion::Random random{static_cast<std::uint64_t>(state.last_cast)};
    (void)writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        for (std::size_t s = 0; s < everyone.size(); ++s) {
            const auto number = state.votes.statements()[s];
            const auto known = state.extremity.find(number);
            const double extremity = known == state.extremity.end() ? 0 : known->second;
            const auto learnt = opinion::priority(everyone[s], extremity, false);
            store::set_priority(tx, conversation.activity, static_cast<int>(number),
                opinion::explored(learnt, everyone[s], random), everyone[s].votes);
        }
        return true;
    });
}

void OpinionMapUpdater::keep_waiting(
    const Conversation& conversation, ConversationState& state, std::size_t people) {
    constexpr std::size_t five = OpinionResult::fewest_shown;
    const auto waiting = static_cast<int>(people / five * five);
    if (std::exchange(state.waiting, waiting) == waiting) return;
    (void)writer_.write([&](sql::Transaction& tx) -> Result<bool> {
        store::set_waiting_voters(tx, conversation, waiting);
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
