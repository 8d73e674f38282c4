#include "engine/regional/change/shift_share.hpp"

#include "engine/regional/change/periods.hpp"

#include <numeric>

#include <algorithm>
#include <iterator>

namespace medskapa::regional {
namespace {

/// How much more there is of each industry, and of all, as factors; 0 for what was not there.
struct Rates {
    std::vector<double> industry;
    double all = 0;
};

Rates rates(const Totals& from, const Totals& to) {
    Rates result{std::vector<double>(from.industry.size()), to.all / from.all};
    for (std::size_t i = 0; i < from.industry.size(); ++i) {
        if (from.industry[i] > 0) result.industry[i] = to.industry[i] / from.industry[i];
    }
    return result;
}

Shift dunn(double before, double after, double industry_rate, double rate) {
    Shift shift{after - before};
    if (before <= 0) {
        shift.regional = after;
        if (after > 0) shift.kind = Shift::Kind::new_industry;
        return shift;
    }
    shift.national = before * (rate - 1);
    shift.mix = before * (industry_rate - rate);
    shift.regional = after - before * industry_rate;
    return shift;
}

/// Moves out of the regional part what stems from the region having another amount than its share of all.
void allocate(Shift& shift, double before, double expected, double industry_rate, double own_rate) {
    if (before <= 0) return;
    shift.regional = expected * (own_rate - industry_rate);
    shift.allocation = (before - expected) * (own_rate - industry_rate);
}

void add(Shift& to, const Shift& shift) {
    to.change += shift.change;
    to.national += shift.national;
    to.mix += shift.mix;
    to.regional += shift.regional;
    to.allocation += shift.allocation;
    if (to.kind == Shift::Kind::comparable) to.kind = shift.kind;
}

/// What the tables themselves should be read with; what is missing is counted for all of them together.
std::vector<Warning> warnings_of(const std::vector<Table>& tables) {
    std::vector<Warning> all;
    for (const auto& table : tables) {
        std::copy_if(table.warnings.begin(), table.warnings.end(), std::back_inserter(all),
            [](const Warning& warning) { return warning.place != "missing"; });
    }
    return all;
}

ShiftShare nothing_yet(const Table& shape) {
    ShiftShare result{shape.regions, shape.industries, std::vector<Shift>(shape.values.size()), {}};
    for (std::size_t cell = 0; cell < shape.missing.size(); ++cell) {
        if (shape.missing[cell]) result.cells[cell].kind = Shift::Kind::missing;
    }
    if (const auto count = shape.missing_cells()) {
        result.warnings.push_back(
            {"missing", N_("{} cells are missing in one of the periods and were left out of all."), {count}});
    }
    return result;
}

/// Adds the shifts between two aligned periods.
void add_shifts(ShiftShare& result, const Table& from, const Table& to, ShiftForm form) {
    const auto before = totals(from);
    const auto growth = rates(before, totals(to));
    for (std::size_t r = 0; r < from.regions.size(); ++r) {
        for (std::size_t i = 0; i < from.industries.size(); ++i) {
            if (from.is_missing(r, i)) continue;
            const double had = from.at(r, i);
            auto shift = dunn(had, to.at(r, i), growth.industry[i], growth.all);
            if (form == ShiftForm::esteban_marquillas) {
                const double expected = before.region[r] * before.industry[i] / before.all;
                allocate(shift, had, expected, growth.industry[i], to.at(r, i) / had);
            }
            add(result.cells[r * from.industries.size() + i], shift);
        }
    }
}

Result<ShiftShare> shifts(const std::vector<Table>& periods, ShiftForm form) {
    const auto tables = aligned(periods);
    auto result = nothing_yet(tables.front());
    auto warnings = warnings_of(tables);
    result.warnings.insert(result.warnings.end(), warnings.begin(), warnings.end());
    for (std::size_t t = 0; t + 1 < tables.size(); ++t) {
        if (totals(tables[t]).all <= 0) {
            return refuse(Failure::Kind::invalid,
                {{"from",
                    N_("A period has a total of 0, so nothing can have grown from it. Give another one."),
                    {}}});
        }
        add_shifts(result, tables[t], tables[t + 1], form);
    }
    return result;
}

}  // namespace

Result<ShiftShare> shift_share(const Table& from, const Table& to, ShiftForm form) {
    return shifts({from, to}, form);
}

Result<ShiftShare> dynamic_shift_share(const std::vector<Table>& periods) {
    if (periods.size() < 2) {
        return refuse(
            Failure::Kind::invalid, {{"period", N_("A change needs at least two periods. Give more."), {}}});
    }
    return shifts(periods, ShiftForm::dunn);
}

std::optional<GrowthFactors> growth_factors(const Table& from, const Table& to, std::size_t r) {
    const auto before = totals(from);
    const auto after = totals(to);
    if (before.region[r] <= 0 || after.all <= 0) return std::nullopt;
    const auto whole = rates(before, after);
    double expected = 0;
    for (std::size_t i = 0; i < from.industries.size(); ++i) expected += from.at(r, i) * whole.industry[i];
    if (expected <= 0) return std::nullopt;
    return GrowthFactors{expected / before.region[r] / whole.all, after.region[r] / expected,
        after.region[r] / before.region[r] / whole.all};
}

}  // namespace medskapa::regional
