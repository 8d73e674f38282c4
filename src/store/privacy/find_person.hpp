#pragma once

#include "store/privacy/person_match.hpp"
#include "store/privacy/person_rows.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Where somebody stands in the database. Two persons may have one name: what is found are candidates, and
/// who has asked says which of them are the person's.
namespace medskapa::store {

struct PersonHit {
    std::string_view table;
    std::string_view column;
    PersonWay way = PersonWay::email;
    std::vector<std::string> around = {};  // the words around
};

/// One thing with something that fits: an inspel with all that hangs on it, or a row of the staff's.
struct PersonCandidate {
    PersonRef ref;             // of share own where it may be said to be the person's, else mention
    Id<Process> process = {};  // none: of the site
    bool is_certain = false;   // reached by the whole address or number, or by its code
    std::vector<PersonHit> hits;
    std::vector<PersonValue> context;  // what is shown with it, so that it can be told from others
};

struct PersonCandidates {
    std::vector<PersonCandidate> found;  // certain ones first
    bool is_cut = false;                 // there are more that are not certain
};
inline constexpr std::size_t most_candidates = 200;  // and all that are certain

/// `by_code`: rows that a code or a link which the person has shown leads to; of share mention where several
/// people may have that, and then they are not certain. Reads all that people have
/// written: O(all words).
PersonCandidates find_person(
    sql::Connection&, const PersonWanted&, const std::vector<PersonRef>& by_code, const PersonScope&);

}  // namespace medskapa::store
