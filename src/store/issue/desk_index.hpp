#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <string>

/// What the staff find things by, also before they are published: an inspel by all words that are shown of
/// it, its additions, its issues and their answers; an issue by its own and its answer's; an answer by its
/// own. How a sender is reached is in the index as marks, which only some may ask for.
namespace medskapa::store {

enum class DeskKind { inspel, issues, answers };

/// Brings in what stands now of the inspel, its issues and their answers.
void index_for_desk(sql::Transaction&, Id<Inspel>);
/// The inspel and its issues. Answers are the region's own.
void remove_from_desk_index(sql::Transaction&, Id<Inspel>);
void remove_from_desk_index(sql::Transaction&, Id<Issue>);
/// Frees what the index keeps of deleted words.
void merge_desk_index(sql::Transaction&);
bool desk_index_is_empty(sql::Connection&);
/// Brings in all inspel there are, and returns how many. O(all words).
std::int64_t index_all_for_desk(sql::Transaction&);

/// Whether all of it is issues, or somebody has said that the rest is none: until then it waits to be split.
void set_split(sql::Transaction&, Id<Inspel>, bool is_split);
bool is_split(sql::Connection&, Id<Inspel>);

enum class SenderDetailsAsked { no, yes };
/// What to ask the index for; empty when the words hold no letter or digit.
std::string desk_expression(
    sql::Dialect, Id<Process>, DeskKind, const std::string& words, SenderDetailsAsked);
/// The column of the index with a thing's key, and the key of a thing: its id times three and its kind.
std::string desk_key(sql::Dialect);

}  // namespace medskapa::store

namespace medskapa {
template <>
inline constexpr auto names_of<store::DeskKind> = names<store::DeskKind>({
    {store::DeskKind::inspel, "inspel", N_("Inspel")},
    {store::DeskKind::issues, "synpunkter", N_("Issues")},
    {store::DeskKind::answers, "svar", N_("Answers")},
});
}  // namespace medskapa
