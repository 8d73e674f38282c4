#include "engine/opinion/report/signals_report.hpp"

#include "engine/opinion/exchange/json.hpp"

namespace medskapa::opinion::exchange {
namespace {

void write_ids(JsonWriter& json, const std::vector<ParticipantId>& ids) {
    json.open_array();
    for (const auto id : ids) json.value(id);
    json.close_array();
}

void write_window(JsonWriter& json, const Window& window) {
    json.open_array();
    json.value(window.from);
    json.value(window.to);
    json.close_array();
}

/// A list of objects, each beginning with its participants.
template <class Found, class Rest>
void write_found(JsonWriter& json, const std::vector<Found>& found, Rest rest) {
    json.open_array();
    for (const auto& one : found) {
        json.open_object();
        write_ids(json.key("participants"), one.participants);
        rest(one);
        json.close_object();
    }
    json.close_array();
}

void write_alike(JsonWriter& json, const Signals& signals) {
    write_found(json.key("alike"), signals.alike, [&](const AlikeVoters& alike) {
        json.key("fewest_shared").value(static_cast<std::int64_t>(alike.fewest_shared));
        json.key("expected_pairs").value(alike.expected_pairs);
    });
    write_found(json.key("rings"), signals.rings, [&](const Ring& ring) {
        write_window(json.key("began"), ring.began);
        json.key("agreement").value(ring.agreement);
    });
}

void write_arrivals(JsonWriter& json, const Signals& signals) {
    write_found(json.key("surges"), signals.surges, [&](const Surge& surge) {
        write_window(json.key("window"), surge.window);
        json.key("usual").value(surge.usual);
        json.key("z").value(surge.z);
    });
    write_found(json.key("campaigns"), signals.campaigns, [&](const Campaign& campaign) {
        json.key("statement").value(campaign.statement);
        json.key("expected").value(campaign.expected);
        json.key("z").value(campaign.z);
        json.key("agree_share").value(campaign.agree_share);
        json.key("agree_share_of_others").value(campaign.agree_share_of_others);
    });
}

std::string_view name(ListChange::Place place) {
    switch (place) {
        case ListChange::Place::consensus_agree: return "consensus_agree";
        case ListChange::Place::consensus_disagree: return "consensus_disagree";
        case ListChange::Place::representative: return "representative";
    }
    return {};
}

void write_changes(JsonWriter& json, const std::vector<ListChange>& changes) {
    json.open_array();
    for (const auto& change : changes) {
        json.open_object();
        json.key("list").value(name(change.place));
        json.key("statement").value(change.statement);
        if (change.place == ListChange::Place::representative)
            json.key("group").value(std::int64_t{change.label});
        json.key("gained").value(change.is_gained);
        json.close_object();
    }
    json.close_array();
}

void write_sensitivity(JsonWriter& json, const Map& map, const Sensitivity& sensitivity) {
    json.open_object();
    json.key("left_out").value(static_cast<std::int64_t>(sensitivity.left_out));
    json.key("groups").value(std::int64_t{sensitivity.groups});
    json.key("groups_without").value(std::int64_t{sensitivity.groups_without});
    json.key("ari").value(sensitivity.ari);
    write_changes(json.key("changes"), sensitivity.changes);
    json.key("shifts").open_object();
    for (std::size_t j = 0; j < sensitivity.shifts.size(); ++j) {
        json.key(map.statements[j]).open_object();
        json.key("agree").value(sensitivity.shifts[j].agree);
        json.key("disagree").value(sensitivity.shifts[j].disagree);
        json.close_object();
    }
    json.close_object();
    json.close_object();
}

}  // namespace

void write_signals(
    std::ostream& out, const Map& map, const Signals& signals, const Sensitivity& sensitivity) {
    JsonWriter json{out};
    json.open_object();
    json.key("engine").value(engine_version);
    json.key("participants").value(static_cast<std::int64_t>(map.participants.size()));
    json.key("judged").value(static_cast<std::int64_t>(signals.judged));
    write_ids(json.key("straight_liners"), signals.straight_liners);
    write_ids(json.key("hasty"), signals.hasty);
    write_alike(json, signals);
    write_arrivals(json, signals);
    write_ids(json.key("flagged"), flagged(signals));
    write_sensitivity(json.key("sensitivity"), map, sensitivity);
    json.close_object();
    out << '\n';
}

}  // namespace medskapa::opinion::exchange
