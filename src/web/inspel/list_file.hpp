#pragma once

#include "domain/site/process.hpp"
#include "store/inspel/inspel_store.hpp"

#include <string>

namespace medskapa::web::inspel {

/// Lines of the public list as CSV, in its order, at most 200 inspel at a time.
struct ListPart {
    std::string lines;
    store::InspelPlace next;  // to go on after; none in the last part
};

/// The part after a place. The first, after none, names the columns.
ListPart list_part(
    sql::Connection&, const Process&, const store::InspelFilter&, const store::InspelPlace& after);

}  // namespace medskapa::web::inspel
