#pragma once

#include "app/inspel/sent_file.hpp"
#include "demo/stage.hpp"

namespace medskapa::demo {

/// The files that came with an inspel of the content: files.csv names them.
std::vector<app::SentFile> files_of(const DemoContent&, const std::string& inspel);

/// What staff did with them once the inspel was read: masked copies, and shown where files.csv says so.
void look_through_files(Stage&, const std::string& inspel, int number);

}  // namespace medskapa::demo
