#include "web/frame/routing/kept_pages.hpp"

#include <chrono>

namespace medskapa::web {

std::string address_of(const http::Request& request) {
    auto address = request.path;
    for (const auto& [name, value] : request.query) address += '\0' + name + '\0' + value;
    return address;
}

std::string packed_address_of(const http::Request& request) {
    return address_of(request) + '\0' + "gzip";
}

std::int64_t minute_of(const Site& site) {
    return std::chrono::floor<std::chrono::minutes>(site.now()).time_since_epoch().count();
}

SiteVersion version_of(const Site& site) {
    return {site.writer.changes(), 0, minute_of(site)};
}

Response packed_and_kept(
    PageCache& pages, const http::Request& request, const SiteVersion& version, Response response) {
    auto small = packed(std::move(response));
    pages.keep(packed_address_of(request), version, small);
    return small;
}

std::optional<Response> kept_page(
    PageCache& pages, const http::Request& request, const SiteVersion& version) {
    const bool is_packed = takes_gzip(request);
    if (is_packed)
        if (auto kept = pages.find(packed_address_of(request), version)) return kept;
    auto kept = pages.find(address_of(request), version);
    if (!kept || !is_packed || !is_worth_packing(*kept)) return kept;
    // What is asked for again is worth the time that it takes to pack it.
    return packed_and_kept(pages, request, version, *std::move(kept));
}

}  // namespace medskapa::web
