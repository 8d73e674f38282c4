#pragma once

#include "domain/statistics/dataset.hpp"

/// Which of the places that statistics name hold others of them.
namespace medskapa {

/// `unknown`: the names could mean it, and could as well not.
enum class Inside { no, unknown, yes };

/// Whether a place lies in another and is not the same, by what they are called. The codes of Statistics
/// Sweden are known: 00 is the country, 23 a county, 2303 a municipality of it, and what a municipality's
/// code begins is a part of it. So are 0000 and 0023, as Kolada writes them, and Eurostat's "SE3" of "SE33".
/// Of all others nothing is known but that a code which begins another may be the whole of it, as "1" of
/// "12" or "Mark" of "Markaryd".
Inside lies_in(const Dataset::Member& place, const Dataset::Member& whole);

/// Whether it is the whole country: "00", "Riket".
bool is_country(const Dataset::Member&);

}  // namespace medskapa
