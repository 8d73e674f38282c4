#include "cli/regional/projection_inputs.hpp"

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/regional/folder.hpp"

#include <charconv>
#include <map>

namespace medskapa::cli {

using namespace regional;

namespace {

/// The rates as they were known in a year: the newest that are not later. Without years there is one set.
Outcome<PopulationRates> rates_known(const ProjectOptions& options, const read::RatesByYear& rates,
    std::optional<std::int64_t> year, const Population& people) {
    auto after = year ? rates.upper_bound(year) : rates.end();
    if (!rates.begin()->first) after = rates.end();
    if (after == rates.begin()) {
        return because({Failure::Kind::invalid,
            {{"rates", N_("{} has no rates that were known in {}. Add rows of that year or before."),
                {options.rates, std::to_string(*year)}}}});
    }
    auto known = std::prev(after)->second.finish(people);
    if (!known) return because(known.error(), options.rates);
    return std::move(*known);
}

Outcome<std::optional<CountyFigures>> county_in(const ProjectOptions& options,
    std::optional<std::int64_t> start_year, std::size_t ages, std::vector<Input>& inputs) {
    if (options.county.empty()) return std::optional<CountyFigures>{};
    auto county = read_input(options.county, "county", inputs, [&](std::string_view bytes) {
        return read::read_county(bytes, start_year, ages, options.table.choices());
    });
    if (!county) return tl::unexpected{county.error()};
    const auto years = county->years();
    if (years.empty() || years.front() > options.years) {
        return because({Failure::Kind::invalid,
                           {{"county",
                               N_("None of its years is among the {} projected ones. Count years from "
                                  "the start: 1, 2 and so on."),
                               {options.years}}}},
            options.county);
    }
    return std::optional{std::move(*county)};
}

/// Whether all of the text is a number.
bool is_read(const std::string& text, double& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

Completed check_same(const ProjectOptions& options, const Past& past) {
    if (past.before.municipalities() == past.actual.municipalities() &&
        past.before.ages() == past.actual.ages())
        return {};
    return because({Failure::Kind::invalid,
        {{"actual", N_("{} has other municipalities or ages than {}. Give the same in both."),
            {options.actual, options.people}}}});
}

}  // namespace

Assumptions assumptions(const ProjectOptions& options) {
    auto all = assumptions_of(named<Scenario>(options.scenario));
    const std::map<std::string, double*> known{
        {"births", &all.births}, {"death_decline", &all.death_decline}, {"moving_in", &all.moving_in}};
    for (const auto& pair : text::split(options.assume, ',')) {
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto found = known.find(pair.substr(0, equals));
        double number = 0;
        const bool is_number = equals != pair.npos && is_read(pair.substr(equals + 1), number);
        const double most = found != known.end() && found->first == "death_decline" ? 1 : 100;
        if (found == known.end() || !is_number || !(number >= 0 && number <= most)) {
            throw WrongUsage("--assume",
                "\"" + pair + "\" is none of births=0..100, death_decline=0..1, moving_in=0..100");
        }
        *found->second = number;
    }
    return all;
}

Outcome<Past> past_of(const ProjectOptions& options, const Given& given, const read::PeopleByYear& people,
    const read::RatesByYear& rates, std::vector<Input>& inputs) {
    if (!options.actual.empty()) {
        auto actual = read_input(options.actual, "actual", inputs,
            [&](std::string_view bytes) { return read::read_people(bytes, options.table.choices()); });
        if (!actual) return tl::unexpected{actual.error()};
        Past past{given.start, given.rates, std::move(actual->rbegin()->second)};
        if (auto same = check_same(options, past); !same) return tl::unexpected{same.error()};
        return past;
    }
    const auto then =
        given.year ? std::optional{*given.year - static_cast<std::int64_t>(options.back_test)} : std::nullopt;
    const auto before = then ? people.find(then) : people.end();
    if (before == people.end()) {
        return because({Failure::Kind::invalid, {{"people",
                                                    N_("{} has nobody of {} years before the last year. Add "
                                                       "a column year and those rows, or give "
                                                       "the people who came to be with --actual."),
                                                    {options.people, options.back_test}}}});
    }
    auto known = rates_known(options, rates, then, before->second);
    if (!known) return tl::unexpected{known.error()};
    return Past{before->second, std::move(*known), given.start};
}

Outcome<Given> given_of(const ProjectOptions& options, const read::PeopleByYear& people,
    const read::RatesByYear& rates, std::vector<Input>& inputs) {
    const auto& [year, start] = *people.rbegin();
    auto known = rates_known(options, rates, year, start);
    if (!known) return tl::unexpected{known.error()};
    auto county = county_in(options, year, start.ages(), inputs);
    if (!county) return tl::unexpected{county.error()};
    return Given{year, start, std::move(*known), std::move(*county), assumptions(options)};
}

}  // namespace medskapa::cli
