#pragma once

#include "engine/regional/skills/skill_relatedness.hpp"

namespace medskapa::regional {

/// Jobs in one place that ask for skills like those of one industry.
struct RelatedJobs {
    std::optional<double> share;  // of all other known jobs; none without other jobs
    double jobs = 0;              // how many
};

/// By industry, those that are related to it. O(n^2).
using RelatedIndustries = std::vector<std::vector<std::size_t>>;
RelatedIndustries related_industries(const SkillRelatedness&, double above = SkillRelatedness::related_above);

/// Row by row: places times industries, in the order of the jobs' table, whose industries are those of the
/// relatedness. Missing jobs are in no sum. O(places * n * related).
std::vector<RelatedJobs> related_jobs(const Table& jobs, const RelatedIndustries&);

/// At most five related industries with jobs in the place, most jobs first; ties: the lower code.
std::vector<std::size_t> largest_related(
    const Table& jobs, const RelatedIndustries&, std::size_t place, std::size_t industry);

}  // namespace medskapa::regional
