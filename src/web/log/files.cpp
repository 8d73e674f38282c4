#include "engine/openlog/tree/tile.hpp"
#include "store/files/checked_log.hpp"
#include "web/log/pages.hpp"

#include <iostream>

namespace medskapa::web::log {
namespace {

// Not "public": the router keeps no copies of what lies ready on the disk.
constexpr auto for_a_moment = "max-age=2";
constexpr auto for_ever = "max-age=31536000, immutable";

Response file(const Visit& visit, const std::string& path, const char* type, const char* kept) {
    std::optional<std::string> bytes;
    try {
        if (visit.site.log_files) bytes = visit.site.log_files->file(path);
    } catch (const store::DamagedLog& damaged) {
        std::cerr << "medskapa: " << damaged.what() << std::endl;
        return status_page(503, visit.request.id);
    }
    if (!bytes) return problem(visit, Failure::Kind::not_found);
    Response response;
    response.content_type = type;
    response.body = *std::move(bytes);
    response.headers.emplace_back("Cache-Control", kept);
    return response;
}

}  // namespace

Response checkpoint(const Visit& visit) {
    return file(visit, "checkpoint", "text/plain; charset=utf-8", for_a_moment);
}

/// Without witnesses to wait for it is the checkpoint itself.
Response unwitnessed_checkpoint(const Visit& visit) {
    auto newest = file(visit, "checkpoint.unwitnessed", "text/plain; charset=utf-8", for_a_moment);
    return newest.status == 200 ? newest : checkpoint(visit);
}

Response tile(const Visit& visit) {
    const auto path = "tile/" + visit.path.at("file");
    if (!openlog::read_tile_path(path) && !openlog::read_entries_path(path))
        return problem(visit, Failure::Kind::not_found);
    return file(visit, path, "application/octet-stream", for_ever);
}

}  // namespace medskapa::web::log
