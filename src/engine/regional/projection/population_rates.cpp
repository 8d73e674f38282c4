#include "engine/regional/projection/population_rates.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {
namespace {

/// A complaint of one value: line, column, rate, sex and municipality fill its first holes.
Complaint about(const RateRow& row, std::optional<std::size_t> age, const char* sentence, Holes more = {}) {
    Holes holes{std::to_string(row.line), age ? std::to_string(*age) : std::string{"born"}, name_of(row.rate),
        name_of(row.sex), row.municipality};
    holes.insert(holes.end(), more.begin(), more.end());
    return {"rates", sentence, std::move(holes)};
}

std::vector<double> numbers(const RateRow& row) {
    std::vector<double> all;
    all.reserve(row.by_age.size());
    for (const auto& value : row.by_age) all.push_back(value.value_or(0));
    return all;
}

bool is_people(Rate rate) {
    return rate == Rate::moving_in || rate == Rate::net_moving;
}

}  // namespace

std::optional<Complaint> rate_fault(const RateRow& row, std::optional<std::size_t> age) {
    const auto& value = age ? row.by_age[*age] : row.born;
    if (!value) {
        return about(row, age,
            N_("Line {}, column {}: {} of {} of this age in {} is missing. Give it: what is missing is never "
               "counted as 0."));
    }
    const auto number = fmt::format("{}", *value);
    const bool is_absurd = !std::isfinite(*value) || std::abs(*value) > most_people;
    if (is_absurd) {
        return about(row, age,
            N_("Line {}, column {}: {} of {} of this age in {} is {}. Give a number up to 10 000 million."),
            {number});
    }
    if (row.rate == Rate::fertility && (*value < 0 || (age == 0U && *value > 0))) {
        return about(row, age,
            N_("Line {}, column {}: {} of {} of this age in {} is {}. Give births a woman: 0 or more, and 0 "
               "at age 0."),
            {number});
    }
    if (is_people(row.rate) || row.rate == Rate::fertility || (*value >= 0 && *value <= 1))
        return std::nullopt;
    return about(row, age,
        N_("Line {}, column {}: {} of {} of this age in {} is {}. Give a share from 0 to 1."), {number});
}

std::optional<Complaint> RatesBuilder::add(RateRow row) {
    if (row.rate != Rate::fertility) {
        if (auto fault = rate_fault(row, std::nullopt)) return fault;
    }
    for (std::size_t age = 0; age < row.by_age.size(); ++age) {
        if (is_people(row.rate) && age == 0) continue;  // they are `born`
        if (auto fault = rate_fault(row, age)) return fault;
    }
    Key key{row.municipality, row.rate, row.sex};
    if (rows_.contains(key)) {
        return Complaint{"rates", N_("Line {}: {} of {} in {} stands twice. Keep one of the rows."),
            {std::to_string(row.line), name_of(row.rate), name_of(row.sex), row.municipality}};
    }
    rows_.emplace(std::move(key), std::move(row));
    return std::nullopt;
}

const RateRow* RatesBuilder::row(const std::string& municipality, Rate rate, Sex sex) const {
    for (const auto& code : {municipality, std::string{every_municipality}}) {
        const auto found = rows_.find(Key{code, rate, sex});
        if (found != rows_.end()) return &found->second;
    }
    return nullptr;
}

Result<const RateRow*> RatesBuilder::needed(
    const Population& people, std::size_t municipality, Rate rate, Sex sex) const {
    const auto& code = people.municipalities()[municipality];
    const auto* found = row(code, rate, sex);
    if (found == nullptr) {
        return refuse(Failure::Kind::invalid,
            {{"rates", N_("No row gives {} of {} in {}. Add it: what is missing is never counted as 0."),
                {name_of(rate), name_of(sex), code}}});
    }
    if (found->by_age.size() != people.ages()) {
        return refuse(Failure::Kind::invalid,
            {{"rates", N_("The rates have {} ages, but the people have {}. Give the same ages in both."),
                {found->by_age.size(), people.ages()}}});
    }
    return found;
}

std::optional<Failure> RatesBuilder::add_moves(
    SexRates& rates, const Population& people, std::size_t municipality, Sex sex) const {
    const auto& code = people.municipalities()[municipality];
    const bool is_net = row(code, Rate::moving_out, sex) == nullptr && row(code, Rate::net_moving, sex);
    const auto in = needed(people, municipality, is_net ? Rate::net_moving : Rate::moving_in, sex);
    if (!in) return in.error();
    rates.move_in = numbers(**in);
    rates.move_in[0] = *(*in)->born;
    rates.moves_out.assign(people.ages(), 0.0);
    if (is_net) return std::nullopt;

    const auto out = needed(people, municipality, Rate::moving_out, sex);
    if (!out) return out.error();
    rates.moves_out = numbers(**out);
    rates.born_moves_out = *(*out)->born;
    const auto moves = [](double share) { return share > 0; };
    const bool some_leave =
        rates.born_moves_out > 0 || std::any_of(rates.moves_out.begin(), rates.moves_out.end(), moves);
    const auto below =
        std::find_if(rates.move_in.begin(), rates.move_in.end(), [](double number) { return number < 0; });
    if (!some_leave || below == rates.move_in.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(below - rates.move_in.begin());
    const auto age = at > 0 ? std::optional{at} : std::nullopt;
    return Failure{Failure::Kind::invalid,
        {about(**in, age,
            N_("Line {}, column {}: {} of {} of this age in {} is {}. Give 0 or more, or net moving with "
               "nobody moving out."),
            {fmt::format("{}", *below)})}};
}

Result<SexRates> RatesBuilder::of_sex(const Population& people, std::size_t municipality, Sex sex) const {
    SexRates rates;
    const auto deaths = needed(people, municipality, Rate::death_risk, sex);
    if (!deaths) return tl::unexpected{deaths.error()};
    rates.dies = numbers(**deaths);
    rates.born_dies = *(*deaths)->born;
    if (auto failure = add_moves(rates, people, municipality, sex))
        return tl::unexpected{std::move(*failure)};
    return rates;
}

Result<PopulationRates> RatesBuilder::finish(const Population& people) const {
    PopulationRates all(people.size());
    for (std::size_t m = 0; m < people.size(); ++m) {
        const auto fertility = needed(people, m, Rate::fertility, Sex::women);
        if (!fertility) return tl::unexpected{fertility.error()};
        all[m].fertility = numbers(**fertility);
        for (const auto sex : both_sexes) {
            auto rates = of_sex(people, m, sex);
            if (!rates) return tl::unexpected{rates.error()};
            all[m].of(sex) = std::move(*rates);
        }
    }
    return all;
}

}  // namespace medskapa::regional
