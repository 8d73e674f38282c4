#include "app/conversation/published/kept_releases.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

namespace medskapa::app {
namespace {

using nlohmann::json;
using opinion::PeopleSets;

/// Of what a ballot is as text: "12+", "3-", "40.", one after the other.
constexpr std::string_view signs = "-.+";

std::string text_of(const opinion::ReleasedBallot& ballot) {
    std::string text;
    for (const auto& [statement, vote] : ballot) {
        text += std::to_string(statement);
        text += signs[static_cast<std::size_t>(static_cast<int>(vote) + 1)];
    }
    return text;
}

opinion::ReleasedBallot ballot_from(std::string_view text) {
    opinion::ReleasedBallot ballot;
    for (const char* at = text.data(); at != text.data() + text.size();) {
        opinion::StatementId statement = 0;
        at = std::from_chars(at, text.data() + text.size(), statement).ptr;
        ballot.emplace_back(statement, static_cast<opinion::Vote>(static_cast<int>(signs.find(*at)) - 1));
        ++at;
    }
    return ballot;
}

json as_json(const std::vector<PeopleSets>& partitions) {
    auto all = json::array();
    for (const auto& partition : partitions)
        all.push_back({{"of", partition.of == PeopleSets::Of::blocks ? "blocks" : "figures"},
            {"sets", partition.sets}});
    return all;
}

std::vector<PeopleSets> partitions_from(const std::string& text) {
    std::vector<PeopleSets> partitions;
    for (const auto& one : json::parse(text))
        partitions.push_back(
            {one.at("of") == "blocks" ? PeopleSets::Of::blocks : PeopleSets::Of::figures, one.at("sets")});
    return partitions;
}

store::ReleasedVersion stored(std::span<const opinion::Release> releases) {
    const auto& last = releases.back();
    return {static_cast<int>(releases.size()), json(last.statements).dump(), as_json(last.partitions).dump()};
}

}  // namespace

void add_ballots_of_blocks(opinion::Release& release, const auto& newest) {
    for (const auto& partition : release.partitions)
        if (partition.of == PeopleSets::Of::blocks)
            for (const auto& set : partition.sets)
                for (const auto person : set)
                    if (const auto found = newest.find(person); found != newest.end())
                        release.ballots.insert(*found);
}

std::vector<opinion::Release> releases_of(sql::Connection& db, Id<Activity> activity) {
    std::vector<opinion::Release> releases;
    std::unordered_map<opinion::ParticipantId, std::shared_ptr<const opinion::ReleasedBallot>> newest;
    const auto ballots = store::released_ballots(db, activity);
    auto ballot = ballots.begin();
    for (const auto& version : store::released_versions(db, activity)) {
        auto& release = releases.emplace_back();
        release.statements = json::parse(version.statements).get<std::vector<opinion::StatementId>>();
        release.partitions = partitions_from(version.partitions);
        for (; ballot != ballots.end() && ballot->version <= version.version; ++ballot)
            newest[ballot->participant] =
                std::make_shared<const opinion::ReleasedBallot>(ballot_from(ballot->votes));
        add_ballots_of_blocks(release, newest);
    }
    return releases;
}

void keep_last(
    sql::Transaction& tx, const Conversation& conversation, std::span<const opinion::Release> releases) {
    const auto version = stored(releases);
    store::keep(tx, conversation, version);
    std::unordered_map<opinion::ParticipantId, std::shared_ptr<const opinion::ReleasedBallot>> newest;
    for (const auto& earlier : releases.first(releases.size() - 1))
        for (const auto& [person, ballot] : earlier.ballots) newest[person] = ballot;
    for (const auto& [person, ballot] : releases.back().ballots) {
        const auto found = newest.find(person);
        if (found == newest.end() || *found->second != *ballot)
            store::add(tx, conversation, {person, version.version, text_of(*ballot)});
    }
}

void keep_partitions(
    sql::Transaction& tx, const Conversation& conversation, std::span<const opinion::Release> releases) {
    store::keep(tx, conversation, stored(releases));
}

}  // namespace medskapa::app
