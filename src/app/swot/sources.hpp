#pragma once

#include "domain/statistics/analysis.hpp"
#include "domain/swot/swot.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/version.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::app {

/// What an item of a SWOT may rest on besides a figure of a run.
struct SwotSource {
    enum class Kind { dataset, inspel, issue };

    Kind kind = Kind::dataset;
    std::string reference = {};  // as it is kept: "D-4", "I-12", "I-12/2"
    int number = 0;              // of the dataset or the inspel
    int issue = 0;               // of the inspel; 0: none
    int replaced_by = 0;         // the number of the newest dataset in its place; 0: it stands
};

/// Nothing for words that name nothing that everybody can read in the process now.
std::optional<SwotSource> swot_source(sql::Connection&, Id<Process>, std::string_view typed);

/// How many things an item rests on. A run that is cited for several figures is one.
struct SwotSupport {
    std::size_t there = 0;  // can be read now
    std::size_t gone = 0;   // can be read no more
};
SwotSupport support_of(sql::Connection&, const SwotItem&);
/// What these alone would be.
SwotSupport support_of(
    sql::Connection&, Id<Process>, const std::vector<Citation>&, const std::vector<SwotEvidence>&);

/// What an item rests on and what of that is gone, as a page showed it to somebody.
sql::RowVersion version_of_support(sql::Connection&, const SwotItem&);

/// Whether anything that the item rests on can still be read: without it nothing is published.
bool has_evidence(sql::Connection&, const SwotItem&);

}  // namespace medskapa::app
