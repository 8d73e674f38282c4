#pragma once

#include "domain/statistics/dataset.hpp"

namespace medskapa {

/// Says of each cell whether it is shown. One that counts fewer than five people is `few`. Where a sum that
/// is in the dataset too would give such a number away, the next smallest of the sum's parts is hidden with
/// it, and all that are hidden in that sum are `withheld` alike. A sum is a member whose number is that of
/// all the others of its dimension, of those that stand under no other, or of those right under it: whose
/// codes begin with its own, as a county's municipalities. Does nothing to a dataset whose small numbers may
/// be shown. O(cells * dimensions), a few times over. See docs/adr/0020-hidden-numbers.md.
void mark_hidden(const Dataset&, std::vector<Dataset::Cell>&);

}  // namespace medskapa
