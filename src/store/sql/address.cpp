#include "store/sql/address.hpp"

#include <libpq-fe.h>
#include <filesystem>
#include <memory>

namespace medskapa::sql {

bool is_address(std::string_view place) {
    return place.starts_with("postgresql://") || place.starts_with("postgres://");
}

bool resembles_address(std::string_view place) {
    return place.find("://") != place.npos || place.find('=') != place.npos;
}

void refuse_meant_as_address(const std::string& place) {
    if (is_address(place) || !resembles_address(place)) return;
    const std::filesystem::path path{place};
    if (std::filesystem::exists(path) || std::filesystem::exists(path.parent_path())) return;
    throw ServerUnusable{
        {{}, N_("What was named is neither a folder nor the address of a database. An address begins with "
                "postgresql://. It is not shown here, since it may hold a password.")}};
}

void refuse_unreadable(const std::string& url) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{
        PQconninfoParse(url.c_str(), nullptr), PQconninfoFree};
    if (options) return;
    throw ServerUnusable{{{},
        N_("The database's address cannot be read. Write it as postgresql://user@host/name?option=value, "
           "with %25, %3A, %2F and %40 in place of the characters %, :, / and @ in a name. It is not shown "
           "here, since it may hold a password.")}};
}

}  // namespace medskapa::sql
