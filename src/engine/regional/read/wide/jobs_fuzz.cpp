#include "engine/regional/read/wide/jobs.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto jobs = read::read_jobs(bytes);
    if (!jobs) {
        must(!jobs.error().complaints.empty());
        return;
    }
    must(jobs->values.size() == jobs->regions.size() * jobs->industries.size());
    must(jobs->missing.size() == jobs->values.size());
    for (const double value : jobs->values) must(value >= 0);
}
