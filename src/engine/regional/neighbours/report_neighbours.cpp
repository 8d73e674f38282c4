#include "engine/regional/neighbours/report_neighbours.hpp"

#include "engine/regional/json_rows.hpp"
#include "engine/regional/lines.hpp"

#include <charconv>

namespace medskapa::regional {
namespace {

std::vector<std::string> names_of(
    const std::vector<std::size_t>& numbers, const std::vector<std::string>& names) {
    std::vector<std::string> all;
    for (const auto number : numbers) all.push_back(names[number]);
    return all;
}

/// A block's name; one that is a whole number as that number.
nlohmann::json block_value(const std::string& block) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(block.data(), block.data() + block.size(), number);
    const bool is_number = error == std::errc{} && end == block.data() + block.size();
    if (is_number && std::to_string(number) == block) return number;
    return block;
}

std::string telling(const RegionVariables& of, const StructuralNeighbours& all, std::size_t a, std::size_t b,
    Parting parting) {
    std::string names;
    for (const auto kept : most_telling(all.scale, a, b, parting))
        names += (names.empty() ? "" : " ") + of.variables[all.scale.kept[kept]];
    return names;
}

}  // namespace

void write_neighbours(
    std::ostream& out, const RegionVariables& of, const StructuralNeighbours& all, std::size_t k) {
    const auto n = of.regions.size();
    auto blocks = nlohmann::json::array();
    for (const auto& block : of.blocks) blocks.push_back(block_value(block));
    out << "{\"neighbours\":{\"k\":" << k << ",\n\"regions\":" << json_texts(of.regions)
        << ",\n\"variables\":" << json_texts(of.variables)
        << ",\n\"blocks\":" << blocks.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
        << ",\n\"dropped\":" << json_texts(names_of(all.scale.dropped, of.variables))
        << ",\n\"not_compared\":" << json_texts(names_of(all.not_compared, of.regions)) << ",\n\"distance\":";
    write_json_rows(out, n, n, [&](std::size_t a, std::size_t b) { return all.distance[a * n + b]; });
    out << ",\n\"nearest\":[";
    for (std::size_t r = 0; r < n; ++r) {
        out << (r > 0 ? ",\n[" : "[");
        for (std::size_t at = 0; at < all.nearest[r].size(); ++at) {
            const auto& near = all.nearest[r][at];
            out << (at > 0 ? "," : "") << '[' << json_text(of.regions[near.region]) << ','
                << fmt::format("{}", near.distance) << ']';
        }
        out << ']';
    }
    out << "]}}\n";
}

void write_parting_variables(std::ostream& out, const RegionVariables& of, const StructuralNeighbours& all) {
    out << "region,rank,neighbour,distance,least,most\n";
    CsvLines lines(out);
    for (std::size_t r = 0; r < of.regions.size(); ++r) {
        for (std::size_t at = 0; at < all.nearest[r].size(); ++at) {
            const auto& near = all.nearest[r][at];
            lines.text(csv::field(of.regions[r])).whole(static_cast<std::int64_t>(at + 1));
            lines.text(csv::field(of.regions[near.region])).number(near.distance);
            lines.text(csv::field(telling(of, all, r, near.region, Parting::least)));
            lines.text(csv::field(telling(of, all, r, near.region, Parting::most))).end();
        }
    }
}

void write_benchmarks(std::ostream& out, const RegionVariables& of, const StructuralNeighbours& all) {
    out << "region,variable,value,median,low_quartile,high_quartile,rank,of\n";
    CsvLines lines(out);
    for (std::size_t r = 0; r < of.regions.size(); ++r) {
        for (std::size_t v = 0; v < of.variables.size(); ++v) {
            const auto found = benchmark(of, all, r, v);
            lines.text(csv::field(of.regions[r])).text(csv::field(of.variables[v]));
            lines.number(found.value).number(found.median);
            lines.number(found.low_quartile).number(found.high_quartile);
            if (found.rank) {
                lines.whole(static_cast<std::int64_t>(*found.rank));
            } else {
                lines.empty();
            }
            lines.whole(static_cast<std::int64_t>(found.of)).end();
        }
    }
}

}  // namespace medskapa::regional
