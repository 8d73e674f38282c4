#pragma once

#include "app/act/act.hpp"
#include "app/inspel/sent_file.hpp"
#include "domain/inspel/inspel.hpp"

namespace medskapa::app {

/// Keeps files that came with an inspel which is about to be received, or with an answer that waits. For
/// verbs that have asked whether their sender may send them.
std::vector<OriginalFile> keep_files(
    const Act&, const std::vector<CheckedFile>&, Id<struct ReferralAnswer> answer = {});
/// The label in the log of the digest of the file with that number, from 1: "file", "file_2".
std::string label_of_file(std::size_t number);

/// Says what files are taken with an inspel from now on.
Result<FileKinds> take_files(Permitted<Action::edit_site>, FileKinds);

enum class Showing { shown, hidden };
/// Whether everybody may fetch an inspel's file once its words are published: somebody has looked for what
/// must not be shown. Where it has a masked copy, that is what is shown. `file`: its number, from 1.
Result<OriginalFile> show_file(Permitted<Action::moderate_inspel>, int inspel, int file, Showing);

/// Puts a copy, in which something is masked, in the place of a file wherever it is shown; the original stays
/// as it was sent, for staff. A later copy takes the place of an earlier one.
Result<OriginalFile> mask_file(
    Permitted<Action::moderate_inspel>, int inspel, int file, const SentFile& copy);

}  // namespace medskapa::app
