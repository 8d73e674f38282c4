#include "engine/regional/skills/related_jobs.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

constexpr std::size_t named_industries = 5;

/// Jobs by industry, then by place: then a sum over industries runs over all places at once.
std::vector<double> turned(const Table& jobs) {
    const auto n = jobs.industries.size();
    const auto places = jobs.regions.size();
    std::vector<double> all(n * places);
    for (std::size_t r = 0; r < places; ++r) {
        for (std::size_t i = 0; i < n; ++i) all[i * places + r] = jobs.at(r, i);
    }
    return all;
}

}  // namespace

RelatedIndustries related_industries(const SkillRelatedness& skills, double above) {
    RelatedIndustries all(skills.size);
    for (std::size_t i = 0; i < skills.size; ++i) {
        for (std::size_t j = 0; j < skills.size; ++j) {
            if (skills.is_related(i, j, above)) all[i].push_back(j);
        }
    }
    return all;
}

std::vector<RelatedJobs> related_jobs(const Table& jobs, const RelatedIndustries& related) {
    const auto n = jobs.industries.size();
    const auto places = jobs.regions.size();
    const auto by_industry = turned(jobs);
    const auto every = totals(jobs).region;
    std::vector<RelatedJobs> all(places * n);
    std::vector<double> near(places);
    for (std::size_t i = 0; i < n; ++i) {
        std::fill(near.begin(), near.end(), 0.0);
        for (const auto j : related[i]) {
            const auto* of = by_industry.data() + j * places;
            for (std::size_t r = 0; r < places; ++r) near[r] += of[r];
        }
        for (std::size_t r = 0; r < places; ++r) {
            auto& here = all[r * n + i];
            here.jobs = near[r];
            const double others = every[r] - jobs.at(r, i);
            if (others > 0) here.share = near[r] / others;
        }
    }
    return all;
}

std::vector<std::size_t> largest_related(
    const Table& jobs, const RelatedIndustries& related, std::size_t place, std::size_t industry) {
    std::vector<std::size_t> with_jobs;
    for (const auto j : related[industry]) {
        if (jobs.at(place, j) > 0) with_jobs.push_back(j);
    }
    const auto count = std::min(named_industries, with_jobs.size());
    std::partial_sort(with_jobs.begin(), with_jobs.begin() + static_cast<std::ptrdiff_t>(count),
        with_jobs.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(-jobs.at(place, a), a) < std::pair(-jobs.at(place, b), b);
        });
    with_jobs.resize(count);
    return with_jobs;
}

}  // namespace medskapa::regional
