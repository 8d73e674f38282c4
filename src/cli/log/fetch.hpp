#pragma once

#include "engine/openlog/audit/source.hpp"
#include "jobs/witnesses.hpp"

namespace medskapa::cli {

/// Files below a folder, or below an http(s) address. What does not exist is none; a server that cannot be
/// reached or answers strangely, and a file that cannot be read, throw std::runtime_error with a sentence.
/// Asks one thing at a time over one connection: for one thread.
openlog::Fetch fetch_from(const std::string& folder_or_url);

/// Posts a text and gives the answer, whatever its status. Throws std::runtime_error with a sentence when
/// there is none within five seconds.
jobs::Answer post_to(const std::string& url, const std::string& body);

/// Fetches what lies at an address, whatever the answer's status. Throws std::runtime_error with a sentence
/// when there is no answer within two seconds.
jobs::Answer look_at(const std::string& url);

}  // namespace medskapa::cli
