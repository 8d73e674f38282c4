#include "engine/opinion/privacy/published_map.hpp"
#include "engine/opinion/report/privacy_report.hpp"
#include "support/opinion_gold.hpp"

using namespace medskapa::opinion;
using medskapa::test::check_same;
using medskapa::test::Json;

namespace {

Vote vote(const Json& value) {
    return static_cast<Vote>(value.get<int>());
}

void take(Conversation& votes, const Json& turn) {
    for (const auto& entry : turn) {
        const ParticipantId person = entry.at(0);
        (void)votes.erase(person);
        for (std::size_t j = 1; j < entry.size(); ++j)
            if (!entry[j].is_null()) (void)votes.vote(person, static_cast<StatementId>(j), vote(entry[j]));
    }
}

/// What is published turn by turn, as a server would.
class Replay {
public:
    explicit Replay(std::size_t statements) {
        for (std::size_t j = 1; j <= statements; ++j) (void)votes.add_statement(static_cast<StatementId>(j));
    }

    std::optional<PublishedMap> offer(Voting voting) {
        const auto on_map = votes_on_map(votes);
        const PairRule rule{on_map, past};
        moved = rule.moved();
        if (missing_for_version(on_map, rule, voting) > 0) return std::nullopt;
        const auto plane = principal_plane(on_map, std::vector<bool>(on_map.statements().size()));
        auto map = published_map(on_map, plane, rule);
        if (!map) return std::nullopt;
        auto release = release_of(on_map, past.empty() ? nullptr : &past.back());
        release.partitions.push_back(blocks_of(*map));
        past.push_back(std::move(release));
        return map;
    }

    Conversation votes;
    std::size_t moved = 0;
    std::vector<Release> past;
};

Json as_gold(const PublishedMap& map, int after, std::size_t moved) {
    Json blocks = Json::array();
    Json marks = Json::array();
    for (const auto& block : map.blocks) {
        Json ids = Json::array();
        for (const auto member : block.members) ids.push_back(map.people[member]);
        blocks.push_back(ids);
        marks.push_back({block.mark.x, block.mark.y, block.members.size()});
    }
    return {{"after", after}, {"people", map.people.size()}, {"moved", moved}, {"step", map.step},
        {"blocks", blocks}, {"marks", marks}, {"fewest_ballots", *map.fewest_ballots}};
}

}  // namespace

TEST_CASE("what is published of real conversations, and what an attacker reads, is what the reference says") {
    for (const auto& folder : medskapa::test::shared_conversations("published maps of real conversations")) {
        const auto name = folder.filename().string();
        const auto file = medskapa::test::second_gold("opinion/" + name + ".json", name);
        if (!file) continue;
        const auto gold = medskapa::test::json_in(*file);
        const auto conversation = medskapa::test::conversation_in(folder);
        const auto written = [&](auto write) {
            return medskapa::test::written([&](auto& json) { write(json, conversation); });
        };

        check_same(written(exchange::write_published), gold.at("published"), name + "/published");
        check_same(written(exchange::write_attack), gold.at("attack8"), name + "/attack8");
    }
}

TEST_CASE("votes that come, change and are withdrawn are published in the reference's versions") {
    const auto file = medskapa::test::second_gold("privacy/releases.json", "versions over 480 turns");
    if (!file) return;
    const auto gold = medskapa::test::json_in(*file);
    Replay replay{gold.at("statements").get<std::size_t>()};
    Json versions = Json::array();
    int turn = 0;
    for (const auto& entries : gold.at("turns")) {
        take(replay.votes, entries);
        if (const auto map = replay.offer(Voting::goes_on))
            versions.push_back(as_gold(*map, turn, replay.moved));
        ++turn;
    }
    if (const auto map = replay.offer(Voting::is_over)) versions.push_back(as_gold(*map, turn, replay.moved));

    REQUIRE(versions.size() == gold.at("versions").size());
    for (std::size_t v = 0; v < versions.size(); ++v)
        for (const auto& [key, value] : versions[v].items())
            check_same(value, gold.at("versions")[v].at(key), std::to_string(v) + "/" + key);
}
