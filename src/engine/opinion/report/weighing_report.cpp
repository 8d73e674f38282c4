#include "engine/opinion/report/weighing_report.hpp"

#include "engine/opinion/exchange/json_lists.hpp"

namespace medskapa::opinion::exchange {
namespace {

/// One list for each figure of items that have several.
template <class Items, class Member>
void write_figure(JsonWriter& json, std::string_view key, const Items& items, Member member) {
    json.key(key).open_array();
    for (const auto& item : items) write(json, item.*member);
    json.close_array();
}

void write_sector(JsonWriter& json, const PointsWeighing::Sector& sector) {
    using Item = PointsWeighing::Item;
    json.open_object();
    write(json, "n", sector.answers);
    write_figure(json, "mean", sector.items, &Item::mean);
    write_figure(json, "sd", sector.items, &Item::deviation);
    write_figure(json, "low", sector.items, &Item::low);
    write_figure(json, "high", sector.items, &Item::high);
    write_figure(json, "zero", sector.items, &Item::zero);
    json.close_object();
}

void write_total(JsonWriter& json, const WeighedTotal& total) {
    using Item = WeighedTotal::Item;
    json.open_object();
    write_figure(json, "mean", total.items, &Item::mean);
    write_figure(json, "low", total.items, &Item::low);
    write_figure(json, "high", total.items, &Item::high);
    write_figure(json, "df", total.items, &Item::freedom);
    json.key("weights").open_object();
    for (const auto& [name, weight] : total.weights) write(json, name, weight);
    json.close_object();
    json.close_object();
}

void write_by_item(JsonWriter& json, std::string_view key, const BestWorst::Worth& worth,
    double (BestWorst::Worth::*figure)(std::size_t) const) {
    json.key(key).open_array();
    for (std::size_t item = 0; item < worth.worth.size(); ++item) json.value((worth.*figure)(item));
    json.close_array();
}

}  // namespace

void write_no_total(JsonWriter& json, bool has_no_sector) {
    json.null();
    json.key("absent").value(
        has_no_sector ? "no sector has five answers, nor have all together" : "every weight is 0");
}

void write_points(JsonWriter& json, const PointsTable& table, const std::map<std::string, double>& weights) {
    const auto sectors = table.weighing.sectors();
    const auto total = weighed_total(sectors.by_name, weights);
    json.open_object();
    json.key("items").open_array();
    for (const auto& name : table.items) json.value(std::string_view{name});
    json.close_array();
    write(json, "accepted", table.weighing.accepted());
    write(json, "refused", table.weighing.refused());
    write(json, "left_out", sectors.left_out);
    json.key("sectors").open_object();
    for (const auto& [name, sector] : sectors.by_name) write_sector(json.key(name), sector);
    json.close_object();
    json.key("total");
    if (total)
        write_total(json, *total);
    else
        write_no_total(json, sectors.by_name.empty());
    json.close_object();
}

void write_best_worst(JsonWriter& json, const BestWorst& weighing) {
    const auto counts = weighing.counts();
    const auto worth = weighing.worth();
    json.open_object();
    write(json, "items", weighing.items());
    write(json, "people", weighing.people());
    write(json, "refused", weighing.refused());
    json.key("may_be_shown").value(weighing.may_be_shown());
    write(json, "best", counts.best);
    write(json, "worst", counts.worst);
    write(json, "shown", counts.shown);
    json.key("count_score").open_array();
    for (std::size_t item = 0; item < weighing.items(); ++item) write(json, counts.score(item));
    json.close_array();
    write(json, "theta", worth.worth);
    write(json, "se", worth.error);
    write_by_item(json, "low", worth, &BestWorst::Worth::low);
    write_by_item(json, "high", worth, &BestWorst::Worth::high);
    write(json, "share", worth.share);
    write(json, "iterations", worth.iterations);
    json.close_object();
}

void write_design(JsonWriter& json, std::size_t items, std::size_t rounds) {
    json.open_object();
    write(json, std::to_string(items), sets_of_four(items, rounds));
    json.close_object();
}

}  // namespace medskapa::opinion::exchange
