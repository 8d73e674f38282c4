#pragma once

#include "domain/site/process.hpp"
#include "store/sql/columns.hpp"

#include <optional>
#include <string>
#include <vector>

/// The rows of one person, as staff have said which they are.
namespace medskapa::store {

/// The processes whose rows may be read. What belongs to no process, such as a report about the site, may.
struct PersonScope {
    bool is_all = false;
    std::vector<Id<Process>> processes = {};

    bool has(Id<Process>) const;
};

/// How somebody is looked for; what is empty is not asked for. Each one finds rows of its own.
struct PersonWanted {
    std::string email = {};
    std::string name = {};
    std::string telephone = {};
    std::string organisation = {};

    bool is_empty() const {
        return email.empty() && name.empty() && telephone.empty() && organisation.empty();
    }
};

/// A row that is the person's own, with all that hangs on it, or one of somebody else's that says something
/// of them: of that the words around are shown and nothing else.
struct PersonRef {
    enum class Share { own, mention };

    std::string table;
    std::int64_t key = 0;
    Share share = Share::own;

    bool operator==(const PersonRef&) const = default;
    auto operator<=>(const PersonRef&) const = default;
};
/// "inspel/12/own"
std::string name_of_ref(const PersonRef&);
/// Nothing for what names no row of a table that is a person's, and for an own row of one that is a part.
std::optional<PersonRef> read_ref(std::string_view);

struct PersonValue {
    std::string_view column;
    sql::Kind kind = sql::Kind::text;
    sql::Value value = nullptr;
    bool is_of_person = false;             // else of no person, and shown with the row
    bool is_kept_back = false;             // then there is a value, which is not here
    std::vector<std::string> around = {};  // of a mention: the words around each, instead of the value
};
struct PersonRow {
    std::string_view table;
    Id<Process> process = {};  // none: of the site
    PersonRef::Share share = PersonRef::Share::own;
    std::vector<PersonValue> values;
};

struct RowsOfPerson {
    std::vector<PersonRow> rows;  // in the order of person_tables()
    std::int64_t left_out = 0;    // rows that belong to processes outside the scope
};
/// All rows that the references lead to and the scope has. A row without anything of a person in it, as after
/// an erasure, is not among them. `wanted`: what to look for in mentions.
RowsOfPerson rows_of_person(
    sql::Connection&, const std::vector<PersonRef>&, const PersonScope&, const PersonWanted&);

/// Whether the row is there, is in the scope, and may be said to be a person's in that way.
bool is_in_scope(sql::Connection&, const PersonRef&, const PersonScope&);

}  // namespace medskapa::store
