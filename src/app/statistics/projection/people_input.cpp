#include "app/statistics/projection/people_input.hpp"

#include "app/statistics/dataset_cut.hpp"
#include "app/statistics/projection/ages.hpp"
#include "app/statistics/projection/place_rates.hpp"
#include "app/statistics/projection/projected.hpp"
#include "domain/statistics/population.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::app {
namespace {

using regional::Population;
using regional::Rate;
using regional::RateRow;
using regional::Sex;

constexpr const char* roles[] = {asked::regions, asked::periods, asked::sexes, asked::ages, asked::measures};

Rate rate_of(PeopleMeasure measure) {
    switch (measure) {
        case PeopleMeasure::fertility: return Rate::fertility;
        case PeopleMeasure::death_risk: return Rate::death_risk;
        case PeopleMeasure::moving_out: return Rate::moving_out;
        case PeopleMeasure::net_moving: return Rate::net_moving;
        case PeopleMeasure::moving_in:
        case PeopleMeasure::people: break;
    }
    return Rate::moving_in;
}

std::optional<int> year_of(const std::string& code) {
    int year = 0;
    const auto [end, fault] = std::from_chars(code.data(), code.data() + code.size(), year);
    const bool is_year =
        fault == std::errc{} && end == code.data() + code.size() && year > 0 && year < 10'000;
    return is_year ? std::optional{year} : std::nullopt;
}

/// A number of people, or why there is none.
struct Count {
    std::optional<double> value;
    std::string why = "missing";
};
using Counts = std::vector<Count>;  // by sex and age

/// Gathers the cells of a dataset.
class PeopleReader {
public:
    PeopleReader(const Dataset& dataset, const Cut& way, Ages ages)
        : dataset_{dataset}, way_{way}, ages_{std::move(ages)} {}

    void read(const Dataset::Cell& cell) {
        const auto members = dataset_.members_at(cell.place);
        if (!way_.holds(members)) return;
        const auto member = [&](std::size_t role) -> const Dataset::Member& {
            return dataset_.dimensions[way_.through[role]].members[members[way_.through[role]]];
        };
        const auto year = year_of(member(1).code);
        const auto sex = sex_of(member(2));
        const auto measure = people_measure_of(member(4));
        const auto at = members[way_.through[3]];
        if (!year || !sex || !measure || (!ages_.place[at] && !ages_.is_born[at])) return;
        labels_.emplace(member(0).code, member(0).label);
        if (*measure == PeopleMeasure::people) {
            if (ages_.place[at]) read_people(cell, {*year, member(0).code}, *sex, *ages_.place[at]);
            return;
        }
        read_rate(cell, {*year, member(0).code, rate_of(*measure), *sex == 0 ? Sex::women : Sex::men}, at);
    }

    Result<PeopleInput> finished() const {
        PeopleInput input;
        input.step = ages_.step;
        input.ages = ages_.codes;
        input.labels = labels_;
        input.known = known_people();
        std::set<std::string> peopled;
        for (const auto& [place, counts] : counts_) peopled.insert(place.second);
        input.sums = PlaceSums{labels_, peopled, input.known};
        const PlaceRates rates{rates_, input.sums, ages_.codes};
        add_people(input, rates);
        if (auto failure = rates.add_to(input.rates, places_of(input)))
            return tl::unexpected{std::move(*failure)};
        return input;
    }

private:
    using Place = std::pair<int, std::string>;

    void read_people(const Dataset::Cell& cell, const Place& place, int sex, std::size_t age) {
        auto& counts = counts_[place];
        counts.resize(2 * ages_.codes.size());
        const bool is_known = cell.value && !cell.is_hidden() && *cell.value >= 0;
        counts[static_cast<std::size_t>(sex) * ages_.codes.size() + age] = {
            is_known ? cell.value : std::nullopt,
            cell.is_hidden() ? std::string{name_of(cell.shown)} : "missing"};
    }

