#include "engine/opinion/report/report.hpp"

namespace medskapa::opinion::exchange {
namespace {

template <class Numbers>
void write_numbers(JsonWriter& json, const Numbers& numbers) {
    json.open_array();
    for (const auto number : numbers) json.value(number);
    json.close_array();
}

void write_point(JsonWriter& json, Point point) {
    write_numbers(json, std::array{point.x, point.y});
}

/// The ids of what is marked.
void write_marked(JsonWriter& json, const std::vector<std::int64_t>& ids, const std::vector<bool>& marks) {
    json.open_array();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (marks[i]) json.value(ids[i]);
    }
    json.close_array();
}

void write_size(JsonWriter& json, const Map& map) {
    json.key("engine").value(engine_version);
    json.key("mode").value(std::string_view{map.mode == Settings::Mode::polis ? "polis" : "robust"});
    json.key("seed").value(static_cast<std::int64_t>(map.seed));
    json.key("participants").value(static_cast<std::int64_t>(map.participants.size()));
    json.key("statements").value(static_cast<std::int64_t>(map.statements.size()));
    json.key("votes").value(static_cast<std::int64_t>(map.votes));
    write_numbers(json.key("statement_ids"), map.statements);
    write_marked(json.key("moderated_out"), map.statements, map.left_out);
}

void write_participation(JsonWriter& json, const Map& map) {
    write_marked(json.key("in_conversation"), map.participants, map.in_conversation);
    json.key("participation").open_object();
    json.key("gini").value(map.participation.gini);
    json.key("top_tenth_share").value(map.participation.top_tenth_share);
    json.key("in_conversation_share").value(map.participation.in_conversation_share);
    json.close_object();
}

void write_plane(JsonWriter& json, const Map& map) {
    write_numbers(json.key("center"), map.plane.center);
    json.key("components").open_array();
    for (const auto& component : map.plane.components) write_numbers(json, component);
    json.close_array();
    write_numbers(json.key("explained"), map.plane.explained);
    json.key("explained_by_chance").value(map.plane.explained_by_chance);
    json.key("positions").open_object();
    for (std::size_t i = 0; i < map.participants.size(); ++i)
        write_point(json.key(map.participants[i]), map.positions[i]);
    json.close_object();
}

void write_group(JsonWriter& json, const Map& map, int group) {
    std::vector<ParticipantId> members;
    for (std::size_t i = 0; i < map.participants.size(); ++i) {
        if (map.groups.of[i] == group) members.push_back(map.participants[i]);
    }
    json.open_object();
    json.key("id").value(std::int64_t{group});
    json.key("size").value(static_cast<std::int64_t>(members.size()));
    write_point(json.key("center"), map.group_centers[static_cast<std::size_t>(group)]);
    write_numbers(json.key("members"), members);
    json.key("stability");
    if (map.stability) {
        json.value(map.stability->jaccard[static_cast<std::size_t>(group)]);
    } else {
        json.null();
    }
    json.close_object();
}

void write_groups(JsonWriter& json, const Map& map) {
    json.key("k").value(std::int64_t{map.groups.count});
    json.key("silhouette").open_object();
    for (const auto& [k, silhouette] : map.silhouettes) json.key(k).value(silhouette);
    json.close_object();
    json.key("stability");
    if (map.stability) {
        json.open_object();
        json.key("mean_ari").value(map.stability->mean_ari);
        json.key("uncertain").value(map.stability->is_uncertain());
        json.close_object();
    } else {
        json.null();
    }
    json.key("groups").open_array();
    for (int g = 0; g < map.groups.count; ++g) write_group(json, map, g);
    json.close_array();
}

/// How surely each belongs to the group, for those in one.
void write_margins(JsonWriter& json, const Map& map) {
    json.key("margins").open_object();
    for (std::size_t i = 0; i < map.participants.size(); ++i) {
        if (map.groups.of[i] != Grouping::none) json.key(map.participants[i]).value(map.margins[i]);
    }
    json.close_object();
}

void write_statistic(JsonWriter& json, const Map& map, std::size_t group, std::size_t statement) {
    const auto& tally = map.compared[group][statement];
    const auto& leaning = map.leanings[group][statement];
    json.open_object();
    json.key("group").value(static_cast<std::int64_t>(group));
    json.key("statement").value(map.statements[statement]);
    json.key("agrees").value(std::int64_t{tally.agrees});
    json.key("disagrees").value(std::int64_t{tally.disagrees});
    json.key("votes").value(std::int64_t{tally.votes});
    json.key("pa").value(leaning.p_agree);
    json.key("pd").value(leaning.p_disagree);
    json.key("pat").value(leaning.p_agree_test);
    json.key("pdt").value(leaning.p_disagree_test);
    json.key("ra").value(leaning.r_agree);
    json.key("rd").value(leaning.r_disagree);
    json.key("rat").value(leaning.r_agree_test);
    json.key("rdt").value(leaning.r_disagree_test);
    json.close_object();
}

void write_representative(JsonWriter& json, const Map& map, std::size_t group, const Representative& one) {
    json.open_object();
    json.key("group").value(static_cast<std::int64_t>(group));
    json.key("statement").value(map.statements[one.statement]);
    json.key("side").value(std::string_view{one.side == Side::agree ? "agree" : "disagree"});
    json.key("n_success").value(std::int64_t{one.successes});
    json.key("n_trials").value(std::int64_t{one.trials});
    json.key("p_success").value(one.p_success);
    json.key("p_test").value(one.p_test);
    json.key("repness").value(one.repness);
    json.key("repness_test").value(one.repness_test);
    json.key("significant").value(one.is_significant);
    json.key("best_agree").value(one.best_agree.has_value());
    if (one.best_agree) json.key("n_agree").value(std::int64_t{*one.best_agree});
    json.close_object();
}

void write_statistics(JsonWriter& json, const Map& map) {
    json.key("group_statistics").open_array();
    for (std::size_t g = 0; g < map.leanings.size(); ++g) {
        for (std::size_t j = 0; j < map.statements.size(); ++j) write_statistic(json, map, g, j);
    }
    json.close_array();
    json.key("representative").open_array();
    for (std::size_t g = 0; g < map.representative.size(); ++g) {
        for (const auto& one : map.representative[g]) write_representative(json, map, g, one);
    }
    json.close_array();
}

void write_consensus(JsonWriter& json, const Map& map, const std::vector<Consensus>& list) {
    json.open_array();
    for (const auto& one : list) {
        json.open_object();
        json.key("statement").value(map.statements[one.statement]);
        json.key("p").value(one.p);
        json.key("p_test").value(one.p_test);
        json.close_object();
    }
    json.close_array();
}

void write_by_statement(JsonWriter& json, const Map& map, const std::vector<double>& numbers) {
    json.open_object();
    for (std::size_t j = 0; j < numbers.size(); ++j) json.key(map.statements[j]).value(numbers[j]);
    json.close_object();
}

void write_common_ground(JsonWriter& json, const Map& map) {
    json.key("consensus").open_object();
    write_consensus(json.key("agree"), map, map.consensus.agree);
    write_consensus(json.key("disagree"), map, map.consensus.disagree);
    json.close_object();
    json.key("group_aware_consensus").open_object();
    for (std::size_t j = 0; j < map.ground.size(); ++j) {
        json.key(map.statements[j]).open_object();
        json.key("agree").value(map.ground[j].agree);
        json.key("disagree").value(map.ground[j].disagree);
        json.key("agree_bound").value(map.ground[j].agree_bound);
        json.key("disagree_bound").value(map.ground[j].disagree_bound);
        json.key("agree_mean_bound").value(map.ground[j].agree_mean_bound);
        json.key("disagree_mean_bound").value(map.ground[j].disagree_mean_bound);
        json.close_object();
    }
    json.close_object();
}

void write_bridging(JsonWriter& json, const Map& map) {
    json.key("bridging").open_object();
    for (std::size_t j = 0; j < map.bridging.intercepts.size(); ++j) {
        json.key(map.statements[j]).open_object();
        json.key("intercept").value(map.bridging.intercepts[j]);
        json.key("factor").value(map.bridging.factors[j]);
        json.close_object();
    }
    json.close_object();
    json.key("bridging_model").open_object();
    json.key("mean").value(map.bridging.mean);
    json.key("loss").value(map.bridging.loss);
    json.key("rounds").value(std::int64_t{map.bridging.rounds});
    json.close_object();
}

}  // namespace

void write_report(std::ostream& out, const Map& map, const std::function<void(JsonWriter&)>& more) {
    JsonWriter json{out};
    json.open_object();
    write_size(json, map);
    write_participation(json, map);
    write_plane(json, map);
    write_groups(json, map);
    write_margins(json, map);
    write_statistics(json, map);
    write_common_ground(json, map);
    write_by_statement(json.key("extremity"), map, map.extremity);
    write_by_statement(json.key("priority"), map, map.priority);
    write_bridging(json, map);
    more(json);
    json.close_object();
    out << '\n';
}

}  // namespace medskapa::opinion::exchange
