#pragma once

#include "app/act/act.hpp"
#include "domain/correction/correction.hpp"

/// What all verbs that correct have in common, in whatever room they are. For them alone.
namespace medskapa::app {

/// What is corrected: its kind, its row, and its public name.
struct Corrected {
    Correction::Kind kind = Correction::Kind::decision;
    std::int64_t thing = 0;
    std::string object = {};
};

/// Keeps the corrections of one thing, each with its entry in the log, which commits to both readings. One
/// that is withheld takes what stood out of the corrections before it too, with the salts of their entries.
std::vector<Correction> keep_corrections(const Act&, const Corrected&, std::vector<Correction>);

}  // namespace medskapa::app
