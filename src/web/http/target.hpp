#pragma once

#include "web/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::web::http {

/// "%C3%A5" -> "å"; in forms and queries also "+" -> " ". Nothing when an escape is broken or the result is
/// not UTF-8 without NUL.
enum class Plus { is_plus, is_blank };
std::optional<std::string> decoded(std::string_view, Plus);

/// The path of a target in origin form. Nothing when it is not plain: no empty, "." or ".." segments, no
/// backslash, no escaped slash. A slash at its end stays.
std::optional<std::string> path_of(std::string_view target);
std::string_view query_of(std::string_view target);

/// Fields of a query or of application/x-www-form-urlencoded. Nothing when malformed or more than `most`.
std::optional<Fields> fields_of(std::string_view encoded, std::size_t most);

/// multipart/form-data (RFC 7578). Nothing when malformed or more than `most` parts.
struct Multipart {
    Fields form;
    std::vector<Upload> uploads;
};
std::optional<Multipart> multipart_of(std::string_view body, std::string_view content_type, std::size_t most);

}  // namespace medskapa::web::http
