#include "engine/regional/change/report_change.hpp"

#include "base/csv/write.hpp"
#include "engine/regional/read/amount.hpp"

#include <ostream>

namespace medskapa::regional {
namespace {

using read::number_text;

constexpr std::size_t reasons_given = 3;

void write_shift(std::ostream& out, const Shift& shift) {
    if (shift.kind == Shift::Kind::missing) {
        out << ",,,,,missing\n";
        return;
    }
    for (const double part : {shift.change, shift.national, shift.mix, shift.regional, shift.allocation})
        out << number_text(part) << ',';
    out << (shift.kind == Shift::Kind::new_industry ? "new industry" : "") << '\n';
}

void write_deciles(std::ostream& out, const char* kind, const std::vector<DensityDecile>& deciles) {
    for (std::size_t k = 0; k < deciles.size(); ++k) {
        const auto& [lowest, highest, cells, changed] = deciles[k];
        out << kind << ',' << k + 1 << ',' << number_text(lowest) << ',' << number_text(highest) << ','
            << cells << ',' << changed << ',' << number_text(deciles[k].rate()) << '\n';
    }
}

const char* name_of(Quadrant quadrant) {
    switch (quadrant) {
        case Quadrant::high_road: return "high road";
        case Quadrant::casino: return "casino";
        case Quadrant::slow_road: return "slow road";
        case Quadrant::dead_end: return "dead end";
    }
    return "";
}

}  // namespace

void write_shift_share(std::ostream& out, const ShiftShare& of) {
    out << "region,industry,change,national,mix,regional,allocation,flag\n";
    for (std::size_t r = 0; r < of.regions.size(); ++r) {
        for (std::size_t i = 0; i < of.industries.size(); ++i) {
            out << csv::field(of.regions[r]) << ',' << csv::field(of.industries[i]) << ',';
            write_shift(out, of.at(r, i));
        }
    }
}

void write_entry_exit(std::ostream& out, const EntryExit& of) {
    out << "kind,decile,density_low,density_high,cells,changed,rate\n";
    write_deciles(out, "entry", of.entries);
    write_deciles(out, "exit", of.exits);
}

void write_opportunities(
    std::ostream& out, const Analysis& of, OwnProximity own, std::size_t region, double weight) {
    out << "industry,density,pci,opportunity_gain,quadrant,score,because\n";
    const auto related = proximities(of.counts, own);
    for (const auto& one : opportunities(of, region, weight)) {
        std::string because;
        for (const auto& [industry, strength] :
            contributors(of.present, related, region, one.industry, reasons_given)) {
            because +=
                (because.empty() ? "" : "; ") + of.table.industries[industry] + " " + number_text(strength);
        }
        out << csv::field(of.table.industries[one.industry]) << ',' << number_text(one.density) << ','
            << number_text(one.complexity) << ',' << number_text(one.gain) << ',' << name_of(one.quadrant)
            << ',' << number_text(one.score) << ',' << csv::field(because) << '\n';
    }
}

}  // namespace medskapa::regional
