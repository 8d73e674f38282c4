#pragma once

#include "domain/swot/swot.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::app {

/// What an item of a SWOT may rest on besides a figure of a run.
struct SwotSource {
    enum class Kind { dataset, inspel, issue };

    Kind kind = Kind::dataset;
    std::string reference = {};  // as it is kept: "D-4", "I-12", "I-12/2"
    int number = 0;              // of the dataset or the inspel
    int issue = 0;               // of the inspel; 0: none
};

/// Nothing for words that name nothing that everybody can read in the process now.
std::optional<SwotSource> swot_source(sql::Connection&, Id<Process>, std::string_view typed);

/// Whether anything that the item rests on can still be read: without it nothing is published.
bool has_evidence(sql::Connection&, const SwotItem&);
/// How many things it rests on that can still be read.
std::size_t count_evidence(sql::Connection&, const SwotItem&);

}  // namespace medskapa::app
