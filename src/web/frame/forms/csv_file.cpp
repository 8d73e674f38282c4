#include "web/frame/forms/csv_file.hpp"

#include <utility>

namespace medskapa::web {

http::Response csv_file(const std::string& name, std::string lines) {
    http::Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body = std::move(lines);
    return response;
}

}  // namespace medskapa::web
