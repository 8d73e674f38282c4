#include "web/http/message.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::web::http;

/// A cookie's value stands in the header, and holds neither a semicolon nor blanks at its ends.
void try_input(std::string_view bytes) {
    Request request;
    request.headers["cookie"] = bytes;
    const auto value = request.cookie("session");
    must(value.empty() || bytes.find(value) != bytes.npos);
    must(value.find(';') == value.npos);
    must(value.empty() || !(value.ends_with(' ') || value.ends_with('\t')));
}
