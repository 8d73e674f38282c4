#include "web/http/message.hpp"

namespace medskapa::web::http {

std::string_view Request::header(std::string_view lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

}  // namespace medskapa::web::http
