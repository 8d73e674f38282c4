#pragma once

#include "domain/inspel/inspel.hpp"
#include "domain/inspel/original_file.hpp"
#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::store {

Id<OriginalFile> add(sql::Transaction&, Id<Process>, const OriginalFile&, const std::string& bytes);
/// Saves whose it is and whether it is shown.
void change(sql::Transaction&, const OriginalFile&);
/// Takes away a file and the copy in its place.
void remove(sql::Transaction&, const OriginalFile&);
/// Takes away the copy in a file's place, if there is one.
void remove_copy(sql::Transaction&, OriginalFile&);

/// Nobody sees the inspel's files any more, and copies made to be shown are gone.
void hide_files_of(sql::Transaction&, Id<Inspel>);
/// Takes away all files of an inspel.
void remove_files_of(sql::Transaction&, Id<Inspel>);

// The files as they were sent, in that order: their numbers are their places, from 1.
std::vector<OriginalFile> files_of(sql::Connection&, Id<Inspel>);
std::vector<OriginalFile> files_of(sql::Connection&, Id<struct ReferralAnswer>);

/// What a process takes as files with an inspel.
FileKinds files_taken_by(sql::Connection&, Id<Process>);
void take_files(sql::Transaction&, Id<Process>, FileKinds);

/// The copy that staff put in the place of a file.
std::optional<OriginalFile> copy_of(sql::Connection&, const OriginalFile&);
std::string bytes_of(sql::Connection&, Id<OriginalFile>);

}  // namespace medskapa::store
