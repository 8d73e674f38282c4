#pragma once

#include "store/sql/connection.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace medskapa::app {

/// What the catalogue says of whoever publishes.
struct Publishing {
    std::string publisher;
    std::string licence;   // an address that names it
    std::string base_url;  // where the folder is published; ends without a slash
    Instant at;
};

/// Writes everything that is public into a folder, of one moment: tables/, datasets/ and maps/ as CSV and
/// JSON, what each field means (dictionary.csv and .json), a catalogue (catalog.jsonld, DCAT-AP 2.1) and
/// SHA256SUMS of it all. The same data and `at` give the same bytes. Returns how many files were written.
/// Throws std::runtime_error with a sentence when one cannot be.
std::size_t write_open_data(sql::Connection&, const Publishing&, const std::filesystem::path& folder,
    const std::function<void(std::string_view name, double part)>& progress);

}  // namespace medskapa::app
