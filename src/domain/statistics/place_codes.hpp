#pragma once

#include <string>

/// Which of the places that statistics name hold others of them.
namespace medskapa {

/// A place as Statistics Sweden knows it; `county` is none for what is no place of theirs.
struct SwedishPlace {
    std::string county = {};
    std::string municipality = {};  // none: it is the county
    std::string part = {};          // of a municipality; none: it is all of it
};

/// A place by its code and its name, with what they say of it.
struct NamedPlace {
    NamedPlace(std::string code, const std::string& label);

    std::string code;
    SwedishPlace swedish;
    bool is_country;        // "00", "Riket"
    bool is_nuts;           // Eurostat's, of Sweden: "SE3", "SE33", "SE332"
    bool is_foreign;        // another country's, or a place of it: "NO", "FI1"
    bool is_called_county;  // "Jämtlands län"
};

/// `unknown`: the names could mean it, and could as well not.
enum class Inside { no, unknown, yes };

/// Whether a place lies in another and is not the same, by what they are called. The codes of Statistics
/// Sweden are known: 00 is the country, 23 a county, 2303 a municipality of it, and what a municipality's
/// code begins is a part of it. So are 0000 and 0023, as Kolada writes them, and Eurostat's "SE3" of "SE33".
/// Of all others nothing is known but that a code which begins another may be the whole of it, as "1" of
/// "12" or "Mark" of "Markaryd".
Inside lies_in(const NamedPlace& place, const NamedPlace& whole);

}  // namespace medskapa
