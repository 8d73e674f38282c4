#include "engine/regional/report.hpp"

#include "engine/regional/lines.hpp"

namespace medskapa::regional {
namespace {

/// Codes as they stand in a row, quoted once for all the rows.
std::vector<std::string> fields_of(const std::vector<std::string>& codes) {
    std::vector<std::string> fields;
    for (const auto& code : codes) fields.push_back(csv::field(code));
    return fields;
}

std::optional<double> number_of(
    const std::optional<Specialisation>& cell, std::optional<double> Specialisation::*member) {
    return cell ? (*cell).*member : std::nullopt;
}

std::optional<double> number_of(const std::optional<Specialisation>& cell, double Specialisation::*member) {
    return cell ? std::optional{(*cell).*member} : std::nullopt;
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

void write_specialisation(CsvLines& lines, const std::optional<Specialisation>& cell, bool is_present) {
    lines.number(number_of(cell, &Specialisation::quotient));
    lines.number(number_of(cell, &Specialisation::symmetric));
    lines.text(cell ? (is_present ? "1" : "0") : "");
    lines.number(number_of(cell, &Specialisation::low));
    lines.number(number_of(cell, &Specialisation::high));
}

void write_cells(std::ostream& out, const Analysis& of) {
    out << "region,industry,value,lq,rsca,present,ci_low,ci_high,density,distance,opportunity_gain\n";
    CsvLines lines(out);
    const auto regions = fields_of(of.table.regions);
    const auto industries = fields_of(of.table.industries);
    for (std::size_t r = 0; r < regions.size(); ++r) {
        for (std::size_t i = 0; i < industries.size(); ++i) {
            const auto cell = specialisation(of.table, of.sums, r, i);
            const auto density = of.sums.region[r] > 0 ? of.densities.at(r, i) : std::nullopt;
            lines.text(regions[r]).text(industries[i]);
            lines.number(of.table.is_missing(r, i) ? std::nullopt : std::optional{of.table.at(r, i)});
            write_specialisation(lines, cell, of.present.has(r, i));
            lines.number(density).number(density ? std::optional{1 - *density} : std::nullopt);
            lines.number(gain(of, r, i)).end();
        }
    }
}

void write_regions(std::ostream& out, const Analysis& of, const Grouping& groups) {
    out << "region,total,diversity,krugman,hachman,hhi,entropy,related_variety,unrelated_variety,eci,fitness,"
           "opportunity_index\n";
    CsvLines lines(out);
    for (std::size_t r = 0; r < of.table.regions.size(); ++r) {
        const auto shape = profile(of.table, of.sums, r, groups);
        lines.text(csv::field(of.table.regions[r])).number(of.sums.region[r]);
        lines.whole(static_cast<std::int64_t>(of.present.diversity()[r])).number(shape.krugman);
        lines.number(shape.hachman).number(shape.concentration).number(shape.entropy);
        lines.number(shape.related_variety).number(shape.unrelated_variety).number(of.scores.regions[r]);
        lines.number(of.strength.regions[r]).number(of.possibilities.index[r]).end();
    }
}

void write_industries(std::ostream& out, const Analysis& of) {
    out << "industry,total,ubiquity,pci,complexity\n";
    CsvLines lines(out);
    for (std::size_t i = 0; i < of.table.industries.size(); ++i) {
        lines.text(csv::field(of.table.industries[i])).number(of.sums.industry[i]);
        lines.whole(static_cast<std::int64_t>(of.present.ubiquity()[i])).number(of.scores.industries[i]);
        lines.number(of.strength.industries[i]).end();
    }
}

void write_proximities(
    std::ostream& out, const CoOccurrence& counts, const std::vector<std::string>& industries) {
    out << "industry_a,industry_b,proximity,association,cosine,jaccard,probability\n";
    CsvLines lines(out);
    const auto fields = fields_of(industries);
    for (std::size_t a = 0; a < fields.size(); ++a) {
        for (std::size_t b = a + 1; b < fields.size(); ++b) {
            lines.text(fields[a]).text(fields[b]).number(counts.proximity(a, b));
            lines.number(counts.association(a, b)).number(counts.cosine(a, b));
            lines.number(counts.jaccard(a, b)).number(counts.probability(a, b)).end();
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
