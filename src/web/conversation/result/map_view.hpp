#pragma once

#include "domain/conversation/opinion_result.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <map>
#include <optional>
#include <string>

/// The map and its bars, drawn by the server. Shape and letter carry the group; colour helps.
namespace medskapa::web::conversation::result {

/// What staff have called the groups, by label.
using GroupNames = std::map<int, std::string>;

/// "A", for label 0.
std::string letter(int label);
/// "Grupp A", or "Grupp A: bygden" where it has been given a name.
std::string group_title(const OpinionResult::Group&, const GroupNames&, const Words&);

/// The marks and the letters of the groups; `me` is marked where it is known.
Html map_view(const OpinionResult&, const GroupNames&, std::optional<OpinionResult::Point> me, const Words&);
Html map_key(const OpinionResult&, const GroupNames&, const Words&);

/// How large a share of each group agrees, with how sure that is. The table of statements says the same.
Html bars_view(const OpinionResult&, const OpinionResult::OnStatement&, const Words&);

/// "91 % ± 3", or that too few have voted.
std::string share_text(const OpinionResult::Votes&, const Words&);

}  // namespace medskapa::web::conversation::result
