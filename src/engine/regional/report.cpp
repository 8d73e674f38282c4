#include "engine/regional/report.hpp"

#include "base/csv/write.hpp"
#include "engine/regional/read/amount.hpp"

#include <ostream>

namespace medskapa::regional {
namespace {

using read::number_text;

void write_row(std::ostream& out, const std::vector<std::string>& fields) {
    for (std::size_t k = 0; k < fields.size(); ++k) out << (k > 0 ? "," : "") << fields[k];
    out << '\n';
}

template <class Member>
std::string member_text(const std::optional<Specialisation>& cell, Member member) {
    return cell ? number_text((*cell).*member) : std::string{};
}

/// Only what is missing in the region and has a place in the network of complexity can be gained.
std::optional<double> gain(const Analysis& of, std::size_t r, std::size_t i) {
    if (of.table.is_missing(r, i) || !of.scores.industries[i] || of.sums.region[r] <= 0) return std::nullopt;
    return of.possibilities.gains[r * of.table.industries.size() + i];
}

Fact known(std::optional<double> value) {
    return value ? Fact{*value} : Fact{};
}

Fact count(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

}  // namespace

void write_cells(std::ostream& out, const Analysis& of) {
    out << "region,industry,value,lq,rsca,present,ci_low,ci_high,density,distance,opportunity_gain\n";
    for (std::size_t r = 0; r < of.table.regions.size(); ++r) {
        for (std::size_t i = 0; i < of.table.industries.size(); ++i) {
            const auto cell = specialisation(of.table, of.sums, r, i);
            const auto density = of.sums.region[r] > 0 ? of.densities.at(r, i) : std::nullopt;
            write_row(out,
                {csv::field(of.table.regions[r]), csv::field(of.table.industries[i]),
                    of.table.is_missing(r, i) ? "" : number_text(of.table.at(r, i)),
                    member_text(cell, &Specialisation::quotient),
                    member_text(cell, &Specialisation::symmetric),
                    cell ? (of.present.has(r, i) ? "1" : "0") : "", member_text(cell, &Specialisation::low),
                    member_text(cell, &Specialisation::high), number_text(density),
                    density ? number_text(1 - *density) : "", number_text(gain(of, r, i))});
        }
    }
}

void write_regions(std::ostream& out, const Analysis& of, const Grouping& groups) {
    out << "region,total,diversity,krugman,hachman,hhi,entropy,related_variety,unrelated_variety,eci,fitness,"
           "opportunity_index\n";
    for (std::size_t r = 0; r < of.table.regions.size(); ++r) {
        const auto shape = profile(of.table, of.sums, r, groups);
        write_row(out, {csv::field(of.table.regions[r]), number_text(of.sums.region[r]),
                           std::to_string(of.present.diversity()[r]), number_text(shape.krugman),
                           number_text(shape.hachman), number_text(shape.concentration),
                           number_text(shape.entropy), number_text(shape.related_variety),
                           number_text(shape.unrelated_variety), number_text(of.scores.regions[r]),
                           number_text(of.strength.regions[r]), number_text(of.possibilities.index[r])});
    }
}

void write_industries(std::ostream& out, const Analysis& of) {
    out << "industry,total,ubiquity,pci,complexity\n";
    for (std::size_t i = 0; i < of.table.industries.size(); ++i) {
        write_row(out, {csv::field(of.table.industries[i]), number_text(of.sums.industry[i]),
                           std::to_string(of.present.ubiquity()[i]), number_text(of.scores.industries[i]),
                           number_text(of.strength.industries[i])});
    }
}

void write_proximities(
    std::ostream& out, const CoOccurrence& counts, const std::vector<std::string>& industries) {
    out << "industry_a,industry_b,proximity,association,cosine,jaccard,probability\n";
    for (std::size_t a = 0; a < industries.size(); ++a) {
        for (std::size_t b = a + 1; b < industries.size(); ++b) {
            write_row(out,
                {csv::field(industries[a]), csv::field(industries[b]), number_text(counts.proximity(a, b)),
                    number_text(counts.association(a, b)), number_text(counts.cosine(a, b)),
                    number_text(counts.jaccard(a, b)), number_text(counts.probability(a, b))});
        }
    }
}

Run run_of(const Analysis& of, const Settings& settings, std::vector<Input> inputs) {
    return {"regional analyse", std::move(inputs),
        {{"threshold", settings.threshold},
            {"density", settings.own == OwnProximity::counts ? "hidalgo" : "noself"},
            {"fitness_updates",
                settings.fitness_updates ? count(*settings.fitness_updates) : Fact{"until converged"}},
            {"groups", !settings.group_of_industry.empty()}},
        {{"regions", count(of.table.regions.size())}, {"industries", count(of.table.industries.size())},
            {"missing_cells", count(of.table.missing_cells())},
            {"second_eigenvalue", known(of.scores.second_eigenvalue)},
            {"eigenvalue_gap", known(of.scores.gap)}, {"connected_parts", count(of.scores.connected_parts)},
            {"fitness_updates_made", count(of.strength.updates)}},
        of.warnings};
}

}  // namespace medskapa::regional
