#pragma once

#include "engine/openlog/audit/finding.hpp"
#include "engine/openlog/vocabulary.hpp"

#include <functional>
#include <vector>

namespace medskapa::openlog {

/// An entry of a log that is read from its beginning.
struct PlacedEntry {
    std::uint64_t place = 0;
    const Entry& entry;
    std::optional<EntryType> type;  // none: not in the vocabulary, and nothing is demanded of its fields
};

/// One thing that must hold of a log's entries. Is shown them all once, in order, and returns what it finds.
using Rule = std::function<std::vector<Finding>(const PlacedEntry&)>;

/// The first entry, and no other, opens the log.
Rule opened_first();
/// No entry is older than the one before it.
Rule time_goes_forward();
/// `prev` names the newest earlier entry about the same object, or none when there is none.
Rule prev_is_unbroken();
/// An entry holds the fields that its type demands, in their form.
Rule fields_are_whole();
/// Each change of a text after its first version cites the inspel behind it, or gives a reason.
Rule text_changes_cite();
/// Whatever inspel were published are answered when a decision is taken in their process, or were waived
/// after they were published: then that is a remark.
Rule answered_before_decision();
/// When a conversation's votes are opened, they are as many as were committed in batches, and as many of them
/// count as its frozen result says.
Rule votes_add_up();
/// Not a demand: a remark for each erasure, with its ground.
Rule erasures_are_remarked();

std::vector<Rule> all_rules();

}  // namespace medskapa::openlog
