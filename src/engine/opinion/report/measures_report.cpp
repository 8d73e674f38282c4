#include "engine/opinion/report/measures_report.hpp"

#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/bridging/reliability.hpp"
#include "engine/opinion/distortion/distortion.hpp"
#include "engine/opinion/exchange/json_lists.hpp"
#include "engine/opinion/report/slate_report.hpp"

namespace medskapa::opinion::exchange {
namespace {

void write_counts(JsonWriter& json, const Conversation& active, const Landscape& found) {
    write(json, "participants", active.participants().size());
    write(json, "in_conv", found.seats.size());
    write(json, "statements", active.statements().size());
    write(json, "votes", active.votes());
    write(json, "tids", active.statements());
    json.key("in_conv_ids").open_array();
    for (const auto seat : found.seats) json.value(active.participants()[seat]);
    json.close_array();
}

void write_axes(JsonWriter& json, const Landscape& found) {
    json.key("axes").open_object();
    write(json, "centre", found.plane.center);
    write(json, "q1", found.plane.components[0]);
    write(json, "q2", found.plane.components[1]);
    write(json, "eigenvalues", found.eigenvalues);
    write(json, "trace", found.trace);
    write(json, "share", found.shown_share());
    if (!found.shown_share()) json.key("absent").value("votes do not differ");
    json.key("places").open_array();
    for (const auto& place : found.places) write(json, std::array{place.x, place.y});
    json.close_array();
    json.close_object();
}

void write_line(JsonWriter& json, const std::optional<ContinuousBridging::Line>& line) {
    write(json, "lo", line ? std::optional{line->low} : std::nullopt);
    write(json, "hi", line ? std::optional{line->high} : std::nullopt);
    write(json, "h", line ? std::optional{line->width} : std::nullopt);
    if (!line) json.key("flag").value("no axis");
}

void write_bridging(JsonWriter& json, const Conversation& active, const ContinuousBridging& found) {
    json.key("bridging").open_object();
    write_line(json, found.line);
    write(json, "score", found.scores);
    json.key("lowest").open_array();
    for (const auto& least : found.least) json.value(least.rate);
    json.close_array();
    json.key("lowest_at").open_array();
    for (const auto& least : found.least) write(json, least.spot);
    json.close_array();
    write(json, "plain", found.plain);
    json.key("order").open_array();
    for (const auto j : found.order) json.value(active.statements()[j]);
    json.close_array();
    if (!found.rates.empty()) write(json, "rates_first", found.rates.front());
    json.close_object();
}

void write_each(JsonWriter& json, std::string_view key, const std::optional<double>& bridging,
    const std::optional<double>& plain) {
    json.key(key).open_object();
    write(json, "bridging", bridging);
    write(json, "plain", plain);
    json.close_object();
}

void write_reliability(JsonWriter& json, const Conversation& active, const MeasuresSettings& settings) {
    const auto found = reliability(active, settings.seed, settings.splits);
    const auto mean = mean_of(found.bridging);
    json.key("reliability").open_object();
    write(json, "eligible", found.eligible);
    write(json, "seed", settings.seed);
    write(json, "bridging", found.bridging);
    write(json, "plain", found.plain);
    write_each(json, "mean", mean, mean_of(found.plain));
    write_each(json, "smallest", smallest_of(found.bridging), smallest_of(found.plain));
    if (mean) json.key("uncertain").value(*mean < Reliability::uncertain_below);
    if (!mean) json.key("absent").value("no two statements with ten votes are ranked apart in both halves");
    write(json, "spearman_bridging_plain", found.of_each_other);
    json.close_object();
}

const char* words_for(double trustworthiness) {
    if (trustworthiness >= 0.9) return "near people are near";
    return trustworthiness >= 0.75 ? "roughly" : "the map shows the main line only";
}

void write_sample(
    JsonWriter& json, const Distortion& found, const Conversation& active, const Landscape& landscape) {
    json.key("sample").open_array();
    for (const auto person : found.people) json.value(active.participants()[landscape.seats[person]]);
    json.close_array();
}

void write_distortion(JsonWriter& json, const Conversation& active, const Landscape& landscape) {
    const auto found = distortion(active, landscape);
    json.key("distortion").open_object();
    write(json, "k", found ? std::optional{found->neighbours} : std::nullopt);
    if (!found) {
        json.key("absent").value("fewer than five people in conversation, or no two voted on the same");
        return json.close_object();
    }
    write(json, "sbar", found->usual_difference);
    write(json, "trustworthiness", found->trustworthiness);
    write(json, "continuity", found->continuity);
    write(json, "kept", found->kept);
    write(json, "hollow_limit", Distortion::hollow_below);
    write(json, "hollow_share", found->hollow_share());
    json.key("words").value(words_for(found->trustworthiness));
    if (found->is_sample) write_sample(json, *found, active, landscape);
    write(json, "point", found->by_person);
    json.close_object();
}

}  // namespace

void write_measures(JsonWriter& json, const Conversation& conversation, const MeasuresSettings& settings) {
    const auto active = active_votes(conversation);
    const auto found = landscape(active);
    const auto bridging = continuous_bridging(active, found);
    write_counts(json, active, found);
    write_axes(json, found);
    write_bridging(json, active, bridging);
    write_reliability(json, active, settings);
    write_slate(json, active, found, bridging, settings.slate_places);
    write_distortion(json, active, found);
}

}  // namespace medskapa::opinion::exchange
