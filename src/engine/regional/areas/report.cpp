#include "engine/regional/areas/report.hpp"

#include "base/csv/write.hpp"
#include "engine/regional/read/amount.hpp"

#include <ostream>

namespace medskapa::regional {
namespace {

using read::number_text;

std::string code(const Flows& flows, std::optional<std::size_t> place) {
    return place ? csv::field(flows.codes()[*place]) : std::string{};
}

}  // namespace

void write_division(std::ostream& out, const Flows& flows, const Division& division, const Say& say) {
    out << "municipality,area,centre,out_share,largest_share,largest_to,reason\n";
    for (std::size_t p = 0; p < flows.size(); ++p) {
        const auto& place = division.places[p];
        out << code(flows, p) << ',' << code(flows, place.area) << ',' << (place.area == p ? 1 : 0) << ','
            << number_text(place.out_share) << ',' << number_text(place.largest_share) << ','
            << code(flows, place.largest_to) << ',' << csv::field(say(place.reason)) << '\n';
    }
}

void write_balances(std::ostream& out, const Flows& flows, const std::vector<AreaBalance>& areas) {
    out << "area,places,residents,jobs,own,supply_containment,demand_containment,net_commuting\n";
    for (const auto& area : areas) {
        out << code(flows, area.area) << ',' << area.places << ',' << number_text(area.residents) << ','
            << number_text(area.jobs) << ',' << number_text(area.own) << ','
            << number_text(area.supply_containment()) << ',' << number_text(area.demand_containment()) << ','
            << number_text(area.net_commuting()) << '\n';
    }
}

void write_moves(std::ostream& out, const Flows& flows, const Division& now, const std::vector<Move>& moves) {
    out << "municipality,limit,value,area_now,area_then\n";
    for (const auto& move : moves) {
        out << code(flows, move.place) << ',' << move.limit << ',' << number_text(move.value) << ','
            << code(flows, now.places[move.place].area) << ',' << code(flows, move.area) << '\n';
    }
}

}  // namespace medskapa::regional
