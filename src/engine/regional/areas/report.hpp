#pragma once

#include "engine/regional/areas/self_containment.hpp"

#include <functional>
#include <iosfwd>

namespace medskapa::regional {

/// Turns a reason into a sentence of the reader's language.
using Say = std::function<std::string(const Complaint&)>;

/// CSV: municipality,area,centre,out_share,largest_share,largest_to,reason. An area is named by its centre.
void write_division(std::ostream&, const Flows&, const Division&, const Say&);

/// CSV: area,places,residents,jobs,own,supply_containment,demand_containment,net_commuting.
void write_balances(std::ostream&, const Flows&, const std::vector<AreaBalance>&);

/// CSV: municipality,limit,value,area_now,area_then.
void write_moves(std::ostream&, const Flows&, const Division& now, const std::vector<Move>&);

}  // namespace medskapa::regional
