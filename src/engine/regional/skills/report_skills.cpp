#include "engine/regional/skills/report_skills.hpp"

#include "engine/regional/json_rows.hpp"
#include "engine/regional/lines.hpp"

namespace medskapa::regional {
namespace {

void write_jobs(std::ostream& out, const SkillReport& of) {
    const auto n = of.skills.size;
    const auto places = of.jobs->regions.size();
    const auto related = related_jobs(*of.jobs, *of.related);
    out << ",\n\"places\":" << json_texts(of.jobs->regions) << ",\n\"share_t025\":";
    write_json_rows(out, places, n, [&](std::size_t r, std::size_t i) { return related[r * n + i].share; });
    out << ",\n\"jobs_t025\":";
    write_json_rows(out, places, n, [&](std::size_t r, std::size_t i) { return related[r * n + i].jobs; });
}

}  // namespace

void write_skills(std::ostream& out, const SkillReport& of) {
    const auto n = of.skills.size;
    const auto matrix = [&](const char* name, const auto& cells) {
        out << ",\n\"" << name << "\":";
        write_json_rows(out, n, n, [&](std::size_t i, std::size_t j) { return cells[i * n + j]; });
    };
    out << "{\"industries\":" << json_texts(of.moves.industries);
    matrix("R", of.skills.ratio);
    matrix("D", of.skills.excess);
    matrix("S", of.skills.related);
    matrix("expected", of.skills.expected);
    out << ",\n\"few\":";
    write_json_rows(
        out, n, n, [&](std::size_t i, std::size_t j) { return static_cast<bool>(of.skills.few[i * n + j]); });
    out << ",\n\"suppressed\":" << of.moves.unknown_pairs();
    if (of.jobs != nullptr) write_jobs(out, of);
    out << "}\n";
}

void write_related_jobs(std::ostream& out, const SkillReport& of) {
    out << "place,industry,share,jobs,largest\n";
    CsvLines lines(out);
    const auto n = of.skills.size;
    const auto all = related_jobs(*of.jobs, *of.related);
    for (std::size_t r = 0; r < of.jobs->regions.size(); ++r) {
        for (std::size_t i = 0; i < n; ++i) {
            const auto& related = all[r * n + i];
            std::string largest;
            for (const auto j : largest_related(*of.jobs, *of.related, r, i))
                largest += (largest.empty() ? "" : " ") + of.moves.industries[j];
            lines.text(csv::field(of.jobs->regions[r])).text(csv::field(of.moves.industries[i]));
            lines.number(related.share).number(related.jobs).text(csv::field(largest)).end();
        }
    }
}

}  // namespace medskapa::regional
