#pragma once

#include "domain/document/picture.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::store {

Id<Picture> add(sql::Transaction&, const Picture&, const std::string& bytes);
/// Saves in which version it is shown.
void change(sql::Transaction&, const Picture&);
/// Takes away what was kept before that moment and that no words of the process have ever shown. O(revisions)
/// for each such picture.
void forget_unused_pictures(sql::Transaction&, Id<Process>, Instant before);

/// Nothing for a name that gives what is kept another size or format.
std::optional<Picture> find_picture(sql::Connection&, Id<Process>, const KeptPicture& name);
std::string bytes_of(sql::Connection&, Id<Picture>);

}  // namespace medskapa::store
