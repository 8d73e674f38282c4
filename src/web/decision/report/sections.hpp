#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/decision/report/report.hpp"

#include <optional>
#include <string>
#include <vector>

/// The report's issues as pages: a section holds what concerns a heading of the text, or a subject.
namespace medskapa::web::decision::report {

struct Section {
    std::string key;  // code of the heading, or the subject's key; "ovrigt" for what is left
    std::string title;
    std::vector<std::string> concerns;  // what its inspel may concern, of what some do
    std::int64_t inspel = 0;            // published
};

/// Those that hold something, in the order of the text. From the kept counts.
std::vector<Section> sections_of(const Subject&);

/// Where a section goes on: after an inspel among those that concern the same.
struct SectionPlace {
    std::size_t concerns = 0;  // which of the section's
    Id<Inspel> after;
};

struct Pen;
/// Writes a page of the section as a table, and returns where the next begins.
std::optional<SectionPlace> write_part_of(Pen&, const Section&, SectionPlace);

}  // namespace medskapa::web::decision::report
