#pragma once

#include "domain/statistics/dataset.hpp"
#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/statistic.hpp"

/// What others have published and the readers of the regional engine have read, as this site keeps it.
namespace medskapa::app {

/// Who published a file, under which licence, and which file it was.
struct Provenance {
    std::string title;  // empty: the one that the file has
    std::string source;
    std::string licence;
    std::string digest;  // SHA-256, hexadecimal
};

/// The dataset without its cells; its title is empty when neither names one.
Dataset dataset_of(const regional::read::Statistic&, const Provenance&);
std::vector<Dataset::Cell> cells_of(const regional::read::Statistic&);

RegionMap map_of(RegionMap::Level, const Provenance&);
std::vector<RegionMap::Area> areas_of(const std::vector<regional::read::Area>&);

}  // namespace medskapa::app
