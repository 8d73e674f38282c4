#pragma once

#include "engine/regional/table.hpp"

#include <map>
#include <string>

namespace medskapa::app {

/// The table without the industries that are sums of others in it, each with a warning: all of them together,
/// by its name ("Totalt"); a section of SNI ("C") beside its divisions ("10"); and a code that begins others
/// ("01" of "011") where the numbers say so too. What such a one has beyond its parts is then counted
/// nowhere. O(cells). `labels`: by code.
regional::Table without_industry_sums(regional::Table, const std::map<std::string, std::string>& labels);

}  // namespace medskapa::app
