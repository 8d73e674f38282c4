#pragma once

#include "web/frame/routing/page_cache.hpp"
#include "web/frame/visit.hpp"

#include <optional>

namespace medskapa::web {

/// What a page is kept under: its path and query.
std::string address_of(const http::Request&);
/// What the same page is kept under when it is packed.
std::string packed_address_of(const http::Request&);
/// Pages show times to the minute.
std::int64_t minute_of(const Site&);
/// What has been written here, without what the log holds.
SiteVersion version_of(const Site&);

/// Packs the page and keeps it beside the plain one.
Response packed_and_kept(PageCache&, const http::Request&, const SiteVersion&, Response);
/// The page as it was made for another visitor, in the form that this one takes.
std::optional<Response> kept_page(PageCache&, const http::Request&, const SiteVersion&);

}  // namespace medskapa::web
