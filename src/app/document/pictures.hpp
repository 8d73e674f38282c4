#pragma once

#include "app/act/act.hpp"
#include "domain/document/picture.hpp"
#include "store/sql/connection.hpp"

#include <functional>
#include <string>
#include <vector>

/// The pictures of documents.
namespace medskapa::app {

/// A picture as it may be kept: drawn anew, with the picture alone in it.
struct DrawnPicture {
    KeptPicture name;
    std::string bytes;
};
/// Whether a picture with this name is kept already, so that it needs no drawing.
using IsKept = std::function<bool(const KeptPicture&)>;
IsKept kept_in(sql::Connection&, Id<Process>);

/// The picture drawn anew by the confined program that pictures of inspel go through, or the very same when
/// it is kept already. Nothing when it cannot be drawn, or is larger than 10 MB. Takes up to 20 seconds:
/// never call it in an act.
std::optional<DrawnPicture> drawn(const std::string& bytes, const IsKept&);

/// Keeps pictures that a file for the document brought along, those that are there already but once. When one
/// is new, those of the process go that came with no file for a day and that no words have shown, and its
/// entry in the log commits to them. They are seen by who may edit the text, until
/// a version that shows them is frozen. Refuses one that holds more than a picture. Returns how many are new.
Result<std::size_t> keep_pictures(
    Permitted<Action::edit_text>, const Document&, const std::vector<DrawnPicture>&);

/// Words of a paragraph as checked_words() wants them, in which readers see no other pictures than those that
/// pictures_in() finds: Markdown has other ways to write one.
Result<std::string> checked_words_and_pictures(const std::string& typed);

/// All that keeps these lines from being frozen: pictures without an alternative, pictures that are not kept
/// under the whole name that the text gives them, and pictures that pictures_in() does not find. Each
/// complaint is about the field in which the alternative is written.
std::vector<Complaint> faults_of_pictures(sql::Connection&, Id<Process>, const Lines&);

/// From now on everybody may see the pictures of the version's lines.
void show_pictures(const Act&, const Version&, const Lines&);

}  // namespace medskapa::app
