#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/regional/command.hpp"
#include "engine/regional/areas/labour_market_areas.hpp"
#include "engine/regional/areas/report.hpp"
#include "engine/regional/read/flows.hpp"

#include <charconv>
#include <map>

namespace medskapa::cli {
namespace {

using namespace regional;

constexpr double sensitivity_step = 0.025;

struct LabourMarketOptions {
    std::string flows;
    std::string employed;
    std::string method = "scb";
    std::string parameters;
    std::string out;
    std::string areas;
    std::string sensitivity;
    std::string record;
    TableOptions table = {};
};

/// The parameters of a method, by the name that a person gives them.
using Numbers = std::map<std::string, double>;

Numbers defaults(const std::string& method) {
    if (method == "lma") {
        const AreaRule rule;
        return {{"min_size", rule.min_size}, {"min_sc", rule.min_containment},
            {"target_size", rule.target_size}, {"target_sc", rule.target_containment}};
    }
    if (method == "nordic") {
        const NordicRule rule;
        return {{"max_out", rule.max_out}, {"max_single", rule.max_single},
            {"follows_above", rule.follows_above}, {"secondary_max_out", rule.secondary_max_out},
            {"max_links", static_cast<double>(rule.max_links)}};
    }
    const LocalRule rule;
    return {{"max_out", rule.max_out}, {"max_single", rule.max_single},
        {"max_links", static_cast<double>(rule.max_links)}};
}

double number_in(const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !(number >= 0))
        throw WrongUsage("--parameters", "\"" + text + "\" is not a number of 0 or more");
    return number;
}

/// Wrong usage when a name is not the method's, or what is given is no number.
Numbers numbers(const LabourMarketOptions& options) {
    auto known = defaults(options.method);
    for (const auto& pair : text::split(options.parameters, ',')) {
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto found = known.find(pair.substr(0, equals));
        if (equals == pair.npos || found == known.end()) {
            std::string names;
            for (const auto& [name, number] : known) names += (names.empty() ? "" : ", ") + name;
            throw WrongUsage("--parameters", "\"" + pair + "\" is none of " + names + ", as name=number");
        }
        found->second = number_in(pair.substr(equals + 1));
    }
    return known;
}

LocalRule local_rule(const Numbers& given) {
    return {given.at("max_out"), given.at("max_single"), static_cast<std::size_t>(given.at("max_links"))};
}

Result<Division> divided(
    const Flows& flows, const Employed& employed, const std::string& method, const Numbers& given) {
    if (method == "lma") {
        return labour_market_areas(flows,
            {given.at("min_size"), given.at("min_sc"), given.at("target_size"), given.at("target_sc")});
    }
    if (method == "nordic") {
        return nordic_labour_markets(flows, employed,
            {given.at("max_out"), given.at("max_single"), given.at("follows_above"),
                given.at("secondary_max_out"), static_cast<std::size_t>(given.at("max_links"))});
    }
    return local_labour_markets(flows, employed, local_rule(given));
}

Outcome<Flows> flows_in(const LabourMarketOptions& options, std::vector<Input>& inputs) {
    const auto bytes = load_input(inputs, "flows", options.flows);
    if (!bytes) return tl::unexpected{bytes.error()};
    auto flows = read::read_flows(*bytes, options.table.choices());
    if (!flows) return because(flows.error(), options.flows);
    return std::move(*flows);
}

Outcome<Employed> employed_in(const LabourMarketOptions& options, std::vector<Input>& inputs) {
    if (options.employed.empty()) return Employed{};
    const auto bytes = load_input(inputs, "employed", options.employed);
    if (!bytes) return tl::unexpected{bytes.error()};
    auto employed = read::read_employed(*bytes, options.table.choices());
    if (!employed) return because(employed.error(), options.employed);
    return std::move(*employed);
}

Run run_of(const LabourMarketOptions& options, const Numbers& given, const Division& division,
    const std::vector<AreaBalance>& areas) {
    Run run{"regional labour-markets", {}, {{"method", options.method}}, {}, division.warnings};
    for (const auto& [name, number] : given) run.parameters.emplace_back(name, number);
    run.results.emplace_back("places", static_cast<std::int64_t>(division.places.size()));
    run.results.emplace_back("areas", static_cast<std::int64_t>(areas.size()));
    const auto q = modularity(areas);
    run.results.emplace_back("modularity", q ? Fact{*q} : Fact{});
    return run;
}

Completed deliver_extras(const LabourMarketOptions& options, const Flows& flows, const Employed& employed,
    const Numbers& given, const Division& division) {
    if (!options.areas.empty()) {
        const auto done = deliver(options.areas,
            [&](std::ostream& out) { write_balances(out, flows, balances(flows, division.places)); });
        if (!done) return done;
    }
    if (options.sensitivity.empty()) return {};
    const auto moves = sensitivity(flows, employed, local_rule(given), sensitivity_step);
    return deliver(options.sensitivity, [&](std::ostream& out) { write_moves(out, flows, division, moves); });
}

Completed run_labour_markets(const LabourMarketOptions& options) {
    const auto given = numbers(options);
    if (!options.sensitivity.empty() && options.method != "scb")
        throw WrongUsage("--sensitivity", "it goes with --method scb");
    std::vector<Input> inputs;
    const auto flows = flows_in(options, inputs);
    if (!flows) return tl::unexpected{flows.error()};
    const auto employed = employed_in(options, inputs);
    if (!employed) return tl::unexpected{employed.error()};
    const auto division = divided(*flows, *employed, options.method, given);
    if (!division) return because(division.error());

    print_warnings(division->warnings);
    auto done = deliver(options.out, [&](std::ostream& out) { write_division(out, *flows, *division, say); });
    if (!done) return done;
    done = deliver_extras(options, *flows, *employed, given, *division);
    if (!done) return done;
    auto run = run_of(options, given, *division, balances(*flows, division->places));
    run.inputs = std::move(inputs);
    return keep_record(options.record, run);
}

}  // namespace

void add_labour_markets(Command& regional, int& exit_code) {
    auto options = std::make_shared<LabourMarketOptions>();
    auto* command =
        regional.add_subcommand("labour-markets", "Functional regions by commuting, with reasons");
    command->footer(
        std::string{
            N_("Parameters: scb max_out=0.20,max_single=0.075,max_links=2; nordic "
               "max_out=0.20,max_single=0.10,\n"
               "follows_above=0.075,secondary_max_out=0.25,max_links=2; lma min_size=1000,min_sc=0.6667,\n"
               "target_size=10000,target_sc=0.75")} +
        "\nExample: medskapa regional labour-markets --flows commuting.csv --out areas.csv");
    command->add_option("--flows", options->flows, "CSV: from,to,commuters, or a square table")->required();
    command->add_option(
        "--employed", options->employed, "CSV: municipality,employed (default: sums of the flows)");
    command->add_option("--method", options->method, "How places become areas")
        ->check(one_of({"scb", "nordic", "lma"}))
        ->capture_default_str();
    command->add_option("--parameters", options->parameters, "name=number,name=number");
    command->add_option("--out", options->out, "CSV file for the result (default: stdout)");
    command->add_option(
        "--areas", options->areas, "CSV file for each area's self-containment and net commuting");
    command->add_option("--sensitivity", options->sensitivity,
        "CSV file for who moves when a limit is 2.5 percentage points lower or higher");
    add_table_options(*command, options->table, Amounts::named);
    command->add_option("--record", options->record, "JSON file for the record of the run");
    on_run(command, std::move(options), exit_code, run_labour_markets);
}

}  // namespace medskapa::cli
