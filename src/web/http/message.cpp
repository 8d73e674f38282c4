#include "web/http/message.hpp"

#include "base/text.hpp"

namespace medskapa::web::http {

std::string_view Request::header(std::string_view lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

std::string Request::cookie(std::string_view name) const {
    for (const auto& part : text::split(header("cookie"), ';')) {
        const auto pair = text::trimmed(part);
        if (pair.starts_with(std::string{name} + "=")) return pair.substr(name.size() + 1);
    }
    return {};
}

}  // namespace medskapa::web::http
