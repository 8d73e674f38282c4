#pragma once

#include "engine/openlog/audit/receipt.hpp"
#include "web/frame/visit.hpp"

/// What a receipt says to who reads it, before the proof. It says nothing that the proof does not, so that it
/// can be made again from the proof and compared: a receipt whose words were altered does not hold.
namespace medskapa::web::log {

/// The readable part of the receipt for an inspel or a vote, in the page's language. Of an inspel the place
/// and the time are the log's; with `follow_up` it carries the sender's own code, which only the site can
/// check.
std::string readable_part(const Visit&, const Words&, std::uint64_t place, const openlog::Entry&,
    const std::string& code, const std::vector<openlog::Opening>&, const std::string& follow_up = {});

/// Whether all that can be read in the file is what we would write of what its proof proves, in some
/// language.
bool is_as_written(const Visit&, std::string_view file, const openlog::ReceiptReport&);

}  // namespace medskapa::web::log
