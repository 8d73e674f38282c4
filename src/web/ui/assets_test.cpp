#include "web/ui/assets.hpp"

#include "base/embedded.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace medskapa;
using namespace medskapa::web;

TEST_CASE("an asset is found under the address the pages give") {
    const auto sheet = find_asset(asset_href("stil.css"));

    REQUIRE(sheet);
    CHECK(sheet->content_type == "text/css; charset=utf-8");
    CHECK(sheet->may_be_kept);
    CHECK(find_asset(asset_href("desk-keys.js"))->content_type == "text/javascript; charset=utf-8");
    CHECK(find_asset(asset_href("favicon.svg"))->content_type == "image/svg+xml");
}

TEST_CASE("a page from before an upgrade gets its style, but does not keep it") {
    const auto old = find_asset("/resurser/0000000000000000/stil.css");

    REQUIRE(old);
    CHECK_FALSE(old->may_be_kept);
}

TEST_CASE("what is not an asset is not found") {
    CHECK_FALSE(find_asset("/resurser/"));
    CHECK_FALSE(find_asset("/resurser/stil.css"));
    CHECK_FALSE(find_asset("/resurser/0000000000000000/base.css"));
    CHECK_FALSE(find_asset("/resurser/0000000000000000/../stil.css"));
    CHECK_FALSE(find_asset("/inspel"));
    CHECK_THROWS_AS(asset_href("nothing.css"), std::logic_error);
}

TEST_CASE("every sheet in the repository is in the joined one, once, and nothing is fetched from elsewhere") {
    const auto joined = find_asset(asset_href("stil.css"))->bytes;

    CHECK(joined.find("@import") == joined.npos);
    CHECK(joined.find("url(") == joined.npos);
    for (const auto& file : embedded::assets()) {
        if (!file.path.starts_with("css/") || file.path == "css/stil.css") continue;
        const auto at = joined.find(file.bytes);
        CAPTURE(file.path);
        CHECK(at != joined.npos);
        CHECK(joined.find(file.bytes, at + 1) == joined.npos);
    }
}
