#pragma once

#include "base/csv/table.hpp"
#include "base/time.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/site/description.hpp"

#include <string>
#include <vector>

namespace medskapa::demo {

/// The demo's files, read: data/demo/README.md says what each holds.
struct DemoContent {
    std::string folder;  // "" for the finished process, "review/" for the living one
    Instant day_zero;
    const Clock& clock;

    std::vector<csv::Row> rows(const std::string& file) const;
    /// A file that both processes share, whole.
    static std::string text(const std::string& file);
    /// "2019-05-06", or "-57d" counted from day zero. Nothing for an empty cell.
    std::optional<Day> day(const std::string& cell) const;
    /// The same with a time of day; without one it is nine in the morning.
    LocalTime moment(const std::string& cell) const;
};

/// What the invented region says of the site: site.csv.
SiteDescription site_description();
Process process_of(const DemoContent&);
InspelChoices choices_of(const DemoContent&);
Localized words(const csv::Row&, const std::string& column);
/// The words with each "{-60d}" as that day is written in their language: "30 september 2026".
Localized with_days(Localized, const DemoContent&);

}  // namespace medskapa::demo
