#pragma once

#include "base/sheets/answers.hpp"
#include "domain/staff/table_reading.hpp"
#include "web/frame/visit.hpp"

#include <string>
#include <vector>

namespace medskapa::web::inspel::desk {

/// A table that was sent, and how it was read.
struct ReadTable {
    sheets::NamedTable table = {};
    std::vector<sheets::Answered> answered = {};
    TableReading reading = {};  // to be remembered when the rows are imported
};

/// The file of the request, read as was chosen for the last one of its header in this process, and as the
/// form says of what the person has seen since.
Result<ReadTable> read_sent(const Visit&);

}  // namespace medskapa::web::inspel::desk
