#include "web/frame/csv_file.hpp"

#include <string_view>
#include <utility>

namespace medskapa::web {
namespace {

std::string quoted(const std::string& value) {
    std::string out{"\""};
    if (!value.empty() && std::string_view{"=+-@\t\r"}.find(value.front()) != std::string_view::npos)
        out += '\'';
    for (const char c : value) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + '"';
}

}  // namespace

std::string csv_line(std::initializer_list<std::string> cells) {
    std::string line;
    for (const auto& cell : cells) line += (line.empty() ? "" : ",") + quoted(cell);
    return line + "\r\n";
}

http::Response csv_file(const std::string& name, std::string lines) {
    http::Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body = std::move(lines);
    return response;
}

}  // namespace medskapa::web
