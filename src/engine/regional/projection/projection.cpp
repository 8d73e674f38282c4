#include "engine/regional/projection/projection.hpp"

#include "engine/regional/projection/assumed_rates.hpp"

#include <cmath>

namespace medskapa::regional {
namespace {

constexpr double notable_adjustment = 0.01;  // of all people

/// 105 boys are born to 100 girls.
constexpr double share_of_born(Sex sex) {
    return (sex == Sex::men ? 105.0 : 100.0) / 205.0;
}

/// Municipalities' years, one after the other: from the people at a year's start to those at its end.
class YearOfLife {
public:
    explicit YearOfLife(std::size_t ages) : died_(ages), left_(ages), stayed_(ages) {}

    /// `risk` is what is left of the risks of dying.
    PopulationEvents live(const Population& before, std::size_t m, const AssumedMunicipality& rates,
        double risk, Population& after) {
        PopulationEvents events;
        for (const auto sex : both_sexes)
            age(rates.of(sex), risk, before.of(m, sex), after.of(m, sex), events);
        events.births = births(rates, before.of(m, Sex::women), after.of(m, Sex::women));
        for (const auto sex : both_sexes) {
            const auto people = after.of(m, sex);
            add_born(rates.of(sex), events.births * share_of_born(sex), risk, people, events);
            if (rates.women.is_net || rates.men.is_net) raise_to_zero(people, events);
        }
        return events;
    }

private:
    /// Those who were there at the start, a year older, and those who moved in; none of age 0.
    void age(const AssumedRates& rates, double risk, std::span<const double> before, std::span<double> after,
        PopulationEvents& events) {
        const auto last = static_cast<Eigen::Index>(before.size()) - 1;
        const auto people = as_array(before);
        died_ = people * rates.dies * risk;
        left_ = (people - died_) * rates.moves_out;
        stayed_ = people - died_ - left_;
        auto now = as_array(after);
        now[0] = 0;
        now.tail(last) = stayed_.head(last);
        now[last] += stayed_[last];
        now.tail(last) += rates.move_in.tail(last);
        events.deaths += sum({died_.data(), before.size()});
        events.out += sum({left_.data(), before.size()});
        events.in += rates.in;
    }

    /// By the mean of the women at the start and at the end, before anybody is born.
    static double births(const AssumedMunicipality& rates, std::span<const double> women_before,
        std::span<const double> women_after) {
        double births = 0;
        for (std::size_t k = 0; k < rates.fertility.size(); ++k) {
            const auto age = rates.first_fertile + k;
            births += rates.fertility[k] * (women_before[age] + women_after[age]) / 2;
        }
        return births;
    }

    static void add_born(const AssumedRates& rates, double born, double risk, std::span<double> after,
        PopulationEvents& events) {
        const double died = born * rates.born_dies * risk;
        const double left = (born - died) * rates.born_moves_out;
        after[0] = born - died - left + rates.move_in[0];
        events.deaths += died;
        events.out += left;
    }

    static void raise_to_zero(std::span<double> after, PopulationEvents& events) {
        for (auto& people : after) {
            if (people >= 0) continue;
            events.raised -= people;
            people = 0;
        }
    }

    Ages died_;
    Ages left_;
    Ages stayed_;
};

std::vector<double> totals_of(const Population& people) {
    std::vector<double> totals;
    for (std::size_t m = 0; m < people.size(); ++m) totals.push_back(people.total(m));
    return totals;
}

void hold_to(const CountyFigures& county, std::size_t year, Population& people,
    std::vector<PopulationEvents>& events) {
    const auto added = county.scale(people, year);
    for (std::size_t m = 0; m < added.size(); ++m) events[m].adjusted = added[m];
}

/// What a reader must know of the years.
class Remarks {
public:
    void see(std::size_t year, const Population& people, const std::vector<PopulationEvents>& events) {
        double adjusted = 0;
        for (const auto& of : events) {
            adjusted += std::abs(of.adjusted);
            raised_ += of.raised;
        }
        if (adjusted > 0 && adjusted > notable_adjustment * people.total()) adjusted_years_.push_back(year);
    }

    std::vector<Warning> warnings() const {
        std::vector<Warning> all;
        if (!adjusted_years_.empty()) {
            all.push_back({"county",
                N_("The county's figures and these rates do not describe the same future: they differ by "
                   "more "
                   "than 1 % of the people, first in year {}. So do as many years in all: {}."),
                {adjusted_years_.front(), adjusted_years_.size()}});
        }
        if (raised_ > 0) {
            all.push_back({"raised", N_("Net moving left ages below 0; counting them as 0 added {} people."),
                {Decimal{raised_, 1}}});
        }
        return all;
    }

private:
    std::vector<std::size_t> adjusted_years_;
    double raised_ = 0;
};

}  // namespace

Assumptions assumptions_of(Scenario scenario) {
    switch (scenario) {
        case Scenario::low: return {0.9, 0.005, 0.8};
        case Scenario::high: return {1.1, 0.015, 1.2};
        case Scenario::no_moving: return {1, 0.010, 1, Assumptions::Moving::none};
        case Scenario::main: break;
    }
    return {};
}

Projection project(
    const Population& start, const PopulationRates& rates, const ProjectionPlan& plan, const EachYear& each) {
    Projection projection{{totals_of(start)}, {}, start, {}};
    const auto assumed = assumed_rates(rates, plan.assumptions);
    YearOfLife life(start.ages());
    auto& now = projection.last;
    Population next = start;
    Remarks remarks;
    if (each) each(0, now);
    for (std::size_t year = 1; year <= plan.years; ++year) {
        const double risk = std::pow(1 - plan.assumptions.death_decline, static_cast<double>(year));
        auto& events = projection.events.emplace_back(start.size());
        for (std::size_t m = 0; m < start.size(); ++m) events[m] = life.live(now, m, assumed[m], risk, next);
        std::swap(now, next);
        if (plan.county != nullptr) hold_to(*plan.county, year, now, events);
        remarks.see(year, now, events);
        projection.totals.push_back(totals_of(now));
        if (each) each(year, now);
    }
    projection.warnings = remarks.warnings();
    return projection;
}

}  // namespace medskapa::regional
