#pragma once

#include "app/act/act.hpp"
#include "domain/staff/extract_use.hpp"
#include "store/privacy/person_rows.hpp"

#include <string>
#include <vector>

/// What is kept about one person, for that person (GDPR, article 15). Reading it is done outside the verbs,
/// which only write down that it is done: no act waits for a search of all that people have written. See
/// docs/adr/0024-register-extract.md.
namespace medskapa::app {

/// Writes down that somebody looks for a person: in which case and why, and by what (`ways`), never whom.
Result<ExtractUse> note_person_search(Permitted<Action::extract_person>, ExtractUse);

/// Writes down that what a search came to was taken out as a file, before it is given to anybody. `rows`: how
/// many are in it; `digest`: SHA-256 of the file, hexadecimal. Refuses with not_found a search of another
/// desk or of somebody else, and one that is more than a day old.
Result<ExtractUse> note_person_extract(
    Permitted<Action::extract_person>, Id<ExtractUse> search, int rows, const std::string& digest);

/// What is looked for, tidied. Refuses when nothing is, a name of one letter, a telephone number of fewer
/// than seven digits, and more than 200 characters.
Result<store::PersonWanted> checked(store::PersonWanted, const std::string& code);

/// The processes that the actor may take out rows of: those in which they have the right.
store::PersonScope extract_scope(sql::Connection&, const Actor&);

/// How the person is looked for, for the log: "email name".
std::string ways_of(const store::PersonWanted&, const std::string& code);

/// The rows that a code or a link leads to, which the person has shown: a receipt code, the code of a report,
/// the link of a party, of an answer to a referral or of a follower, the key of a voter's browser, or the
/// mark of an eID that My pages shows. `typed` may be a whole address. Of share mention where several people
/// may have the link. Of all processes: who asks for rows says in which.
std::vector<store::PersonRef> rows_of_code(
    sql::Connection&, const std::string& typed, const std::string& secret);

}  // namespace medskapa::app
