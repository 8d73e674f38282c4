#include "app/conversation/published/published_votes.hpp"

#include "engine/opinion/privacy/attack.hpp"
#include "engine/opinion/random.hpp"
#include "store/conversation/opinion_result_json.hpp"

#include <doctest/doctest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace medskapa;
using opinion::Random;
using People = std::set<opinion::ParticipantId>;
using Ballots = std::map<opinion::ParticipantId, std::map<opinion::StatementId, opinion::Vote>>;

namespace {

/// A conversation in which people come, change their minds, leave and tell of themselves, while statements
/// come, are taken away and come back, and a version is offered after each of it.
class LivelyConversation {
public:
    LivelyConversation(std::uint64_t seed, int statements) : random_{seed} {
        for (int s = 1; s <= statements; ++s) add_statement();
    }

    /// Everything that was published, and what a version's figures stood for, by our own bookkeeping.
    struct Published {
        OpinionResult result;
        Ballots ballots;  // of all who were on the map
        std::set<opinion::StatementId> on_map;
        std::vector<People> blocks;
        std::vector<People> figures;
    };

    void live(int events) {
        for (int event = 0; event < events; ++event) {
            happen();
            offer(opinion::Voting::goes_on);
        }
        offer(opinion::Voting::is_over);
    }
    const std::vector<Published>& published() const { return published_; }

private:
    void add_statement() { (void)votes_.add_statement(++statements_); }

    void happen() {
        const auto luck = random_.below(100);
        if (luck < 55)
            come();
        else if (luck < 80)
            change();
        else if (luck < 90)
            leave();
        else if (luck < 93)
            moderate();
        else if (luck < 94 && statements_ < 30)
            add_statement();
        else
            describe();
    }

    opinion::Vote vote_of(opinion::ParticipantId person, opinion::StatementId statement) {
        const bool agrees = (person + statement) % 3 == 0 || statement % 4 == 0;
        const auto luck = random_.below(100);
        if (luck < 10) return opinion::Vote::pass;
        return (luck < 85) == agrees ? opinion::Vote::agree : opinion::Vote::disagree;
    }

    void come() {
        const auto person = ++people_;
        const bool is_thorough = random_.below(4) != 0;
        for (opinion::StatementId s = 1; s <= statements_; ++s)
            if (is_thorough ? random_.below(8) != 0 : random_.below(4) == 0)
                (void)votes_.vote(person, s, vote_of(person, s));
        if (random_.below(10) == 0) tiers_[person] = Assurance::signed_in;
    }

    opinion::ParticipantId somebody() { return 1 + static_cast<int>(random_.below(std::max(1, people_))); }

    void change() {
        const auto person = somebody();
        if (!votes_.seat_of(person)) return;
        const auto statement = 1 + static_cast<opinion::StatementId>(random_.below(statements_));
        (void)votes_.vote(person, statement, vote_of(person + 1, statement));
    }

    void leave() {
        const auto person = somebody();
        (void)votes_.erase(person);
        for (auto& release : releases_) release.ballots.erase(person);
    }

    void moderate() {
        const auto statement = 1 + static_cast<opinion::StatementId>(random_.below(statements_));
        using Verdict = opinion::Standing::Verdict;
        (void)votes_.add_statement(
            statement, {random_.below(2) == 0 ? Verdict::accepted : Verdict::rejected, false});
    }

    void describe() {
        const auto person = somebody();
        backgrounds_[person] = {{}, {}, random_.below(2) == 0 ? "0-24" : "65-"};
        if (random_.below(5) == 0)
            population_.by_age_class = {{"0-24", 1 + random_.below(900)}, {"65-", 1 + random_.below(900)}};
        reweigh();
    }

    app::KnownVotes known(opinion::Voting voting) {
        const auto flagged = [this] {
            std::vector<opinion::ParticipantId> some;
            for (int person = 1; person <= people_; ++person)
                if (person % 9 == 0) some.push_back(person);
            return some;
        };
        return {votes_, flagged, tiers_, backgrounds_, population_, memory_, releases_, voting};
    }

    void offer(opinion::Voting voting) {
        auto offer = app::offer_version(known(voting));
        if (!offer.version) return;
        memory_ = opinion::remembered(offer.version->map);
        releases_.push_back(offer.version->release);
        keep(offer.version->result);
    }

    void reweigh() {
        if (published_.empty()) return;
        auto version = app::weighted_anew(published_.back().result, known(opinion::Voting::goes_on));
        if (!version) return;
        releases_.back() = version->release;
        auto last = published_.back();
        last.result = version->result;
        last.figures = sets_of(opinion::PeopleSets::Of::figures);
        published_.push_back(std::move(last));
    }

    std::vector<People> sets_of(opinion::PeopleSets::Of of) const {
        std::vector<People> sets;
        for (const auto& partition : releases_.back().partitions)
            if (partition.of == of)
                for (const auto& set : partition.sets) sets.emplace_back(set.begin(), set.end());
        return sets;
    }

    void keep(const OpinionResult& result) {
        Published now;
        now.result = result;
        for (const auto& on : result.statements) now.on_map.insert(on.number);
        now.blocks = sets_of(opinion::PeopleSets::Of::blocks);
        now.figures = sets_of(opinion::PeopleSets::Of::figures);
        for (const auto& block : now.blocks)
            for (const auto person : block)
                for (const auto ballot : votes_.ballots(*votes_.seat_of(person)))
                    if (const auto id = votes_.statements()[ballot.statement()]; now.on_map.contains(id))
                        now.ballots[person][id] = ballot.vote();
        published_.push_back(std::move(now));
    }

