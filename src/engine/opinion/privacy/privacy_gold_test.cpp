#include "engine/opinion/exchange/polis_export.hpp"
#include "engine/opinion/exchange/privacy_report.hpp"
#include "engine/opinion/privacy/published_map.hpp"
#include "support/shared_opinion.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace medskapa::opinion;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

exchange::Pieces whole_file(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    return [text = std::move(text), is_given = false]() mutable {
        const std::string_view piece = is_given ? std::string_view{} : text;
        is_given = true;
        return piece;
    };
}

Conversation conversation_in(const fs::path& folder) {
    auto conversation =
        exchange::read_matrix(whole_file(folder / "participants-votes.csv")).value().conversation;
    exchange::apply(exchange::read_comments(whole_file(folder / "comments.csv")).value(), conversation);
    return conversation;
}

Json gold_at(const fs::path& shared, const std::string& path) {
    return Json::parse(std::ifstream{shared / "data" / "gold2" / path});
}

template <class Write>
Json written(Write write, const Conversation& conversation) {
    std::ostringstream out;
    exchange::JsonWriter json{out};
    write(json, conversation);
    return Json::parse(out.str());
}

/// Whole numbers, sets and orders are the same; other numbers nearly.
void check_same(const Json& found, const Json& gold, const std::string& where) {
    CAPTURE(where);
    if (gold.is_number_float()) {
        const auto wanted = gold.get<double>();
        CHECK(found.get<double>() == doctest::Approx(wanted).epsilon(1e-9));
        return;
    }
    if (!gold.is_structured()) {
        CHECK(found == gold);
        return;
    }
    REQUIRE(found.size() == gold.size());
    for (const auto& [key, value] : gold.items())
        check_same(gold.is_array() ? found.at(std::stoul(key)) : found.at(key), value, where + "/" + key);
}

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
        const auto shared = folder.parent_path().parent_path().parent_path();
        const auto gold = gold_at(shared, "opinion/" + folder.filename().string() + ".json");
        const auto conversation = conversation_in(folder);

        check_same(written(exchange::write_published, conversation), gold.at("published"),
            folder.filename().string() + "/published");
        check_same(written(exchange::write_attack, conversation), gold.at("attack8"),
            folder.filename().string() + "/attack8");
    }
}

TEST_CASE("votes that come, change and are withdrawn are published in the reference's versions") {
    const auto folders = medskapa::test::shared_conversations("versions over 480 turns");
    if (folders.empty()) return;
    const auto shared = folders.front().parent_path().parent_path().parent_path();
    const auto gold = gold_at(shared, "privacy/releases.json");
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
