#pragma once

#include "domain/statistics/analysis.hpp"

#include <vector>

namespace medskapa::app {

/// An industry that a region does not have enough of, with its score by somebody's own weights.
struct WeighedOpportunity {
    const AnalysisResult::Row* row = nullptr;
    double score = 0;
};

/// The rows of opportunities_of(), the highest score first. `nearness`: from 0 to 1, how much being related
/// counts; the rest counts how complex the industry is. Both are put on the same scale first (standard
/// deviations from the mean). The result must outlive them.
std::vector<WeighedOpportunity> opportunities_weighed(const AnalysisResult&, double nearness);

}  // namespace medskapa::app
