#pragma once

#include "domain/document/document.hpp"
#include "domain/document/merging.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Other words for a paragraph, proposed with an inspel.
struct Amendment {
    Id<Inspel> inspel;
    Id<Node> node;
    Id<Revision> instead_of;  // the words that the sender had before them
    std::string text;
    std::int64_t log_place = 0;   // of the log's entry that commits to it
    std::string shown_text = {};  // the copy that is shown; empty where it has been erased
};

/// Adds it, or changes the copy that is shown.
void save(sql::Transaction&, Id<Process>, const Amendment&);
std::optional<Amendment> amendment_of(sql::Connection&, Id<Inspel>);

/// One that is published, with what became of it.
struct OpenAmendment {
    Amendment amendment;
    int number = 0;  // of the inspel
    std::string title;
    bool is_cited = false;  // a change of the paragraph goes back to it, maybe one in the draft
    Standing standing = Standing::unknown;  // in the newest version that was checked
    int judged_in = 0;                      // its number; 0: no version that readers know goes back to it
};
std::vector<OpenAmendment> amendments_about(sql::Connection&, Id<Node>);

}  // namespace medskapa::store
