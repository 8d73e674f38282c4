#pragma once

#include "engine/regional/skills/related_jobs.hpp"

#include <iosfwd>

namespace medskapa::regional {

/// What is written of skill relatedness; jobs and those related to them where jobs were given.
struct SkillReport {
    const IndustryMoves& moves;
    const SkillRelatedness& skills;
    const Table* jobs = nullptr;
    const RelatedIndustries* related = nullptr;
};

/// JSON: `industries` and, row by row in their order, `R`, `D`, `S`, `expected`, `few`; `suppressed`, how
/// many pairs are unknown; with jobs `places` and, a row each, `share_t025` and `jobs_t025`. null is
/// undefined.
void write_skills(std::ostream&, const SkillReport&);

/// CSV: `place,industry,share,jobs,largest`: codes of the largest related industries with blanks between.
void write_related_jobs(std::ostream&, const SkillReport&);

}  // namespace medskapa::regional
