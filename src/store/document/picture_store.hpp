#pragma once

#include "domain/document/picture.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::store {

Id<Picture> add(sql::Transaction&, const Picture&, const std::string& bytes);
/// Saves in which version it is shown, and when somebody last had it kept.
void change(sql::Transaction&, const Picture&);
inline constexpr std::size_t most_forgotten_pictures = 100;
/// Takes away what was last kept before that moment and that no words of the process have ever shown, at most
/// a hundred at a time, the oldest first. Returns them. O(revisions with pictures), and only when there are
/// pictures that old in no frozen version.
std::vector<Picture> forget_unused_pictures(sql::Transaction&, Id<Process>, Instant before);

/// Nothing for a name that gives what is kept another size or format.
std::optional<Picture> find_picture(sql::Connection&, Id<Process>, const KeptPicture& name);
std::string bytes_of(sql::Connection&, Id<Picture>);

}  // namespace medskapa::store