    void read_rate(const Dataset::Cell& cell, const RateKey& key, std::size_t age_member) {
        if (std::get<2>(key) == Rate::fertility && std::get<3>(key) == Sex::men) return;
        auto& row = rates_[key];
        row.by_age.resize(ages_.codes.size());
        const auto value = cell.is_hidden() ? std::nullopt : cell.value;
        if (ages_.is_born[age_member])
            row.born = value;
        else
            row.by_age[*ages_.place[age_member]] = value;
    }

    static const Count* unknown_in(const Counts& counts) {
        const auto unknown = std::find_if(
            counts.begin(), counts.end(), [](const Count& one) { return !one.value.has_value(); });
        return unknown == counts.end() ? nullptr : &*unknown;
    }

    std::map<int, Population> known_people() const {
        std::map<int, std::map<std::string, const Counts*>> known;
        for (const auto& [place, counts] : counts_)
            if (unknown_in(counts) == nullptr) known[place.first][place.second] = &counts;
        std::map<int, Population> people;
        for (const auto& [year, places] : known) people.emplace(year, population_of(places));
        return people;
    }

    /// Where no place at all has rates, none is singled out: the rates themselves are then missed.
    void add_people(PeopleInput& input, const PlaceRates& rates) const {
        const bool serve_some = std::any_of(labels_.begin(), labels_.end(),
            [&](const auto& place) { return !input.sums.is_sum(place.first) && rates.serve(place.first); });
        for (const auto& [place, counts] : counts_) {
            const auto& [year, code] = place;
            if (input.sums.is_sum(code)) continue;
            if (const auto* unknown = unknown_in(counts))
                input.left_out[year][code] = unknown->why;
            else if (serve_some && !rates.serve(code))
                input.left_out[year][code] = "missing";
        }
        for (const auto& [year, people] : input.known) {
            const auto& without = input.left_out[year];
            auto places = part_of(people,
                [&](const std::string& code) { return !input.sums.is_sum(code) && !without.contains(code); });
            if (places.size() > 0) input.people.emplace(year, std::move(places));
        }
    }

    static std::set<std::string> places_of(const PeopleInput& input) {
        std::set<std::string> places;
        for (const auto& [year, people] : input.people)
            places.insert(people.municipalities().begin(), people.municipalities().end());
        return places;
    }

    Population population_of(const std::map<std::string, const Counts*>& places) const {
        std::vector<std::string> codes;
        for (const auto& [code, counts] : places) codes.push_back(code);
        Population people{codes, ages_.codes.size()};
        for (std::size_t m = 0; m < codes.size(); ++m)
            for (const auto sex : regional::both_sexes)
                for (std::size_t age = 0; age < ages_.codes.size(); ++age)
                    people.of(m, sex)[age] =
                        *(*places.at(codes[m]))[static_cast<std::size_t>(sex) * ages_.codes.size() + age]
                             .value;
        return people;
    }

    const Dataset& dataset_;
    const Cut& way_;
    Ages ages_;
    std::map<std::string, std::string> labels_;
    std::map<Place, Counts> counts_;
    TypedRates rates_;
};

}  // namespace

std::string PeopleInput::label(const std::string& code) const {
    const auto found = labels.find(code);
    return found == labels.end() ? code : found->second;
}

const regional::RatesBuilder* PeopleInput::rates_known_in(int year) const {
    const auto after = rates.upper_bound(year);
    return after == rates.begin() ? nullptr : &std::prev(after)->second;
}

Result<PeopleInput> read_people(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto way =
        cut(dataset, parameters, {roles[0], roles[1], roles[2], roles[3], roles[4]}, std::string{});
    if (!way) return tl::unexpected{way.error()};
    auto ages = ages_in(dataset.dimensions[way->through[3]]);
    if (!ages) return tl::unexpected{ages.error()};
    PeopleReader reader{dataset, *way, *std::move(ages)};
    for (const auto& cell : cells) reader.read(cell);
    return reader.finished();
}

}  // namespace medskapa::app
