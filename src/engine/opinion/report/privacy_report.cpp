#include "engine/opinion/report/privacy_report.hpp"

#include "engine/opinion/privacy/attack.hpp"

#include <algorithm>

namespace medskapa::opinion::exchange {
namespace {

constexpr std::size_t attacked_statements = 8;
constexpr std::size_t attacked_votes = 7;
constexpr double same_place = 1e-9;

Plane plane_of(const Conversation& on_map) {
    return principal_plane(on_map, std::vector<bool>(on_map.statements().size()));
}

/// A version as it would be published first.
std::optional<PublishedMap> first_version(const Conversation& on_map) {
    const PairRule rule{on_map, {}};
    if (missing_for_version(on_map, rule, Voting::goes_on) > 0) return std::nullopt;
    return published_map(on_map, plane_of(on_map), rule);
}

void write_marks(JsonWriter& json, const PublishedMap& map) {
    json.key("marks").open_array();
    for (const auto& block : map.blocks) {
        json.open_array();
        json.value(block.mark.x);
        json.value(block.mark.y);
        json.value(static_cast<std::int64_t>(block.members.size()));
        json.close_array();
    }
    json.close_array();
}

void write_blocks(JsonWriter& json, const PublishedMap& map) {
    json.key("blocks").open_array();
    for (const auto& block : map.blocks) {
        json.open_array();
        for (const auto member : block.members) json.value(map.people[member]);
        json.close_array();
    }
    json.close_array();
}

void write_axes(JsonWriter& json, const RoundedAxes& axes) {
    const auto statements = axes.center.size();
    json.key("centre").open_array();
    for (std::size_t j = 0; j < statements; ++j) json.value(axes.center_of(j));
    json.close_array();
    for (const std::size_t axis : {0U, 1U}) {
        json.key(axis == 0 ? "q1" : "q2").open_array();
        for (std::size_t j = 0; j < statements; ++j) json.value(axes.direction_of(axis, j));
        json.close_array();
    }
}

void write_loss(JsonWriter& json, const PublishedMap& map) {
    const auto kept = kept_by(map);
    json.key("loss").open_object();
    json.key("kept_blocks").value(kept.by_blocks);
    json.key("kept_shown").value(kept.by_marks);
    json.key("step").value(kept.mean_error);
    json.close_object();
}

void write_ids(JsonWriter& json, const std::vector<std::int64_t>& ids) {
    json.open_array();
    for (const auto id : ids) json.value(id);
    json.close_array();
}

void write_count(JsonWriter& json, std::string_view key, std::size_t count) {
    json.key(key).value(static_cast<std::int64_t>(count));
}

/// By mark: how many ballots it may stand for.
std::vector<std::size_t> read_from_marks(const PublishedMap& map, const Decoder& decoder) {
    std::vector<std::size_t> ballots;
    for (const auto& block : map.blocks)
        ballots.push_back(decoder.ballots_near(block.mark, map.step / 2 + same_place));
    return ballots;
}

void write_found(JsonWriter& json, const std::vector<std::size_t>& possible) {
    json.key("possible").open_array();
    for (const auto ballots : possible) json.value(static_cast<std::int64_t>(ballots));
    json.close_array();
    write_count(json, "found",
        static_cast<std::size_t>(std::count(possible.begin(), possible.end(), std::size_t{1})));
    write_count(json, "fewest", *std::min_element(possible.begin(), possible.end()));
}

}  // namespace

void write_published(JsonWriter& json, const Conversation& conversation) {
    const auto on_map = votes_on_map(conversation);
    const auto map = first_version(on_map);
    const auto people = on_map.participants().size();
    json.open_object();
    if (map) {
        write_blocks(json, *map);
        json.key("step").value(map->step);
        json.key("rms").value(map->spread);
        write_marks(json, *map);
        write_axes(json, map->axes);
    }
    write_ids(json.key("on_map"), on_map.statements());
    write_count(json, "published", map ? people : 0);
    write_count(json, "waiting", map ? 0 : people);
    if (map) write_loss(json, *map);
    write_count(json, "ballots_per_mark_at_least", fewest_together);
    json.close_object();
}

void write_attack(JsonWriter& json, const Conversation& conversation) {
    const auto on_map = votes_on_map(most_voted(conversation, attacked_statements, attacked_votes));
    const auto map = first_version(on_map);
    json.open_object();
    write_ids(json.key("tids"), on_map.statements());
    write_count(json, "people", on_map.participants().size());
    if (map) {
        const Decoder decoder{map->axes};
        write_count(json, "raw_found", read_from_raw_places(on_map, plane_of(on_map)));
        json.key("step").value(map->step);
        json.key("rms").value(map->spread);
        write_marks(json, *map);
        write_found(json, read_from_marks(*map, decoder));
        write_loss(json, *map);
    }
    json.close_object();
}

}  // namespace medskapa::opinion::exchange
