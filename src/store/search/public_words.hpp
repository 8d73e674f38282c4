#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/search/wanted.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

/// An issue of a published inspel whose words fit, with its answer where that is published. The other issues
/// with the same answer are only counted.
struct FoundIssue {
    int inspel = 0;        // its number
    int position = 0;      // of the issue in it
    std::string language;  // of the inspel
    std::string title;
    std::string quote;
    std::optional<Outcome> outcome;  // none: it has no published answer
    std::string answer;
    std::optional<Instant> answered_at;
    int others = 0;
};
/// The newest first, of at most `looked_at` that may fit.
std::vector<FoundIssue> issues_with(sql::Connection&, Id<Process>, const Wanted&, int looked_at);

/// Other words for a paragraph, proposed with a published inspel, as they are shown.
struct FoundProposal {
    int inspel = 0;
    std::string language;
    std::string title;
    std::string node;  // the paragraph's code
    std::string words;
};
std::vector<FoundProposal> proposals_with(sql::Connection&, Id<Process>, const Wanted&, int looked_at);

/// What senders have added to a published inspel, and is shown.
struct FoundAddition {
    int inspel = 0;
    std::string language;
    std::string title;
    std::string words;
};
std::vector<FoundAddition> additions_with(sql::Connection&, Id<Process>, const Wanted&, int looked_at);

}  // namespace medskapa::store
