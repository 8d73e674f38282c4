#pragma once

#include "engine/openlog/audit/finding.hpp"
#include "engine/openlog/entry.hpp"

#include <functional>
#include <vector>

namespace medskapa::openlog {

/// One thing that must hold of a log's entries. Is shown them all once, in order, and says what it finds.
using Rule = std::function<std::vector<Finding>(std::uint64_t place, const Entry&)>;

/// The first entry, and no other, opens the log.
Rule opened_first();
/// No entry is older than the one before it.
Rule time_goes_forward();
/// `prev` names the newest earlier entry about the same object, or none when there is none.
Rule prev_is_unbroken();
/// An entry of a known type has the fields of that type, in their form.
Rule fields_are_whole();
/// Each version of a text after its first cites the inspel behind it, or gives a reason.
Rule text_versions_cite();
/// Whatever inspel were published are answered when a decision is taken in their process, or were waived
/// after they were published: then that is told.
Rule answered_before_decision();
/// When a conversation's votes are opened, they are as many as were sealed in batches, and as many of them
/// count as its frozen result says.
Rule votes_add_up();
/// Not a demand: tells what was erased, and on what ground.
Rule erasures_are_told();

std::vector<Rule> all_rules();

}  // namespace medskapa::openlog
