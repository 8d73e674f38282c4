#include "engine/regional/areas/self_containment.hpp"

#include <map>

namespace medskapa::regional {
namespace {

std::optional<double> share(double part, double whole) {
    if (whole <= 0) return std::nullopt;
    return part / whole;
}

}  // namespace

std::optional<double> AreaBalance::supply_containment() const {
    return share(own, residents);
}

std::optional<double> AreaBalance::demand_containment() const {
    return share(own, jobs);
}

std::vector<AreaBalance> balances(const Flows& flows, const std::vector<Placing>& places) {
    std::map<std::size_t, AreaBalance> areas;
    for (std::size_t p = 0; p < places.size(); ++p) {
        if (!places[p].area) continue;
        auto& area = areas.try_emplace(*places[p].area, AreaBalance{*places[p].area}).first->second;
        ++area.places;
        area.residents += flows.residents(p);
        area.jobs += flows.jobs(p);
        area.own += flows.stay(p);
        for (const auto& flow : flows.out_of(p)) {
            if (places[flow.place].area == places[p].area) area.own += flow.amount;
        }
    }
    std::vector<AreaBalance> result;
    for (const auto& [name, area] : areas) result.push_back(area);
    return result;
}

std::optional<double> modularity(const std::vector<AreaBalance>& areas) {
    double all = 0;
    for (const auto& area : areas) all += area.residents;
    if (all <= 0) return std::nullopt;
    double result = 0;
    for (const auto& area : areas) result += area.own / all - area.residents / all * (area.jobs / all);
    return result;
}

}  // namespace medskapa::regional
