#pragma once

#include "domain/site/process.hpp"
#include "store/inspel/inspel_store.hpp"

#include <string>

namespace medskapa::web::inspel {

/// Lines of the public list as CSV, newest first, at most 200 inspel at a time.
struct ListPart {
    std::string lines;
    Id<Inspel> next;  // to go on after; none in the last part
};

/// The part after an inspel. The first, after none, names the columns.
ListPart list_part(sql::Connection&, const Process&, const store::InspelFilter&, Id<Inspel> after);

}  // namespace medskapa::web::inspel
