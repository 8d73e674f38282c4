// How long the regional engine takes, and how much memory. Figures are medians of --benchmark_repetitions.
#include "engine/regional/analysis.hpp"
#include "engine/regional/areas/labour_market_areas.hpp"
#include "engine/regional/neighbours/neighbours.hpp"
#include "engine/regional/projection/projection.hpp"
#include "engine/regional/read/json/json_stat.hpp"
#include "engine/regional/read/px.hpp"
#include "engine/regional/skills/related_jobs.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <cmath>
#include <random>

using namespace medskapa::regional;

namespace {

std::string code(char kind, std::size_t number) {
    const auto digits = std::to_string(number);
    return kind + std::string(5 - digits.size(), '0') + digits;
}

/// Regions and industries of very different size, and about a third of all cells with a quotient above 1.
Table made_up_table(std::size_t regions, std::size_t industries) {
    std::mt19937_64 random(1);
    std::exponential_distribution<> amount(1);
    std::lognormal_distribution<> size(0, 1);
    Table table;
    for (std::size_t r = 0; r < regions; ++r) table.regions.push_back(code('r', r));
    for (std::size_t i = 0; i < industries; ++i) table.industries.push_back(code('i', i));
    std::vector<double> sizes(industries);
    for (auto& one : sizes) one = size(random);
    table.missing.resize(regions * industries);
    table.values.reserve(regions * industries);
    for (std::size_t r = 0; r < regions; ++r) {
        const double region = size(random);
        for (const double industry : sizes)
            table.values.push_back(std::floor(50 * region * industry * amount(random)));
    }
    return table;
}

/// Communes on a grid: many stay, the rest go to neighbours, larger ones more.
Flows made_up_flows(std::size_t side) {
    std::mt19937_64 random(1);
    std::lognormal_distribution<> size(6, 1);
    std::vector<double> sizes(side * side);
    for (auto& one : sizes) one = std::floor(size(random)) + 1;
    FlowBuilder builder;
    for (std::size_t from = 0; from < sizes.size(); ++from) {
        for (std::size_t to = 0; to < sizes.size(); ++to) {
            const double east = static_cast<double>(from % side) - static_cast<double>(to % side);
            const double north = static_cast<double>(from / side) - static_cast<double>(to / side);
            const double distance = std::hypot(east, north);
            const double flow =
                std::floor(sizes[from] * std::sqrt(sizes[to]) / 50 * std::exp(-1.5 * distance));
            if (flow > 0 || from == to)
                builder.add(code('c', from), code('c', to), flow + (from == to ? 1 : 0));
        }
    }
    return builder.finish().value();
}

constexpr std::size_t cells_by_side = 490;  // squared, 240 100 cells

std::string made_up_px() {
    std::string text = "STUB=\"region\";\nHEADING=\"industry\";\n";
    for (const char* variable : {"region", "industry"}) {
        text += std::string{"VALUES(\""} + variable + "\")=";
        for (std::size_t k = 0; k < cells_by_side; ++k) text += (k > 0 ? ",\"" : "\"") + code('v', k) + '"';
        text += ";\n";
    }
    text += "DATA=\n";
    for (std::size_t k = 0; k < cells_by_side * cells_by_side; ++k)
        text += k % 17 == 0 ? "\"..\" " : std::to_string(k * 7919 % 100'003) + " ";
    return text + ";";
}

std::string made_up_json_stat() {
    std::string index;
    for (std::size_t k = 0; k < cells_by_side; ++k) index += (k > 0 ? ",\"" : "\"") + code('v', k) + '"';
    const auto category = "{\"category\":{\"index\":[" + index + "]}}";
    const auto size = std::to_string(cells_by_side);
    std::string text = "{\"id\":[\"region\",\"industry\"],\"size\":[" + size + "," + size +
                       "],\"dimension\":{\"region\":" + category + ",\"industry\":" + category +
                       "},\"value\":[";
    for (std::size_t k = 0; k < cells_by_side * cells_by_side; ++k)
        text += (k > 0 ? "," : "") + (k % 17 == 0 ? std::string{"null"} : std::to_string(k * 7919 % 100'003));
    return text + "]}";
}

double peak_megabytes() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

void whole_pipeline(benchmark::State& state) {
    const auto regions = static_cast<std::size_t>(state.range(0));
    const auto industries = static_cast<std::size_t>(state.range(1));
    for (auto _ : state) {
        state.PauseTiming();
        auto table = made_up_table(regions, industries);
        state.ResumeTiming();
        benchmark::DoNotOptimize(analyse(std::move(table), Settings{}, [](auto, auto) {}));
    }
    state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(whole_pipeline)->Args({300, 800})->Args({3000, 5000})->Unit(benchmark::kMillisecond);

void labour_market_areas_of_400(benchmark::State& state) {
    const auto flows = made_up_flows(20);
    for (auto _ : state) benchmark::DoNotOptimize(labour_market_areas(flows, {}));
    state.counters["flows"] = [&] {
        std::size_t count = 0;
        for (std::size_t p = 0; p < flows.size(); ++p) count += flows.out_of(p).size();
        return static_cast<double>(count);
    }();
}
BENCHMARK(labour_market_areas_of_400)->Unit(benchmark::kMillisecond);

void local_labour_markets_of_289(benchmark::State& state) {
    const auto flows = made_up_flows(17);
    for (auto _ : state) benchmark::DoNotOptimize(local_labour_markets(flows, {}, {}));
}
BENCHMARK(local_labour_markets_of_289)->Unit(benchmark::kMillisecond);

void px_of_240_100_cells(benchmark::State& state) {
    const auto text = made_up_px();
    for (auto _ : state) benchmark::DoNotOptimize(read::read_px(text));
}
BENCHMARK(px_of_240_100_cells)->Unit(benchmark::kMillisecond);

void json_stat_of_240_100_cells(benchmark::State& state) {
    const auto text = made_up_json_stat();
    for (auto _ : state) benchmark::DoNotOptimize(read::read_json_stat(text));
}
BENCHMARK(json_stat_of_240_100_cells)->Unit(benchmark::kMillisecond);

/// Municipalities with ages 0 to 100+, and rates that are about as in a country.
void projection_of_290_municipalities(benchmark::State& state) {
    constexpr std::size_t ages = 101;
    std::vector<std::string> codes;
    for (std::size_t m = 0; m < 290; ++m) codes.push_back(code('m', m));
    Population people(codes, ages);
    MunicipalityRates rates;
    rates.fertility.resize(ages);
    for (std::size_t x = 20; x < 40; ++x) rates.fertility[x] = 0.08;
    for (const auto sex : both_sexes) {
        auto& of = rates.of(sex);
        of.dies.assign(ages, 0.01);
        of.moves_out.assign(ages, 0.05);
        of.move_in.assign(ages, 7.5);
        for (std::size_t m = 0; m < codes.size(); ++m) {
            for (auto& number : people.of(m, sex)) number = 150;
        }
    }
    const PopulationRates all(codes.size(), rates);
    for (auto _ : state) {
        for (const auto scenario : {Scenario::main, Scenario::low, Scenario::high})
            benchmark::DoNotOptimize(project(people, all, {30, assumptions_of(scenario), nullptr}));
    }
    state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(projection_of_290_municipalities)->Unit(benchmark::kMillisecond);

/// A third of all pairs move more than by chance.
void skills_of_800_industries_in_290_regions(benchmark::State& state) {
    const auto jobs = made_up_table(290, 800);
    std::mt19937_64 random(1);
    std::exponential_distribution<> amount(1);
    IndustryMovesBuilder builder;
    for (std::size_t i = 0; i < 800; ++i) {
        for (std::size_t j = 0; j < 800; ++j)
            builder.add(jobs.industries[i], jobs.industries[j], 40 * amount(random));
    }
    const auto moves = builder.finish().value();
    for (auto _ : state) {
        const auto skills = skill_relatedness(moves);
        benchmark::DoNotOptimize(related_jobs(jobs, related_industries(skills)));
    }
}
BENCHMARK(skills_of_800_industries_in_290_regions)->Unit(benchmark::kMillisecond);

void neighbours_of_290_regions_by_60_variables(benchmark::State& state) {
    std::mt19937_64 random(1);
    std::normal_distribution<> value(50, 10);
    RegionVariables variables;
    for (std::size_t v = 0; v < 60; ++v) {
        variables.variables.push_back(code('v', v));
        variables.blocks.push_back(std::to_string(v % 6));
    }
    for (std::size_t r = 0; r < 290; ++r) {
        variables.regions.push_back(code('r', r));
        for (std::size_t v = 0; v < 60; ++v) {
            const double number = value(random);
            variables.values.push_back(v % 17 == r % 19 ? std::nullopt : std::optional{number});
        }
    }
    for (auto _ : state) benchmark::DoNotOptimize(structural_neighbours(variables, 10));
}
BENCHMARK(neighbours_of_290_regions_by_60_variables)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
