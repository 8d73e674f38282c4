#include "engine/regional/analysis.hpp"

#include <iterator>

namespace medskapa::regional {
namespace {

std::size_t empty_count(const std::vector<double>& sums) {
    std::size_t count = 0;
    for (const double sum : sums) count += sum <= 0 ? 1 : 0;
    return count;
}

std::vector<Warning> empty_warnings(const Totals& sums) {
    std::vector<Warning> warnings;
    if (const auto count = empty_count(sums.region)) {
        warnings.push_back({"empty_region", N_("{} regions have a total of 0 and no shares."), {count}});
    }
    if (const auto count = empty_count(sums.industry)) {
        warnings.push_back({"empty_industry", N_("{} industries have a total of 0."), {count}});
    }
    return warnings;
}

void append(std::vector<Warning>& to, const std::vector<Warning>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

Analysis analyse(Table table, const Settings& settings, const Progress& progress) {
    progress(N_("Counting presence"), 0);
    auto sums = totals(table);
    auto present = presence(table, sums, settings.threshold);
    progress(N_("Counting relatedness"), 0.1);
    CoOccurrence counts(present);
    progress(N_("Counting density"), 0.4);
    auto densities = density(present, proximities(counts, settings.own));
    progress(N_("Counting complexity"), 0.6);
    auto scores = complexity(present);
    auto strength = fitness(present, settings.fitness_updates);
    progress(N_("Weighing opportunities"), 0.7);
    auto possibilities = outlook(present, counts, settings.own, densities, scores);
    progress(N_("Done"), 1);

    auto warnings = table.warnings;
    append(warnings, empty_warnings(sums));
    append(warnings, scores.warnings);
    append(warnings, strength.warnings);
    return {std::move(table), std::move(sums), std::move(present), std::move(counts), std::move(densities),
        std::move(scores), std::move(strength), std::move(possibilities), std::move(warnings)};
}

}  // namespace medskapa::regional