    Random random_;
    opinion::Conversation votes_;
    int statements_ = 0;
    int people_ = 0;
    app::Tiers tiers_;
    app::Backgrounds backgrounds_;
    Population population_;
    opinion::Memory memory_;
    std::vector<opinion::Release> releases_;
    std::vector<Published> published_;
};

using Published = LivelyConversation::Published;

/// The ballot on the statements that both maps have.
std::map<opinion::StatementId, opinion::Vote> on_both(
    const Published& of, const Published& other, opinion::ParticipantId person) {
    auto ballot = of.ballots.at(person);
    std::erase_if(ballot, [&](const auto& vote) { return !other.on_map.contains(vote.first); });
    return ballot;
}

/// Whom the difference of two figures speaks of; nothing where they have nobody in common.
std::size_t seen_between(const Published& one, const People& a, const Published& two, const People& b) {
    std::size_t common = 0;
    std::size_t seen = 0;
    for (const auto person : a) {
        if (!b.contains(person)) {
            ++seen;
            continue;
        }
        ++common;
        if (on_both(one, two, person) != on_both(two, one, person)) ++seen;
    }
    for (const auto person : b) seen += a.contains(person) ? 0 : 1;
    return common == 0 ? 0 : seen;
}

/// The fewest that any difference of two figures speaks of, or 0 where none speaks of anybody.
std::size_t fewest_seen(const std::vector<Published>& all, std::vector<People> Published::*sets) {
    std::size_t fewest = 0;
    for (const auto& one : all)
        for (const auto& two : all)
            for (const auto& a : one.*sets)
                for (const auto& b : two.*sets)
                    if (const auto seen = seen_between(one, a, two, b); seen > 0)
                        fewest = fewest == 0 ? seen : std::min(fewest, seen);
    return fewest;
}

opinion::RoundedAxes axes_of(const OpinionResult& result) {
    opinion::RoundedAxes axes;
    for (const auto& on : result.statements) {
        axes.center.push_back(static_cast<int>(std::lround(100 * on.center)));
        for (const std::size_t axis : {0U, 1U})
            axes.directions[axis].push_back(static_cast<int>(std::lround(64 * on.direction[axis])));
    }
    return axes;
}

/// Every whole number in the text, in order, where there is no fraction; versions and steps apart.
void check_numbers_in_fives(const nlohmann::json& j, const std::string& key) {
    static const std::set<std::string> counts{"size", "participants", "votes", "everyone", "by_group",
        "by_tier", "without_flagged", "people", "answered", "known", "could_be", "expected", "hollow"};
    if (j.is_structured())
        for (const auto& [name, value] : j.items()) check_numbers_in_fives(value, j.is_object() ? name : key);
    else if (counts.contains(key))
        CHECK(j.get<int>() % 5 == 0);
}

void attack(const LivelyConversation& conversation) {
    const auto& all = conversation.published();
    const auto among_blocks = fewest_seen(all, &Published::blocks);
    const auto among_figures = fewest_seen(all, &Published::figures);
    CHECK((among_blocks == 0 || among_blocks >= 5));
    CHECK((among_figures == 0 || among_figures >= 5));
    for (const auto& one : all) {
        CHECK(breach_of_privacy(one.result).empty());
        check_numbers_in_fives(nlohmann::json::parse(store::as_json(one.result)), "");
        for (const auto& mark : one.result.marks) CHECK(mark.people >= 5);
        if (one.result.statements.size() > opinion::most_tried) continue;
        const opinion::Decoder decoder{axes_of(one.result)};
        for (const auto& mark : one.result.marks)
            CHECK(decoder.ballots_near({mark.at.x, mark.at.y}, one.result.step / 2 + 1e-9) >= 5);
    }
}

}  // namespace

TEST_CASE("whoever keeps everything that is published of small conversations finds nobody") {
    std::size_t versions = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        LivelyConversation conversation{seed, 3 + static_cast<int>(seed % 8)};
        conversation.live(160);
        attack(conversation);
        versions += conversation.published().size();
    }
    CHECK(versions > 30);
}

TEST_CASE("whoever keeps everything that is published of a larger conversation finds nobody") {
    LivelyConversation conversation{77, 24};
    conversation.live(500);
    CHECK(conversation.published().size() > 5);
    attack(conversation);
}

TEST_CASE("raw places gave away every ballot on few statements, published ones none") {
    Random random{5};
    opinion::Conversation votes;
    for (int s = 1; s <= 8; ++s) (void)votes.add_statement(s);
    for (int person = 1; person <= 60; ++person)
        for (int s = 1; s <= 8; ++s)
            (void)votes.vote(person, s, static_cast<opinion::Vote>(static_cast<int>(random.below(3)) - 1));
    const auto on_map = opinion::votes_on_map(votes);
    const auto plane = opinion::principal_plane(on_map, std::vector<bool>(8));

    CHECK(opinion::read_from_raw_places(on_map, plane) == 60);

    const auto map = opinion::published_map(on_map, plane, opinion::PairRule{on_map, {}}).value();
    const opinion::Decoder decoder{map.axes};
    for (const auto& block : map.blocks) CHECK(decoder.ballots_near(block.mark, map.step / 2 + 1e-9) >= 5);
}
